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
}
