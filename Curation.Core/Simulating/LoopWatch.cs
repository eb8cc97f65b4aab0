using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Recommending;

namespace Curation.Core.Simulating;

/// <summary>Measures what a week did, always against how things were before the first week.</summary>
internal sealed class LoopWatch(LoopWorld world, Factorisation truth)
{
    private readonly int[] tail = [.. TailOf(world)];

    public LoopWeek Of(int week, int[][] lists, int[][] plays)
    {
        var counts = new double[world.Rows.Count];
        foreach (var row in plays)
            foreach (var track in row) counts[track]++;
        return new LoopWeek(
            week,
            Concentration.Gini(counts),
            tail.Length == 0 ? null : tail.Count(row => counts[row] > 0) / (double)tail.Length,
            Mean(lists.Select(list => ListDiversity.Of([.. list.Select(row => truth.Vectors.Row(row).ToArray())]))),
            Mean(Enumerable.Range(1, Math.Max(0, lists.Length - 1)).Select(i => Common(lists[i - 1], lists[i]))),
            lists.SelectMany(list => list).Distinct().Count() / (double)Math.Max(1, world.Rows.Count),
            GroupsOf(counts));
    }

    private double[] GroupsOf(double[] counts)
    {
        var shares = new double[world.Watched.Groups.Count];
        var all = counts.Sum();
        for (var row = 0; row < counts.Length && all > 0; row++)
        {
            if (counts[row] == 0) continue;
            var groups = world.Watched.GroupsOf(row);
            var parts = world.Watched.SharesOf(row);
            for (var i = 0; i < groups.Length; i++) shares[groups[i]] += counts[row] * parts[i] / all;
        }

        return shares;
    }

    private static double? Common(int[] one, int[] other)
    {
        if (one.Length == 0 && other.Length == 0) return null;
        var held = one.ToHashSet();
        var both = other.Count(held.Contains);
        return both / (double)(one.Length + other.Length - both);
    }

    private static double? Mean(IEnumerable<double?> values)
    {
        double sum = 0;
        var count = 0;
        foreach (var value in values)
        {
            if (value is not { } known) continue;
            sum += known;
            count++;
        }

        return count == 0 ? null : sum / count;
    }

    /// <summary>Tracks of the tail that somebody had played.</summary>
    private static IEnumerable<int> TailOf(LoopWorld world)
    {
        var played = new bool[world.Rows.Count];
        for (var row = 0; row < world.Heard.Rows; row++)
            foreach (var column in world.Heard.Row(row).Columns) played[column] = true;
        return Enumerable.Range(0, played.Length).Where(row => played[row] && world.Tier(world.Rows.Index[row]) == PopularityTier.Tail);
    }
}
