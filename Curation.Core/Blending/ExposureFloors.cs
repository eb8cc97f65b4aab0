using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>How many places each prefix of a list keeps for each group of an exposure goal.</summary>
internal sealed class ExposureFloors
{
    private const double Golden = 0.618033988749894848;

    private readonly ExposureGoal goal;
    private readonly int[][] floors;

    public ExposureFloors(ExposureGoal goal, int size)
    {
        this.goal = goal;
        floors = [.. goal.Shares.Select(share => Of(goal, share.Share, size))];
    }

    public int Groups => floors.Length;

    /// <summary>Writes the minimums of every prefix for one list: row after row, one of each group, of prefix 0 first.</summary>
    public void Write(int listener, int length, Span<int> into)
    {
        if (goal.Method == ExposureMethod.OverListeners) WriteOwners(listener, length, into);
        else
        {
            for (var group = 0; group < floors.Length; group++)
                for (var prefix = 0; prefix <= length; prefix++) into[(prefix * floors.Length) + group] = floors[group][prefix];
        }
    }

    /// <summary>The places fall to the groups as the points of an even sequence (multiples of the golden ratio, from a start by chance) fall into stretches as long as the groups' shares.</summary>
    private void WriteOwners(int listener, int length, Span<int> into)
    {
        into[..floors.Length].Clear();
        var point = new SeededRandom(listener).NextDouble();
        for (var place = 1; place <= length; place++)
        {
            var row = into.Slice(place * floors.Length, floors.Length);
            into.Slice((place - 1) * floors.Length, floors.Length).CopyTo(row);
            point = (point + Golden) % 1;
            var from = 0.0;
            for (var group = 0; group < floors.Length; group++)
            {
                var to = from + goal.Shares[group].Share;
                if (point >= from && point < to) row[group]++;
                from = to;
            }
        }
    }

    private static int[] Of(ExposureGoal goal, double share, int size) => goal.Method switch
    {
        ExposureMethod.FairDraw when share is > 0 and < 1 => [0, .. FairPrefixes.AdjustedMinimums(size, share, goal.Significance)],
        _ => [.. Enumerable.Range(0, size + 1).Select(prefix => (int)Math.Floor((prefix * share) + 1e-9))],
    };
}
