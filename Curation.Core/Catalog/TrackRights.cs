namespace Curation.Core.Catalog;

/// <summary>What sources say about the right to play a track.</summary>
public enum RightsState
{
    /// <summary>No source says anything.</summary>
    NotStated,

    /// <summary>A source states that they are cleared.</summary>
    Cleared,

    /// <summary>A source states that they are missing.</summary>
    Missing,
}

/// <summary>Where a track may be heard, and by whose leave.</summary>
/// <param name="State">Whether the rights are cleared.</param>
/// <param name="AllowedIn">The only territories in which it may be heard, see <see cref="Territory"/>; null or empty for no such limit.</param>
/// <param name="BlockedIn">Territories in which it may not be heard; null or empty for none.</param>
/// <param name="Holder">Who holds the rights, such as a label; null where no source says.</param>
public sealed record TrackRights(RightsState State, string? AllowedIn, string? BlockedIn, string? Holder)
{
    /// <summary>Nothing is known, and nothing limited.</summary>
    public static TrackRights NotStated { get; } = new(RightsState.NotStated, null, null, null);

    /// <summary>Whether it may not be heard everywhere.</summary>
    public bool IsLimited => !string.IsNullOrEmpty(AllowedIn) || !string.IsNullOrEmpty(BlockedIn);

    /// <summary>Whether it may be heard in a territory; for somebody of whom no territory is known (null), only what is limited nowhere may.</summary>
    public bool MayBeHeardIn(string? territory)
    {
        if (!IsLimited) return true;
        if (territory is null) return false;
        return (string.IsNullOrEmpty(AllowedIn) || Territory.Holds(AllowedIn, territory)) && !Territory.Holds(BlockedIn, territory);
    }

    /// <summary>The limits in words: "only in AT DE", "not in FR".</summary>
    public string Limits => string.Join(", ", new[] { string.IsNullOrEmpty(AllowedIn) ? null : $"only in {AllowedIn}", string.IsNullOrEmpty(BlockedIn) ? null : $"not in {BlockedIn}" }.OfType<string>());
}
