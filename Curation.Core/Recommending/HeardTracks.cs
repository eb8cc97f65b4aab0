using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The part of a listening matrix that speaks for a track: weights above 0, and only tracks that have one.</summary>
/// <param name="Matrix">Its columns are positions in <paramref name="Tracks"/>.</param>
/// <param name="Tracks">The columns of the whole matrix that have a weight above 0, ascending.</param>
internal sealed record HeardTracks(ListeningMatrix Matrix, int[] Tracks)
{
    /// <summary>Picks and weighs the part.</summary>
    public static HeardTracks Of(ListeningMatrix matrix, EaseOptions options, CancellationToken cancel)
    {
        var evidence = PositiveEvidence.Of(matrix, int.MaxValue, Chunks.ThreadsFor(options.Threads), cancel);
        var places = new int[matrix.Columns];
        var starts = new int[matrix.Rows + 1];
        for (var i = 0; i < matrix.Rows; i++)
        {
            starts[i + 1] = starts[i] + evidence.Row(i).Count;
            foreach (var column in evidence.Row(i).Columns) places[column] = 1;
        }

        var tracks = Enumerable.Range(0, places.Length).Where(column => places[column] > 0).ToArray();
        for (var place = 0; place < tracks.Length; place++) places[tracks[place]] = place;
        var columns = new int[evidence.Entries];
        var weights = new float[evidence.Entries];
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = evidence.Row(i);
            var scale = options.Scale(row.Weights);
            for (var k = 0; k < row.Count; k++)
                (columns[starts[i] + k], weights[starts[i] + k]) = (places[row.Columns[k]], scale * options.Weight(row.Weights[k]));
        }

        return new(new(matrix.Rows, tracks.Length, starts, columns, weights), tracks);
    }
}
