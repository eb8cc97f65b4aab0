using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>What to suggest for: a pool, or where it says nothing a genre seed, and the need in words.</summary>
public sealed record SuggestionRequest
{
    /// <summary>Most suggestions in one answer.</summary>
    public const int Most = 200;

    /// <summary>Tracks of the pool; never suggested.</summary>
    public IReadOnlyList<TrackId> Pool { get; init; } = [];

    /// <summary>The genre to start from while the pool is empty or no model knows any track of it.</summary>
    public GenreSeed? Seed { get; init; }

    /// <summary>The listener's need in the editor's words.</summary>
    public string Need { get; init; } = "";

    /// <summary>What to show.</summary>
    public SuggestionFilters Filters { get; init; } = SuggestionFilters.None;

    /// <summary>Tracks to leave out whatever speaks for them: refused, or used elsewhere.</summary>
    public IReadOnlySet<TrackId> Excluded { get; init; } = new HashSet<TrackId>();

    /// <summary>What editors told beside the pool.</summary>
    public Steering Steering { get; init; } = Steering.None;

    /// <summary>How much each section gets; null takes the best whatever their section.</summary>
    public CandidateShares? Shares { get; init; }

    /// <summary>The day of the question, for what is new; without it no voice counts as new.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Places between two tracks of one artist in the list that is being made: no more by one artist are suggested than can stand so far apart. Default 1, which lets neighbours share one.</summary>
    public int ArtistsApart { get; init; } = 1;

    /// <summary>Suggestions wanted, at most <see cref="Most"/>. Default 200.</summary>
    public int Count { get; init; } = Most;
}

/// <summary>What an answer mainly rests on.</summary>
public enum StartingPoint
{
    /// <summary>Nothing but what everybody plays.</summary>
    Popularity,

    /// <summary>The words of the need.</summary>
    Need,

    /// <summary>The genre's seed.</summary>
    Seed,

    /// <summary>The tracks of the pool.</summary>
    Pool,
}

/// <summary>An answer and what it rests on: suggestions, best first, ties by track id; with shares best first within each section, and the sections woven so that every beginning has about their shares.</summary>
public sealed record SuggestionList(IReadOnlyList<Suggestion> Items, StartingPoint From);
