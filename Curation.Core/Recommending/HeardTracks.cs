using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>The part of a listening matrix that speaks for a track: weights above 0, and only tracks that have one.</summary>
/// <param name="Matrix">Its columns are positions in <paramref name="Tracks"/>.</param>
/// <param name="Tracks">The columns of the whole matrix that have a weight above 0, ascending.</param>
internal sealed record HeardTracks(ListeningMatrix Matrix, int[] Tracks)
{
    /// <summary>Picks and weighs the part.</summary>
    public static HeardTracks Of(ListeningMatrix matrix, EaseOptions options)
    {
        var places = new int[matrix.Columns];
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.Row(i);
            for (var k = 0; k < row.Count; k++) if (row.Weights[k] > 0) places[row.Columns[k]] = 1;
        }

        var tracks = Enumerable.Range(0, places.Length).Where(column => places[column] > 0).ToArray();
        for (var place = 0; place < tracks.Length; place++) places[tracks[place]] = place;
        var builder = new ListeningMatrixBuilder(matrix.Entries);
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.Row(i);
            var scale = options.Scale(row.Weights);
            for (var k = 0; k < row.Count; k++) if (row.Weights[k] > 0) builder.Add(i, places[row.Columns[k]], scale * options.Weight(row.Weights[k]));
        }

        return new(builder.Build(matrix.Rows, 0, tracks.Length), tracks);
    }
}
