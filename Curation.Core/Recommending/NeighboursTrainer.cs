using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Finds for each track the tracks that the same listeners hear, by the cosine of their columns, shrunk where evidence is thin.</summary>
/// <remarks>Walks the inverted index: for each listener of a track, every other track of that listener. Same bytes on any number of threads.</remarks>
public sealed class NeighboursTrainer(NeighboursOptions options)
{
    private const int TracksAtOnce = 64;

    private readonly NeighboursOptions options = options.Checked();

    /// <summary>Trains on a matrix whose columns are rows of <paramref name="tracks"/>. Progress gets the share done.</summary>
    public Neighbours Train(
        ListeningMatrix matrix, TrackIndex tracks, Popularity popularity, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var byRow = Trimmed(matrix).WithWeights(NeighboursOptions.Weight);
        var byTrack = byRow.Transpose();
        var lengths = Lengths(byTrack);
        var found = new (int[] Rows, float[] Scores)[tracks.Count];
        var scratches = new Scratch[Chunks.ThreadsFor(options.Threads)];
        for (var i = 0; i < scratches.Length; i++) scratches[i] = new(tracks.Count, options.Count);
        var done = 0;
        Chunks.Run(tracks.Count, TracksAtOnce, scratches, (scratch, first, end) =>
        {
            for (var track = first; track < end; track++) found[track] = scratch.Nearest(track, byRow, byTrack, lengths, (float)options.Shrinkage);
            progress?.Report((double)Interlocked.Add(ref done, end - first) / tracks.Count);
        }, cancel);
        return Joined(tracks, found, popularity);
    }

    private Neighbours Joined(TrackIndex tracks, (int[] Rows, float[] Scores)[] found, Popularity popularity)
    {
        var starts = new int[found.Length + 1];
        for (var i = 0; i < found.Length; i++) starts[i + 1] = starts[i] + found[i].Rows.Length;
        var rows = new int[starts[^1]];
        var similarities = new float[starts[^1]];
        for (var i = 0; i < found.Length; i++)
        {
            found[i].Rows.CopyTo(rows, starts[i]);
            found[i].Scores.CopyTo(similarities, starts[i]);
        }

        return new(tracks, options, starts, rows, similarities, popularity);
    }

    private ListeningMatrix Trimmed(ListeningMatrix matrix)
    {
        var builder = new ListeningMatrixBuilder(matrix.Entries);
        var heaviest = new TopK(options.LongestRow);
        var columns = new int[options.LongestRow];
        var weights = new float[options.LongestRow];
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.Row(i);
            for (var k = 0; k < row.Count; k++)
                if (row.Weights[k] > 0) heaviest.Offer(row.Columns[k], row.Weights[k]);
            var kept = heaviest.Take(columns, weights);
            for (var k = 0; k < kept; k++) builder.Add(i, columns[k], weights[k]);
        }

        return builder.Build(matrix.Rows, 0, matrix.Columns);
    }

    private static double[] Lengths(ListeningMatrix byTrack)
    {
        var lengths = new double[byTrack.Rows];
        for (var track = 0; track < lengths.Length; track++)
        {
            foreach (var weight in byTrack.Row(track).Weights) lengths[track] += (double)weight * weight;
            lengths[track] = Math.Sqrt(lengths[track]);
        }

        return lengths;
    }

    /// <summary>One thread's sums over all tracks, and which of them are not zero.</summary>
    private sealed class Scratch(int tracks, int kept)
    {
        private readonly float[] sums = new float[tracks];
        private readonly int[] touched = new int[tracks];
        private readonly TopK best = new(kept);

        public (int[] Rows, float[] Scores) Nearest(int track, ListeningMatrix byRow, ListeningMatrix byTrack, double[] lengths, float shrinkage)
        {
            var count = 0;
            var heardBy = byTrack.Row(track);
            for (var i = 0; i < heardBy.Count; i++)
            {
                var heard = byRow.Row(heardBy.Columns[i]);
                var weight = heardBy.Weights[i];
                for (var k = 0; k < heard.Count; k++)
                {
                    ref var sum = ref sums[heard.Columns[k]];
                    if (sum == 0) touched[count++] = heard.Columns[k];
                    sum += weight * heard.Weights[k];
                }
            }

            foreach (var other in touched.AsSpan(0, count))
            {
                if (other != track) best.Offer(other, (float)(sums[other] / ((lengths[track] * lengths[other]) + shrinkage)));
                sums[other] = 0;
            }

            var nearest = (Rows: new int[best.Count], Scores: new float[best.Count]);
            best.Take(nearest.Rows, nearest.Scores);
            return nearest;
        }
    }
}
