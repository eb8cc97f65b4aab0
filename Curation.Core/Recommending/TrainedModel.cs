using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>All recommenders as trained together: immutable, hashed, swapped whole.</summary>
public sealed class TrainedModel
{
    internal TrainedModel(TrackIndex tracks, Popularity popularity, Neighbours neighbours, Factorisation factorisation)
    {
        Tracks = tracks;
        Popularity = popularity;
        Neighbours = neighbours;
        Factorisation = factorisation;
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

    /// <summary>How it was trained; the number of threads, which does not show in it, is 0.</summary>
    public ModelOptions Options => new ModelOptions { Factorisation = Factorisation.Options, Neighbours = Neighbours.Options }.WithoutThreads();

    /// <summary>SHA-256 of its bytes, as lower-case hex: the same for the same evidence and options.</summary>
    public string Hash { get; }

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
