using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;

namespace Curation.Core.Blending;

/// <summary>
/// Puts the allowed tracks of the pool in an order whose mix of genres follows the listener's (Steck 2018): one after the other the track with the largest
/// (1 - weight) · sum of scores - weight · divergence of the list so far from the history. Of tracks with the same genres the better-scored always comes first, so only the first of each kind is looked at.
/// </summary>
internal sealed class CalibratedOrder
{
    private const double Whole = 1e9;

    private readonly CandidateTable table;
    private readonly Catalogue catalogue;
    private readonly double weight;
    private readonly int size;
    private readonly Dictionary<GenreId, int> numbers = [];
    private readonly int[] kinds;
    private readonly List<int[]> genres = [];

    public CalibratedOrder(CandidateTable table, Catalogue catalogue, double weight, int size)
    {
        (this.table, this.catalogue, this.weight, this.size) = (table, catalogue, weight, size);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        kinds = Array.ConvertAll(table.Tracks, track =>
        {
            int[] of = [.. (catalogue.Find(track)?.Genres ?? []).Distinct().Select(NumberOf).Order()];
            var key = string.Join(',', of);
            if (known.TryGetValue(key, out var kind)) return kind;
            genres.Add(of);
            return known[key] = genres.Count - 1;
        });
    }

    /// <summary>Reorders the ranked pool for a listener with a history; others keep their order.</summary>
    public void Follow(Workspace workspace, Recipient recipient)
    {
        if (recipient.Taste is null || Mix(recipient) is not { } history) return;
        var pool = workspace.Ranking.Pool;
        var mix = new double[numbers.Count];
        var placed = 0;
        var waiting = new Queue<int>[genres.Count];
        for (var kind = 0; kind < waiting.Length; kind++) waiting[kind] = new();
        foreach (var index in pool)
        {
            if (workspace.Gone[index]) continue;
            if (table.Pin[index] == 0) waiting[kinds[index]].Enqueue(index);
            else placed = Add(mix, kinds[index], placed);
        }

        var chosen = new List<int>(size);
        while (chosen.Count < size && Best(workspace.Ranking.Scores, waiting, history, mix, placed) is >= 0 and var best)
        {
            chosen.Add(waiting[best].Dequeue());
            placed = Add(mix, best, placed);
        }

        var first = chosen.ToHashSet();
        int[] rest = [.. pool.Where(index => !first.Contains(index))];
        chosen.CopyTo(pool);
        rest.CopyTo(pool, chosen.Count);
    }

    /// <summary>The kind whose next track is worth most, or -1. Values are compared in whole billionths, so that the last bits of a sum never decide; of equals the lower index wins.</summary>
    private int Best(int[] scores, Queue<int>[] waiting, double[] history, double[] mix, int placed)
    {
        var whole = 0.0;
        for (var genre = 0; genre < mix.Length; genre++) whole += Calibration.Part(history[genre], mix[genre] / (placed + 1));
        var (best, most, first) = (-1, long.MinValue, int.MaxValue);
        for (var kind = 0; kind < waiting.Length; kind++)
        {
            if (!waiting[kind].TryPeek(out var index)) continue;
            var divergence = whole;
            foreach (var genre in genres[kind])
                divergence += Calibration.Part(history[genre], (mix[genre] + (1.0 / genres[kind].Length)) / (placed + 1)) - Calibration.Part(history[genre], mix[genre] / (placed + 1));
            var value = (long)Math.Round((((1 - weight) * scores[index] / Ranking.Whole) - (weight * divergence)) * Whole, MidpointRounding.AwayFromZero);
            if (value > most || (value == most && index < first)) (best, most, first) = (kind, value, index);
        }

        return best;
    }

    private int Add(double[] mix, int kind, int placed)
    {
        foreach (var genre in genres[kind]) mix[genre] += 1.0 / genres[kind].Length;
        return placed + 1;
    }

    /// <summary>Shares of the table's genres in what the listener has played; null where none of it has a genre.</summary>
    private double[]? Mix(Recipient recipient)
    {
        var mix = new double[numbers.Count];
        var all = 0.0;
        var counts = recipient.PlayCounts.Span;
        for (var i = 0; i < recipient.Played.Length; i++)
        {
            var count = counts.IsEmpty ? 1 : counts[i];
            if (count <= 0 || catalogue.Find(recipient.Played.Span[i]) is not { Genres.Count: > 0 } track) continue;
            all += count;
            foreach (var genre in track.Genres)
            {
                if (numbers.TryGetValue(genre, out var number)) mix[number] += count / (double)track.Genres.Count;
            }
        }

        if (all == 0) return null;
        for (var genre = 0; genre < mix.Length; genre++) mix[genre] /= all;
        return mix;
    }

    private int NumberOf(GenreId genre)
    {
        if (!numbers.TryGetValue(genre, out var number)) numbers.Add(genre, number = numbers.Count);
        return number;
    }
}
