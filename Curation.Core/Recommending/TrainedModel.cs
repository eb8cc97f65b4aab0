using Curation.Core.Listening;
using Curation.Core.Recommending.Ranking;

namespace Curation.Core.Recommending;

/// <summary>All recommenders as trained together: immutable, hashed, swapped whole.</summary>
public sealed class TrainedModel
{
    internal TrainedModel(
        TrackIndex tracks, Popularity popularity, Neighbours neighbours, Factorisation factorisation, Ease ease, TrackTimes? times = null, Func<RankedParts, LearnedRanking>? rank = null)
    {
        Tracks = tracks;
        Popularity = popularity;
        Neighbours = neighbours;
        Factorisation = factorisation;
        Ease = ease;
        Times = times;
        Ranking = rank?.Invoke(Parts);
        Hash = ModelFile.Write(this, Stream.Null);
    }

    /// <summary>The tracks it knows.</summary>
    public TrackIndex Tracks { get; }

    /// <summary>What is heard most.</summary>
    public Popularity Popularity { get; }

    /// <summary>What is heard by the same listeners.</summary>
    public Neighbours Neighbours { get; }

    /// <summary>Implicit-feedback factorisation, the default recommender.</summary>
    public Factorisation Factorisation { get; }

    /// <summary>Learned weights of tracks for tracks.</summary>
    public Ease Ease { get; }

    /// <summary>How lately each track was heard when the model was trained; null where nothing has a time.</summary>
    public TrackTimes? Times { get; }

    /// <summary>The one order of all recommenders' candidates; null where none was learned.</summary>
    public LearnedRanking? Ranking { get; }

    /// <summary>What <see cref="Ranking"/> ranks.</summary>
    public RankedParts Parts => new([Factorisation, Neighbours, Ease, Popularity, .. Times is { } times ? [new Recent(Tracks, times)] : Array.Empty<IRecommender>()], Popularity, Times);

    /// <summary>How it was trained; the number of threads, which does not show in it, is 0.</summary>
    public ModelOptions Options => new ModelOptions { Factorisation = Factorisation.Options, Neighbours = Neighbours.Options, Ease = Ease.Options, Ranking = Ranking?.Options ?? new() }.WithoutThreads();

    /// <summary>SHA-256 of its bytes, as lower-case hex: the same for the same evidence and options.</summary>
    public string Hash { get; }

    /// <summary>The same model with an order of its recommenders' candidates that was learned elsewhere, from the same kinds of recommenders.</summary>
    public TrainedModel With(LearnedRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return new(Tracks, Popularity, Neighbours, Factorisation, Ease, Times, ranking.Over);
    }

    /// <summary>Writes the model with its hash. Write to a temporary name, flush and rename.</summary>
    public void Save(Stream stream) => ModelFile.Write(this, stream);

    /// <summary>Reads a model from a stream that can seek; nothing is believed before the hash verifies.</summary>
    /// <exception cref="ModelFileException">The file is not a model, is damaged or cut short, or was written by a newer version.</exception>
    public static TrainedModel Load(Stream stream) => ModelFile.Read(stream);
}

/// <summary>A model file that cannot be used; the message says what happened and what to do.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>A file that cannot be used.</summary>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>A file that cannot be used, because of another failure.</summary>
    public ModelFileException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
