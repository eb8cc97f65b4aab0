using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>A trained, immutable recommender. A recommender that exists is trained; it may be used from many threads.</summary>
public interface IRecommender
{
    /// <summary>The name under which cards and reasons speak of it, for instance "ials".</summary>
    string Name { get; }

    /// <summary>The tracks it knows.</summary>
    TrackIndex Tracks { get; }

    /// <summary>Folds a history in, without retraining. Rows that occur twice add their weights; an empty history is allowed and has no taste.</summary>
    ITaste Taste(IReadOnlyList<Evidence> history);

    /// <summary>The same for a row of which more is known. Recommenders that do not rank by circumstance make nothing of it.</summary>
    ITaste Taste(IReadOnlyList<Evidence> history, RowFacts? facts) => Taste(history);
}

/// <summary>What a recommender makes of one history: a listener's, or a pool's as a pseudo-listener. May be read from many threads.</summary>
public interface ITaste
{
    /// <summary>Scores of the given rows, higher is better, never NaN. <paramref name="scores"/> has the length of <paramref name="rows"/>.</summary>
    void Score(ReadOnlySpan<int> rows, Span<float> scores);

    /// <summary>The best <paramref name="count"/> rows of all tracks, best first, ties by row; rows of the history and rows that <paramref name="skip"/> names are left out.</summary>
    IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null);

    /// <summary>What each track of the history adds to the score of <paramref name="row"/>; with the remainder the parts add up to the score within rounding.</summary>
    Explanation Explain(int row);
}

/// <summary>A row and its score.</summary>
public readonly record struct Scored(int Row, float Score);

/// <summary>A score taken apart.</summary>
/// <param name="Score">The whole.</param>
/// <param name="Parts">Rows of the history and what each adds, the largest first.</param>
/// <param name="Remainder">What no track of the history accounts for, for instance popularity.</param>
public sealed record Explanation(float Score, IReadOnlyList<Scored> Parts, float Remainder);
