using Curation.Core.Listening;

namespace Curation.Core.Recommending.Ranking;

/// <summary>What a ranking is made from: recommenders over the same tracks, and how lately each track was heard where that is known.</summary>
/// <param name="Recommenders">The recommenders whose candidates are ranked; the first stands in where candidates end.</param>
/// <param name="Popularity">How much each track is heard.</param>
/// <param name="Times">How lately each track was heard, as of the moment up to which the recommenders have learned; null where nothing has a time.</param>
public sealed record RankedParts(IReadOnlyList<IRecommender> Recommenders, Popularity Popularity, TrackTimes? Times = null)
{
    /// <summary>The tracks that all parts know.</summary>
    public TrackIndex Tracks => Popularity.Tracks;

    /// <summary>Names of the recommenders.</summary>
    public IReadOnlyList<string> Names => [.. Recommenders.Select(recommender => recommender.Name)];

    /// <summary>Throws where the parts do not belong together.</summary>
    public RankedParts Checked()
    {
        if (Recommenders.Count == 0) throw new ArgumentException("A ranking needs at least one recommender.");
        if (Recommenders.Any(recommender => recommender.Tracks.Count != Tracks.Count) || (Times is { } times && times.Count != Tracks.Count))
            throw new ArgumentException("The parts of a ranking must know the same tracks.");
        return this;
    }
}

/// <summary>What a ranker learns from: parts that have not seen what is held out, and what they are to find. Both matrices have the same rows, and the parts' tracks as columns.</summary>
/// <param name="Parts">Trained without the held-out pairs.</param>
/// <param name="History">What is folded in for each row.</param>
/// <param name="HeldOut">What is to be found; a row without entries teaches nothing.</param>
/// <param name="Facts">What is known of each row; null where nothing is known of any.</param>
public sealed record Lesson(RankedParts Parts, ListeningMatrix History, ListeningMatrix HeldOut, IReadOnlyList<RowFacts?>? Facts = null);
