using Curation.Core.Desk.Suggestions;

namespace Curation.Web.Playlists.Candidates;

/// <summary>Where and for how long an editor does not want a candidate.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Everywhere">For every playlist, not only this one.</param>
/// <param name="Weeks">For so many weeks; null for good.</param>
public sealed record RefusalChoice(Candidate Candidate, bool Everywhere = false, int? Weeks = null)
{
    /// <summary>When the refusal ends.</summary>
    public DateTimeOffset? Until(DateTimeOffset now) => Weeks is { } weeks ? now.AddDays(7 * weeks) : null;

    /// <summary>The choice in words: "here", "everywhere for 8 weeks".</summary>
    public string Words => (Everywhere ? "everywhere" : "here") + (Weeks is { } weeks ? FormattableString.Invariant($" for {weeks} weeks") : "");
}
