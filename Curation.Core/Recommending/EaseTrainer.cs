using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Learns the weights of tracks for tracks in closed form (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data").</summary>
/// <remarks>
/// With P = (X^T X + lambda I)^-1 the weight of track j for track i is B_ji = -P_ji / P_ii, and 0 for itself. Tracks that nobody heard have no weights.
/// Weights of 0 or less in the matrix are no evidence here. Same bytes on any number of threads.
/// </remarks>
public sealed class EaseTrainer(EaseOptions options)
{
    private const int TracksAtOnce = 16;

    private readonly EaseOptions options = options.Checked();

    /// <summary>Trains on a matrix whose columns are rows of <paramref name="tracks"/>. Progress gets the share done.</summary>
    /// <exception cref="InvalidOperationException">More tracks with evidence than <see cref="EaseOptions.MostTracks"/>.</exception>
    public Ease Train(
        ListeningMatrix matrix, TrackIndex tracks, Popularity popularity, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var evidence = HeardTracks.Of(matrix, options.Weight);
        MustFit(evidence.Tracks.Length);
        var threads = Chunks.ThreadsFor(options.Threads);
        var system = CoListening.Gramian(evidence.Matrix, threads, cancel);
        Regularise(system);
        SymmetricInverse.Invert(system, threads, progress, cancel);
        return new(tracks, options, TrackLinks.Join(Weights(system, evidence.Tracks, tracks.Count, threads, cancel)), popularity);
    }

    private void MustFit(int heard)
    {
        if (heard <= options.MostTracks) return;
        throw new InvalidOperationException(
            $"EASE would need {SymmetricBlocks.Bytes(heard) >> 20} MB for {heard} tracks; {options.MostTracks} tracks are allowed. Train the sparse one (sparse-ease), or raise MostTracks.");
    }

    private void Regularise(SymmetricBlocks system)
    {
        var largest = 0f;
        for (var i = 0; i < system.Size; i++) largest = Math.Max(largest, system.At(i, i));
        var pull = (float)Math.Max(options.Regularisation, 1e-6 * largest);
        for (var i = 0; i < system.Size; i++) system.At(i, i) += pull;
    }

    private (int[] Rows, float[] Strengths)[] Weights(SymmetricBlocks inverse, int[] heard, int tracks, int threads, CancellationToken cancel)
    {
        var diagonal = new float[heard.Length];
        for (var i = 0; i < diagonal.Length; i++) diagonal[i] = inverse.At(i, i);
        var lists = new (int[] Rows, float[] Strengths)[tracks];
        Array.Fill(lists, ([], []));
        var rows = new float[threads][];
        for (var i = 0; i < threads; i++) rows[i] = new float[heard.Length];
        Chunks.Run(heard.Length, TracksAtOnce, rows, (row, first, end) =>
        {
            var largest = new LargestLinks(options.Kept > 0 ? Math.Min(options.Kept, heard.Length) : heard.Length);
            for (var j = first; j < end; j++)
            {
                inverse.CopyRow(j, row);
                for (var i = 0; i < row.Length; i++) if (i != j) largest.Offer(heard[i], -row[i] / diagonal[i]);
                lists[heard[j]] = largest.Take();
            }
        }, cancel);
        return lists;
    }
}
