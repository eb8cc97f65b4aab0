using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A listening matrix laid out for products of its columns: tracks numbered by popularity, each listener's tracks from the most popular on.</summary>
internal sealed unsafe class RankedPairs
{
    private const int Ahead = 4;

    private readonly int[] heard;
    private readonly float[] weights;
    private readonly int[] firstOfTrack;
    private readonly Place[] places;

    public RankedPairs(ListeningMatrix matrix)
    {
        var byTrack = matrix.Transpose();
        Tracks = ByPopularity(byTrack);
        Lengths = new float[Tracks.Length];
        heard = GC.AllocateUninitializedArray<int>(matrix.Entries, pinned: true);
        weights = GC.AllocateUninitializedArray<float>(matrix.Entries, pinned: true);
        places = new Place[matrix.Entries];
        firstOfTrack = new int[Tracks.Length + 1];
        var starts = new int[matrix.Rows + 1];
        for (var i = 0; i < matrix.Rows; i++) starts[i + 1] = starts[i] + matrix.Row(i).Count;
        var next = (int[])starts.Clone();
        var (end, allSquares) = (0, 0.0);
        for (var rank = 0; rank < Tracks.Length; rank++)
        {
            var row = byTrack.Row(Tracks[rank]);
            var squares = 0.0;
            for (var k = 0; k < row.Count; k++)
            {
                var at = next[row.Columns[k]]++;
                (heard[at], weights[at]) = (rank, row.Weights[k]);
                places[end++] = new(starts[row.Columns[k]], at);
                squares += (double)row.Weights[k] * row.Weights[k];
            }

            Lengths[rank] = (float)Math.Sqrt(squares);
            allSquares += squares;
            firstOfTrack[rank + 1] = end;
        }

        MeanSquare = end == 0 ? 1 : allSquares / end;
    }

    /// <summary>The column of each rank: most listeners first, ties by column.</summary>
    public int[] Tracks { get; }

    /// <summary>The root of the sum of squares, by rank.</summary>
    public float[] Lengths { get; }

    /// <summary>The mean square of all weights: what one listener of two tracks adds to their product.</summary>
    public double MeanSquare { get; }

    /// <summary>Adds to <paramref name="sums"/>, which are zero before, the products of this track with every more popular one.</summary>
    public void SumWithMorePopular(int rank, DenseMatrix sums)
    {
        var own = places.AsSpan(firstOfTrack[rank], firstOfTrack[rank + 1] - firstOfTrack[rank]);
        var totals = sums.Start;
        var columns = (int*)Marshal.UnsafeAddrOfPinnedArrayElement(heard, 0);
        var values = (float*)Marshal.UnsafeAddrOfPinnedArrayElement(weights, 0);
        for (var i = 0; i < own.Length; i++)
        {
            if (Sse.IsSupported && i + Ahead < own.Length)
            {
                Sse.Prefetch0(columns + own[i + Ahead].First);
                Sse.Prefetch0(values + own[i + Ahead].First);
            }

            var (k, at) = own[i];
            var weight = values[at];
            for (; k + 4 <= at; k += 4)
            {
                totals[columns[k]] += weight * values[k];
                totals[columns[k + 1]] += weight * values[k + 1];
                totals[columns[k + 2]] += weight * values[k + 2];
                totals[columns[k + 3]] += weight * values[k + 3];
            }

            for (; k < at; k++) totals[columns[k]] += weight * values[k];
        }
    }

    private static int[] ByPopularity(ListeningMatrix byTrack)
    {
        var tracks = Enumerable.Range(0, byTrack.Rows).ToArray();
        var keys = Array.ConvertAll(tracks, track => -(((long)byTrack.Row(track).Count << 32) - track));
        Array.Sort(keys, tracks);
        return tracks;
    }

    /// <summary>Where a listener's tracks begin, and where among them this one stands.</summary>
    private readonly record struct Place(int First, int At);
}
