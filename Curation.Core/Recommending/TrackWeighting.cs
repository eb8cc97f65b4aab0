using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>How much each pair of a listening matrix says when tracks are compared.</summary>
internal static class TrackWeighting
{
    /// <summary>The weighed evidence; what is none is left out, long rows are cut to their heaviest tracks.</summary>
    /// <remarks>
    /// For TF-IDF and BM25 (Robertson, Zaragoza 2009) a track is the document and its listeners are the terms, so that a listener of everything says little.
    /// Rarity is never quite 0, or a listener of every track would say nothing at all.
    /// </remarks>
    public static ListeningMatrix Weighed(ListeningMatrix matrix, NeighboursOptions options, CancellationToken cancel = default)
    {
        var evidence = PositiveEvidence.Of(matrix, options.LongestRow, Chunks.ThreadsFor(options.Threads), cancel).WithWeights(NeighboursOptions.Weight);
        if (options.Weighting == NeighboursWeighting.Cosine) return evidence;
        var rarities = new double[evidence.Rows];
        for (var row = 0; row < rarities.Length; row++) rarities[row] = Math.Log((1.0 + evidence.Columns) / (1 + evidence.Row(row).Count)) + 1e-3;
        if (options.Weighting == NeighboursWeighting.TfIdf) return evidence.WithWeights((row, _, count) => (float)(count * rarities[row]));
        var lengths = Lengths(evidence);
        var average = lengths.Where(length => length > 0).DefaultIfEmpty(1).Average();
        var slowness = Array.ConvertAll(lengths, length => options.Saturation * (1 - options.LengthShare + (options.LengthShare * length / average)));
        return evidence.WithWeights((row, column, count) => (float)(count * (options.Saturation + 1) / (slowness[column] + count) * rarities[row]));
    }

    private static double[] Lengths(ListeningMatrix evidence)
    {
        var lengths = new double[evidence.Columns];
        for (var i = 0; i < evidence.Rows; i++)
        {
            var row = evidence.Row(i);
            for (var k = 0; k < row.Count; k++) lengths[row.Columns[k]] += row.Weights[k];
        }

        return lengths;
    }
}
