namespace Curation.Core.Auditing.Figures;

/// <summary>
/// DetConstSort (Geyik, Ambler, Kenthapadi 2019, algorithm 3): the first places of a ranking, in which every prefix of k places has at least floor(k · p) of each group with the target p, as long as the group has candidates left,
/// and which is otherwise as near to the order by score as these minimums let it be.
/// </summary>
public static class DetConstSort
{
    /// <summary>The chosen candidates, first place first.</summary>
    /// <param name="groups">The group of each candidate, an index into <paramref name="targets"/>.</param>
    /// <param name="scores">The score of each candidate, higher is better; of equal scores the earlier comes first.</param>
    /// <param name="targets">The share that each group is to have at least; together at most 1.</param>
    /// <param name="count">Places to fill; fewer are filled where there are fewer candidates.</param>
    public static int[] Order(ReadOnlySpan<int> groups, ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, int count)
    {
        if (groups.Length != scores.Length) throw new ArgumentException("Every candidate has a group and a score.", nameof(scores));
        if (targets.ToArray().Any(target => !(target >= 0)) || targets.ToArray().Sum() > 1 + 1e-9) throw new ArgumentException("Targets are not negative and are together at most 1.", nameof(targets));
        var waiting = new Queue<int>[targets.Length];
        for (var group = 0; group < targets.Length; group++) waiting[group] = new();
        var all = scores.ToArray();
        foreach (var candidate in Enumerable.Range(0, groups.Length).OrderByDescending(candidate => all[candidate])) waiting[groups[candidate]].Enqueue(candidate);
        return Fill(waiting, all, targets, Math.Min(count, groups.Length));
    }

    private static int[] Fill(Queue<int>[] waiting, double[] scores, ReadOnlySpan<double> targets, int count)
    {
        var placed = new List<(int Candidate, int Latest)>(count + targets.Length);
        var given = new int[targets.Length];
        var due = new List<int>();
        for (var prefix = 1; placed.Count < count; prefix++)
        {
            due.Clear();
            for (var group = 0; group < targets.Length; group++)
            {
                if (waiting[group].Count > 0 && given[group] < Least(prefix, targets[group])) due.Add(group);
            }

            foreach (var group in due.OrderByDescending(group => scores[waiting[group].Peek()]).ThenBy(group => waiting[group].Peek()))
            {
                given[group]++;
                Insert(placed, (waiting[group].Dequeue(), prefix), scores);
            }

            // Targets that leave room, and groups that have run out, leave places to whoever scores best.
            while (placed.Count < Math.Min(prefix, count) && Free(waiting, given, targets, scores, placed.Count, prefix, count) is >= 0 and var free)
            {
                given[free]++;
                Insert(placed, (waiting[free].Dequeue(), int.MaxValue), scores);
            }
        }

        return [.. placed.Take(count).Select(place => place.Candidate)];
    }

    /// <summary>Lets a candidate up past those that score less, as far as none of them falls behind the prefix that needs it.</summary>
    private static void Insert(List<(int Candidate, int Latest)> placed, (int Candidate, int Latest) next, double[] scores)
    {
        placed.Add(next);
        for (var at = placed.Count - 1; at > 0 && placed[at - 1].Latest > at && scores[placed[at - 1].Candidate] < scores[placed[at].Candidate]; at--)
            (placed[at - 1], placed[at]) = (placed[at], placed[at - 1]);
    }

    /// <summary>The group of the best candidate who can take a place that nobody needs, or -1 where every place is needed by some prefix to come.</summary>
    private static int Free(Queue<int>[] waiting, int[] given, ReadOnlySpan<double> targets, double[] scores, int placed, int prefix, int count)
    {
        var (best, asked) = (-1, 0.0);
        for (var group = 0; group < waiting.Length; group++)
        {
            if (waiting[group].Count == 0) continue;
            asked += targets[group];
            if (best >= 0 && scores[waiting[group].Peek()] <= scores[waiting[best].Peek()]) continue;
            if (LeavesRoom(waiting, given, targets, placed, prefix, count, group)) best = group;
        }

        return asked < 1 - 1e-9 ? best : -1;
    }

    private static bool LeavesRoom(Queue<int>[] waiting, int[] given, ReadOnlySpan<double> targets, int placed, int prefix, int count, int taking)
    {
        for (var later = prefix; later <= count; later++)
        {
            var needed = placed + 1;
            for (var group = 0; group < targets.Length; group++)
            {
                var has = given[group] + (group == taking ? 1 : 0);
                var left = waiting[group].Count - (group == taking ? 1 : 0);
                needed += Math.Clamp(Least(later, targets[group]) - has, 0, left);
            }

            if (needed > later) return false;
        }

        return true;
    }

    private static int Least(int prefix, double target) => (int)Math.Floor((prefix * target) + 1e-9);
}
