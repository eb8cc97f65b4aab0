using Curation.Core.Catalog;
using Curation.Core.Desk.Lists;
using Curation.Core.Importing.Lists;
using Curation.Core.Matching;

namespace Curation.Web.Playlists.Exchange;

/// <summary>What is to become of a row.</summary>
public enum RowDecision
{
    /// <summary>Nobody decided yet; if it stays so the line is kept.</summary>
    Open,

    /// <summary>The chosen track goes into the pool.</summary>
    Take,

    /// <summary>The line is kept as still missing.</summary>
    Keep,

    /// <summary>The line is left out.</summary>
    Drop,
}

/// <summary>A row of a review.</summary>
public sealed class ReviewRow
{
    private readonly List<MatchCandidate> candidates;

    public ReviewRow(int place, MatchedTrack matched)
    {
        ArgumentNullException.ThrowIfNull(matched);
        Place = place;
        Given = matched.Given;
        Match = matched.Match;
        candidates = [.. matched.Match.Candidates];
        Decision = AtFirst = matched.Match.Verdict switch { MatchVerdict.Sure => RowDecision.Take, MatchVerdict.Check => RowDecision.Open, _ => RowDecision.Keep };
    }

    /// <summary>Place in the list, from 0.</summary>
    public int Place { get; }

    public GivenTrack Given { get; }

    public TrackMatch Match { get; }

    public IReadOnlyList<MatchCandidate> Candidates => candidates;

    /// <summary>Place of the candidate that is shown, from 0.</summary>
    public int Choice { get; private set; }

    public RowDecision Decision { get; internal set; }

    /// <summary>What the match alone decided.</summary>
    public RowDecision AtFirst { get; }

    public MatchCandidate? Chosen => Choice < candidates.Count ? candidates[Choice] : null;

    /// <summary>What is said of the row: why the match is as it is, or why the other candidate is one.</summary>
    public string Because => Choice == 0 && (candidates.Count == 0 || (Match.Candidates.Count > 0 && candidates[0] == Match.Candidates[0])) ? Match.Because : Chosen?.Because ?? Match.Because;

    internal void Choose(int choice) => Choice = choice;

    internal void Pick(TrackId track)
    {
        candidates.RemoveAll(candidate => candidate.Track == track);
        candidates.Insert(0, new MatchCandidate(track, 1, "chosen by hand"));
        Choice = 0;
        Decision = RowDecision.Take;
    }
}
