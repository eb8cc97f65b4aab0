using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Evaluating;

/// <summary>Lists to be continued from their first tracks, in their order: the tasks of the RecSys Challenge 2018 (Zamani, Schedl, Lamere, Chen 2019).</summary>
/// <remarks>
/// Where lists have days, those of the last share of days are tested and training sees only what came before or has no time; else a random share of rows is tested and training sees the others.
/// Where there are no lists, listeners' rows take their place, in the order of their first plays. A row is tested where at least one track follows the given ones.
/// </remarks>
internal static class ContinuationSplit
{
    public static IReadOnlyList<Split> Of(Observations observations, double share, IReadOnlyList<int> given, long seed)
    {
        if (given.Count == 0 || given.Any(count => count < 1)) throw new ArgumentException("A list is continued from 1 track or more.", nameof(given));
        var first = observations.Lists > 0 ? observations.Listeners : 0;
        var dated = observations.Events.Where(seen => seen.Row >= first && seen.Day is not null).Select(seen => seen.Row).Distinct().Count();
        return observations.Lists > 0 && dated * 2 > observations.Lists
            ? Latest(observations, share, given)
            : AtRandom(observations, share, given, seed, first);
    }

    private static Split[] Latest(Observations observations, double share, IReadOnlyList<int> given)
    {
        var cut = observations.LastDays(share);
        var tested = observations.Events.Where(seen => seen.Row >= observations.Listeners && seen.Day >= cut).Select(seen => seen.Row).ToHashSet();
        return [.. Tasks(observations, observations.Matrix(seen => !tested.Contains(seen.Row) && (seen.Day is null || seen.Day < cut), cut), tested, given).Select(task => task with { Until = Observations.StartOf(cut) })];
    }

    private static Split[] AtRandom(Observations observations, double share, IReadOnlyList<int> given, long seed, int first)
    {
        var rows = Enumerable.Range(first, observations.Rows - first).ToArray();
        new SeededRandom(seed).Shuffle<int>(rows);
        var tested = rows.Take((int)Math.Round(share * rows.Length)).ToHashSet();
        return Tasks(observations, observations.Matrix(seen => !tested.Contains(seen.Row)), tested, given);
    }

    private static Split[] Tasks(Observations observations, ListeningMatrix train, HashSet<int> tested, IReadOnlyList<int> given)
    {
        var rows = observations.InOrder(tested).ToArray();
        return [.. given.Select(count => Task(observations, train, rows, count))];
    }

    private static Split Task(Observations observations, ListeningMatrix train, IEnumerable<(int Row, Evidence[] Tracks)> rows, int given)
    {
        var history = Observations.NewPart();
        var heldOut = Observations.NewPart();
        foreach (var (row, tracks) in rows.Where(row => row.Tracks.Length > given))
            for (var i = 0; i < tracks.Length; i++) (i < given ? history : heldOut).Add(row, tracks[i].Row, tracks[i].Weight);
        return new(train, observations.Built(history), observations.Built(heldOut)) { Name = $"first {given}", Facts = observations.Facts };
    }
}
