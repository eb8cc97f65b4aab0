using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Candidates;

/// <summary>Where a candidate is not wanted.</summary>
public enum RefusalPlace
{
    Here,

    /// <summary>In every playlist that starts from the same genre.</summary>
    Genre,

    Everywhere,
}

/// <summary>Where, for how long and why an editor does not want a candidate.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Place">Where.</param>
/// <param name="Weeks">For so many weeks; null for good.</param>
/// <param name="Why">The reason; may be empty.</param>
public sealed record RefusalChoice(Candidate Candidate, RefusalPlace Place = RefusalPlace.Here, int? Weeks = null, string Why = "")
{
    /// <summary>When the refusal ends.</summary>
    public DateTimeOffset? Until(DateTimeOffset now) => Weeks is { } weeks ? now.AddDays(7 * weeks) : null;

    /// <summary>The choice in words: "here", "everywhere for 8 weeks".</summary>
    public string Words => Place switch { RefusalPlace.Everywhere => "everywhere", RefusalPlace.Genre => "in playlists of this genre", _ => "here" } + (Weeks is { } weeks ? FormattableString.Invariant($" for {weeks} weeks") : "");

    /// <summary>Where the refusal counts, for a playlist and the genre it starts from.</summary>
    public RefusalScope Scope(PlaylistId playlist, Core.Catalog.GenreId? seed) => Place switch
    {
        RefusalPlace.Everywhere => RefusalScope.Everywhere,
        RefusalPlace.Genre when seed is { } genre => RefusalScope.In(genre),
        _ => RefusalScope.In(playlist),
    };
}
