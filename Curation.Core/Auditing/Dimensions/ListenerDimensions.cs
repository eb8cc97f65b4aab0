namespace Curation.Core.Auditing.Dimensions;

/// <summary>The ways in which listeners are told apart.</summary>
public static class ListenerDimensions
{
    /// <summary>Age band as given.</summary>
    public const string Age = "listener age";

    /// <summary>Region as given.</summary>
    public const string Region = "listener region";

    /// <summary>"new", "regular" or "heavy", by plays.</summary>
    public const string Activity = "listener activity";

    /// <summary>"niche", "in between" or "mainstream", by how common the tracks are that they play.</summary>
    public const string Taste = "listener taste";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Age, Region, Activity, Taste];

    /// <summary>The groups that one of them can have, where there are no others; null where they are as given.</summary>
    public static IReadOnlyList<string>? GroupsOf(string dimension) => dimension switch
    {
        Activity => ["new", "regular", "heavy"],
        Taste => ["niche", "in between", "mainstream", Dimension.Unknown],
        _ => null,
    };
}
