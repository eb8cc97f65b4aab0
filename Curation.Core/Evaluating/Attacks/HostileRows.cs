using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Evaluating.Attacks;

/// <summary>Makes the profiles of an attack and adds them to genuine rows.</summary>
/// <remarks>
/// The random, average and bandwagon attacks of Lam and Riedl 2004 and Mobasher, Burke, Bhaumik, Williams 2007, for plays instead of ratings:
/// a profile holds the pushed track with the largest weight that anybody genuine gave any track, and filler tracks with their ordinary weights, as many as the median genuine row has tracks.
/// </remarks>
internal sealed class HostileRows
{
    private readonly ListeningMatrix genuine;
    private readonly int[] byReach;
    private readonly long[] reachBefore;
    private readonly float[] usualWeight;
    private readonly float largest;

    public HostileRows(ListeningMatrix genuine)
    {
        this.genuine = genuine;
        var byTrack = genuine.Transpose();
        byReach = [.. Enumerable.Range(0, genuine.Columns).Where(track => byTrack.Row(track).Count > 0).OrderByDescending(track => byTrack.Row(track).Count).ThenBy(track => track)];
        reachBefore = new long[byReach.Length + 1];
        for (var i = 0; i < byReach.Length; i++) reachBefore[i + 1] = reachBefore[i] + byTrack.Row(byReach[i]).Count;
        usualWeight = [.. Enumerable.Range(0, genuine.Columns).Select(track => Mean(byTrack.Row(track).Weights))];
        largest = Enumerable.Range(0, genuine.Rows).SelectMany(row => genuine.Row(row).Weights.ToArray()).DefaultIfEmpty(1).Max();
        var lengths = Enumerable.Range(0, genuine.Rows).Select(row => genuine.Row(row).Count).Where(length => length > 0).Order().ToArray();
        Fillers = Math.Clamp(lengths.Length == 0 ? 0 : lengths[lengths.Length / 2] - 1, 0, Math.Max(0, byReach.Length - 1));
    }

    /// <summary>Filler tracks of a profile.</summary>
    public int Fillers { get; }

    /// <summary>The genuine rows, followed by so many hostile ones that push a track.</summary>
    public ListeningMatrix With(AttackKind kind, int target, int rows, SeededRandom random)
    {
        var builder = new ListeningMatrixBuilder(genuine.Entries + (rows * (Fillers + 1)));
        for (var i = 0; i < genuine.Rows; i++)
        {
            var row = genuine.Row(i);
            for (var k = 0; k < row.Count; k++) builder.Add(i, row.Columns[k], row.Weights[k]);
        }

        for (var hostile = genuine.Rows; hostile < genuine.Rows + rows; hostile++)
        {
            builder.Add(hostile, target, largest);
            foreach (var filler in kind == AttackKind.Bandwagon ? byReach.Where(track => track != target).Take(Fillers) : Drawn(target, random))
                builder.Add(hostile, filler, usualWeight[filler]);
        }

        return builder.Build(genuine.Listeners, genuine.Rows - genuine.Listeners + rows, genuine.Columns);
    }

    /// <summary>Different tracks, each drawn as often as rows have it.</summary>
    private HashSet<int> Drawn(int target, SeededRandom random)
    {
        var drawn = new HashSet<int>();
        for (var tries = 0; drawn.Count < Fillers && tries < 50 * Fillers; tries++)
        {
            var at = Array.BinarySearch(reachBefore, (long)(random.NextDouble() * reachBefore[^1]));
            var track = byReach[at >= 0 ? at : ~at - 1];
            if (track != target) drawn.Add(track);
        }

        return drawn;
    }

    private static float Mean(ReadOnlySpan<float> weights)
    {
        var (sum, count) = (0.0, 0);
        foreach (var weight in weights)
            if (weight > 0) (sum, count) = (sum + weight, count + 1);
        return count == 0 ? 0 : (float)(sum / count);
    }
}
