using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Learns what traits mean in the space of a factorisation, and gives tracks without plays a vector (Gantner et al. 2010, "Learning attribute-to-feature mappings for cold-start recommendations").</summary>
/// <remarks>
/// A linear map by ridge regression over the tracks with a trained vector, each counted by n / (n + <see cref="ColdStartOptions.HalfTrusted"/>) for n listeners.
/// A new track without any trait that some track with listeners has stays unknown. Same bytes on any number of threads.
/// </remarks>
public sealed class ColdStartTrainer(ColdStartOptions options)
{
    private readonly ColdStartOptions options = options.Checked();

    /// <summary>Trains on the tracks that both know, and extends the factorisation to those that have a trait in common with them.</summary>
    public ColdStart Train(Factorisation factorisation, TrackTraits traits, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(factorisation);
        ArgumentNullException.ThrowIfNull(traits);
        var trust = Trust(factorisation, traits);
        var meanings = Meanings(factorisation, traits, trust, cancel);
        var learned = Learned(traits, trust);
        var telling = Ids(traits.Tracks).Where((_, known) => Tells(traits.Rows.ColumnsOf(known), learned));
        var tracks = new TrackIndex(Ids(factorisation.Tracks).Concat(telling));
        var vectors = new DenseMatrix(tracks.Count, factorisation.Vectors.Columns);
        var (listeners, weights, plays, inferred) = (new int[tracks.Count], new double[tracks.Count], new double[tracks.Count], new bool[tracks.Count]);
        for (var row = 0; row < tracks.Count; row++)
        {
            var (trained, known) = (factorisation.Tracks.RowOf(tracks[row]), traits.Tracks.RowOf(tracks[row]));
            if (trained >= 0) (listeners[row], weights[row], plays[row]) = (factorisation.Popularity.Listeners(trained), factorisation.Popularity.Weight(trained), factorisation.Popularity.Plays(trained));
            inferred[row] = known >= 0 && listeners[row] < options.FewestListeners && Tells(traits.Rows.ColumnsOf(known), learned);
            if (inferred[row]) traits.Rows.Multiply(known, meanings, vectors.PaddedRow(row));
            else if (trained >= 0) factorisation.Vectors.PaddedRow(trained).CopyTo(vectors.PaddedRow(row));
        }

        return new(factorisation.Over(tracks, vectors, new(tracks, listeners, weights, plays)), traits, meanings, inferred);
    }

    /// <summary>How much each track counts in learning; 0 where it has no vector of its own.</summary>
    private float[] Trust(Factorisation factorisation, TrackTraits traits)
    {
        var trust = new float[traits.Tracks.Count];
        for (var row = 0; row < trust.Length; row++)
        {
            var trained = factorisation.Tracks.RowOf(traits.Tracks[row]);
            if (trained < 0 || factorisation.Popularity.Listeners(trained) < options.FewestListeners) continue;
            double heardBy = factorisation.Popularity.Listeners(trained);
            trust[row] = (float)(heardBy / (heardBy + options.HalfTrusted));
        }

        return trust;
    }

    private DenseMatrix Meanings(Factorisation factorisation, TrackTraits traits, float[] trust, CancellationToken cancel)
    {
        var targets = new DenseMatrix(traits.Tracks.Count, factorisation.Vectors.Columns);
        for (var row = 0; row < trust.Length; row++)
            if (trust[row] > 0) factorisation.Vectors.PaddedRow(factorisation.Tracks.RowOf(traits.Tracks[row])).CopyTo(targets.PaddedRow(row));
        return RidgeRegression.Solve(traits.Rows, targets, trust, options.Regularisation, options.Steps, Chunks.ThreadsFor(options.Threads), cancel);
    }

    /// <summary>The traits of which something is learned, but for the one that all tracks share: it tells none from another.</summary>
    private static bool[] Learned(TrackTraits traits, float[] trust)
    {
        var learned = new bool[traits.All.Count];
        for (var row = 0; row < trust.Length; row++)
        {
            if (trust[row] <= 0) continue;
            foreach (var trait in traits.Rows.ColumnsOf(row)) learned[trait] = trait > 0;
        }

        return learned;
    }

    private static bool Tells(ReadOnlySpan<int> own, bool[] learned)
    {
        foreach (var trait in own)
            if (learned[trait]) return true;
        return false;
    }

    private static IEnumerable<TrackId> Ids(TrackIndex tracks) => Enumerable.Range(0, tracks.Count).Select(row => tracks[row]);
}
