using Curation.Core.Numerics;

namespace Curation.Core.Auditing.Assessing;

/// <summary>
/// Takes the Gini coefficients apart by listener, so that they have intervals: G = sum (2i - n - 1) x / (n sum x), and as small changes of exposure leave the order of items as it is,
/// every place adds its weight times its item's (2i - n - 1), which is the linearised index (Langel and Tillé 2013).
/// </summary>
internal sealed class GiniParts(MeasuringPlan plan, ExposureBook book)
{
    private readonly double[] tracks = Ranks(book.Tracks);
    private readonly double[] artists = Ranks(book.Artists);

    /// <summary>Fills the columns of every part.</summary>
    public void Fill(double[] cells, int threads, CancellationToken cancel)
    {
        var columns = plan.Columns;
        Chunks.Run(plan.Parts.Length, 4, new int[threads], (_, first, end) =>
        {
            for (var part = first; part < end; part++)
            {
                var own = cells.AsSpan(part * columns.Count, columns.Count);
                foreach (var listener in plan.Parts[part]) Add(plan.PlacesOf(listener), own);
            }
        }, cancel);
    }

    private void Add(ReadOnlySpan<int> places, Span<double> cells)
    {
        var (ofTracks, ofArtists, whole) = (0.0, 0.0, 0.0);
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place] is not (>= 0 and var row)) continue;
            var credits = plan.Ground.Rows.CreditsOf(row);
            var sum = 0.0;
            foreach (var artist in credits) sum += artists[artist];
            ofTracks += plan.Weights[place] * tracks[row];
            ofArtists += plan.Weights[place] * sum / credits.Length;
            whole += plan.Weights[place];
        }

        var columns = plan.Columns;
        cells[columns.GiniOfTracks.Sum] += ofTracks;
        cells[columns.GiniOfTracks.Count] += whole * tracks.Length;
        cells[columns.GiniOfArtists.Sum] += ofArtists;
        cells[columns.GiniOfArtists.Count] += whole * artists.Length;
    }

    /// <summary>2i - n - 1 of each item, i its place by exposure from 1; items that are exposed alike have the mean of their places.</summary>
    private static double[] Ranks(double[] exposure)
    {
        var (sorted, order) = ((double[])exposure.Clone(), Enumerable.Range(0, exposure.Length).ToArray());
        Array.Sort(sorted, order);
        var ranks = new double[exposure.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var end = first;
            while (end < sorted.Length && sorted[end] == sorted[first]) end++;
            for (var at = first; at < end; at++) ranks[order[at]] = first + end + 1 - exposure.Length - 1;
            first = end;
        }

        return ranks;
    }
}
