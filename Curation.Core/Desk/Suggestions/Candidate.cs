using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Core.Desk.Suggestions;

/// <summary>A suggestion as screens show it, with names in place of ids.</summary>
/// <param name="Track">The track.</param>
/// <param name="Genre">Name of its main genre, or empty.</param>
/// <param name="Score">The score in hundredths.</param>
/// <param name="Tier">How much it is played.</param>
/// <param name="Reasons">Reasons in hundredths that add up to <paramref name="Score"/>.</param>
public sealed record Candidate(TrackFacts Track, string Genre, decimal Score, PopularityTier Tier, IReadOnlyList<CandidateReason> Reasons)
{
    /// <summary>Whether too few have heard the track, so that its artist, genres, tags and sound stand in for plays.</summary>
    public bool Inferred { get; init; }

    /// <summary>What it would bring to the pool.</summary>
    public CandidateSection Section { get; init; }

    /// <summary>How far its listeners are those of the pool; null where too few of the sample have heard it.</summary>
    public AudienceOverlap? Overlap { get; init; }
}

/// <summary>One reason as screens show it.</summary>
/// <param name="Amount">What it adds, in hundredths; may be below zero.</param>
/// <param name="Kind">What kind of reason.</param>
/// <param name="Label">A few words: a title, an artist, a tag, "popularity".</param>
/// <param name="Sentence">The same as a sentence.</param>
public sealed record CandidateReason(decimal Amount, ReasonKind Kind, string Label, string Sentence);

/// <summary>An answer as screens show it.</summary>
/// <param name="Items">Candidates, best first.</param>
/// <param name="From">What the answer mainly rests on.</param>
/// <param name="Took">How long it took.</param>
public sealed record CandidateList(IReadOnlyList<Candidate> Items, StartingPoint From, TimeSpan Took)
{
    /// <summary>No candidates.</summary>
    public static CandidateList Empty { get; } = new([], StartingPoint.Popularity, TimeSpan.Zero);
}
