namespace Curation.Core.Desk.Demo;

/// <summary>How large a demo world is; the default is the one that a first start makes.</summary>
internal sealed record DemoSize
{
    public int Artists { get; init; } = 300;

    public int Tracks { get; init; } = 3_000;

    public int Listeners { get; init; } = 2_000;

    public int Weeks { get; init; } = 12;

    public int Plays { get; init; } = 250_000;

    public int Shows { get; init; } = 25;

    /// <summary>Large enough for every shape to show, small enough for tests that need no statistics.</summary>
    public static DemoSize Small { get; } = new() { Artists = 120, Tracks = 1_200, Listeners = 150, Plays = 9_000, Shows = 8 };
}
