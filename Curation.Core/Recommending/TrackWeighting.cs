using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Weights of a listening matrix for comparing tracks: what is no evidence is left out, long rows are cut to their heaviest tracks.</summary>
internal static class TrackWeighting
{
    /// <summary>Trims and weighs.</summary>
    /// <remarks>
    /// For TF-IDF and BM25 a track is the document and its listeners are the terms, so that a listener of everything says little (Robertson, Zaragoza 2009; as in the library "implicit").
    /// </remarks>
    public static ListeningMatrix Weighed(ListeningMatrix matrix, NeighboursOptions options)
    {
        var trimmed = Trimmed(matrix, options.LongestRow);
        if (options.Weighting == NeighboursWeighting.Cosine) return trimmed.WithWeights(NeighboursOptions.Weight);
        var byTrack = trimmed.Transpose();
        var lengths = new double[byTrack.Rows];
        for (var track = 0; track < lengths.Length; track++) foreach (var plays in byTrack.Row(track).Weights) lengths[track] += NeighboursOptions.Weight(plays);
        var average = lengths.Where(length => length > 0).DefaultIfEmpty(1).Average();
        return trimmed.WithWeights((row, column, plays) =>
        {
            var rarity = Math.Log((1.0 + trimmed.Columns) / (1 + trimmed.Row(row).Count)) + 1e-3;
            double count = NeighboursOptions.Weight(plays);
            if (options.Weighting == NeighboursWeighting.Bm25)
                count *= (options.Saturation + 1) / ((options.Saturation * (1 - options.LengthShare + (options.LengthShare * lengths[column] / average))) + count);
            return (float)(count * rarity);
        });
    }

    private static ListeningMatrix Trimmed(ListeningMatrix matrix, int longest)
    {
        if (Enumerable.Range(0, matrix.Rows).All(row => matrix.Row(row).Count <= longest && !matrix.Row(row).Weights.ContainsAnyInRange(float.NegativeInfinity, 0))) return matrix;
        var builder = new ListeningMatrixBuilder(matrix.Entries);
        var heaviest = new TopK(longest);
        var columns = new int[longest];
        var weights = new float[longest];
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.Row(i);
            for (var k = 0; k < row.Count; k++) if (row.Weights[k] > 0) heaviest.Offer(row.Columns[k], row.Weights[k]);
            var kept = heaviest.Take(columns, weights);
            for (var k = 0; k < kept; k++) builder.Add(i, columns[k], weights[k]);
        }

        return builder.Build(matrix.Rows, 0, matrix.Columns);
    }
}
