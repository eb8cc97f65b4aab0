using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Learns what traits mean in the space of a factorisation, and gives tracks without plays a vector (Gantner et al. 2010, "Learning attribute-to-feature mappings for cold-start recommendations").</summary>
/// <remarks>
/// A linear map by ridge regression over the tracks with a trained vector, each counted by n / (n + <see cref="ColdStartOptions.HalfTrusted"/>) for n listeners.
/// A track without listeners and without traits keeps a vector of zeros. Same bytes on any number of threads.
/// </remarks>
public sealed class ColdStartTrainer(ColdStartOptions options)
{
    private readonly ColdStartOptions options = options.Checked();

    /// <summary>Trains on the tracks that both know, and extends the factorisation to all tracks that either knows.</summary>
    public ColdStart Train(Factorisation factorisation, TrackTraits traits, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(factorisation);
        ArgumentNullException.ThrowIfNull(traits);
        var meanings = Meanings(factorisation, traits, cancel);
        var tracks = new TrackIndex(Ids(factorisation.Tracks).Concat(Ids(traits.Tracks)));
        var vectors = new DenseMatrix(tracks.Count, factorisation.Vectors.Columns);
        var (listeners, plays, inferred) = (new int[tracks.Count], new double[tracks.Count], new bool[tracks.Count]);
        for (var row = 0; row < tracks.Count; row++)
        {
            var (trained, known) = (factorisation.Tracks.RowOf(tracks[row]), traits.Tracks.RowOf(tracks[row]));
            if (trained >= 0) (listeners[row], plays[row]) = (factorisation.Popularity.Listeners(trained), factorisation.Popularity.Plays(trained));
            inferred[row] = known >= 0 && listeners[row] < options.FewestListeners;
            if (inferred[row]) traits.Rows.Multiply(known, meanings, vectors.PaddedRow(row));
            else if (trained >= 0) factorisation.Vectors.PaddedRow(trained).CopyTo(vectors.PaddedRow(row));
        }

        return new(factorisation.Over(tracks, vectors, new(tracks, listeners, plays, plays)), traits, meanings, inferred);
    }

    private DenseMatrix Meanings(Factorisation factorisation, TrackTraits traits, CancellationToken cancel)
    {
        var targets = new DenseMatrix(traits.Tracks.Count, factorisation.Vectors.Columns);
        var weights = new float[traits.Tracks.Count];
        for (var row = 0; row < weights.Length; row++)
        {
            var trained = factorisation.Tracks.RowOf(traits.Tracks[row]);
            if (trained < 0 || factorisation.Popularity.Listeners(trained) < options.FewestListeners) continue;
            double heardBy = factorisation.Popularity.Listeners(trained);
            weights[row] = (float)(heardBy / (heardBy + options.HalfTrusted));
            factorisation.Vectors.PaddedRow(trained).CopyTo(targets.PaddedRow(row));
        }

        return RidgeRegression.Solve(traits.Rows, targets, weights, options.Regularisation, options.Steps, Chunks.ThreadsFor(options.Threads), cancel);
    }

    private static IEnumerable<TrackId> Ids(TrackIndex tracks) => Enumerable.Range(0, tracks.Count).Select(row => tracks[row]);
}
