using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>One thread's ranking of all tracks for one row after the other.</summary>
internal sealed class RowRanking
{
    private readonly RankingGround ground;
    private readonly RankingColumns columns;
    private readonly int[] all;
    private readonly float[] scores;
    private readonly bool[][] shown;
    private TopK best = new(0);
    private int[] ranked = [];
    private float[] rankedScores = [];
    private bool[] hits = [];
    private bool[] groupHits = [];

    public RowRanking(RankingGround ground)
    {
        this.ground = ground;
        columns = ground.Columns;
        all = [.. Enumerable.Range(0, ground.Split.HeldOut.Columns)];
        scores = new float[all.Length];
        shown = Array.ConvertAll(columns.CutOffs, _ => new bool[all.Length]);
    }

    /// <summary>Whether anybody was shown the track.</summary>
    public bool Shown(int cutOff, int track) => shown[cutOff][track];

    /// <summary>Ranks for a row and writes its values at <paramref name="at"/>.</summary>
    public void Measure(IRecommender recommender, int row, double[][] values, int at)
    {
        var split = ground.Split;
        var history = split.History.Row(row);
        var heldOut = split.HeldOut.Row(row).Columns;
        recommender.Taste(history.ToHistory(), split.FactsOf(row)).Score(all, scores);
        foreach (var track in history.Columns) scores[track] = float.NegativeInfinity;
        if (split.Candidates is { } candidates)
        {
            for (var track = 0; track < scores.Length; track++)
                if (!candidates[track]) scores[track] = float.NegativeInfinity;
        }

        var length = Rank(Math.Max(columns.Longest, heldOut.Length), heldOut);
        for (var i = 0; i < columns.CutOffs.Length; i++) AtCutOff(i, length, heldOut.Length, history, values, at);
        var firstHit = FirstHit(heldOut);
        values[columns.Mrr][at] = 1.0 / firstHit;
        values[columns.RPrecision][at] = RankingMetrics.RPrecision(hits.AsSpan(0, length), heldOut.Length);
        values[columns.Clicks][at] = RankingMetrics.Clicks(firstHit);
        ground.EachGroup((group, has) => OfGroup(group, has, length, row, values, at));
    }

    /// <summary>Fills the ranked tracks and their hits; returns how many there are.</summary>
    private int Rank(int count, ReadOnlySpan<int> heldOut)
    {
        if (best.Capacity != count) best = new(count);
        if (ranked.Length < count) (ranked, rankedScores, hits, groupHits) = (new int[count], new float[count], new bool[count], new bool[count]);
        var threshold = float.NegativeInfinity;
        for (var track = 0; track < scores.Length; track++)
        {
            if (scores[track] <= threshold) continue;
            best.Offer(track, scores[track]);
            threshold = best.Threshold;
        }

        var length = best.Take(ranked, rankedScores);
        for (var i = 0; i < length; i++) hits[i] = heldOut.BinarySearch(ranked[i]) >= 0;
        return length;
    }

    private void AtCutOff(int cutOff, int length, int heldOut, ListeningRow history, double[][] values, int at)
    {
        var k = columns.CutOffs[cutOff];
        var found = hits.AsSpan(0, length);
        values[RankingColumns.At(cutOff, RankingColumns.Recall)][at] = RankingMetrics.Recall(found, heldOut, k);
        values[RankingColumns.At(cutOff, RankingColumns.PlainRecall)][at] = RankingMetrics.PlainRecall(found, heldOut, k);
        values[RankingColumns.At(cutOff, RankingColumns.Ndcg)][at] = RankingMetrics.Ndcg(found, heldOut, k);
        values[RankingColumns.At(cutOff, RankingColumns.Map)][at] = RankingMetrics.AveragePrecision(found, heldOut, k);
        var top = ranked.AsSpan(0, Math.Min(k, length));
        if (top.IsEmpty) return;
        var surprise = 0.0;
        foreach (var track in top)
        {
            shown[cutOff][track] = true;
            surprise += ground.Surprise[track];
        }

        values[RankingColumns.At(cutOff, RankingColumns.Novelty)][at] = surprise / top.Length;
        if (ground.UsualReach > 0 && ground.ReachOf(history.Columns) is { } usual)
            values[RankingColumns.At(cutOff, RankingColumns.PopularityLift)][at] = (ground.ReachOf(top)!.Value - usual) / ground.UsualReach;
    }

    /// <summary>Accuracy where only the held-out tracks of one group count; not defined where none was held out.</summary>
    private void OfGroup(int group, Func<int, bool> has, int length, int row, double[][] values, int at)
    {
        var heldOut = 0;
        foreach (var track in ground.Split.HeldOut.Row(row).Columns)
            if (has(track)) heldOut++;
        if (heldOut == 0) return;
        for (var i = 0; i < length; i++) groupHits[i] = hits[i] && has(ranked[i]);
        var first = columns.Names.Length + (group * columns.TrackGroupNames.Length);
        for (var i = 0; i < columns.CutOffs.Length; i++)
        {
            values[first + (2 * i)][at] = RankingMetrics.Recall(groupHits.AsSpan(0, length), heldOut, columns.CutOffs[i]);
            values[first + (2 * i) + 1][at] = RankingMetrics.Ndcg(groupHits.AsSpan(0, length), heldOut, columns.CutOffs[i]);
        }
    }

    /// <summary>Rank of the best held-out track among all candidates.</summary>
    private int FirstHit(ReadOnlySpan<int> heldOut)
    {
        var found = heldOut[0];
        foreach (var track in heldOut)
            if (scores[track] > scores[found]) found = track;
        var rank = 1;
        for (var track = 0; track < scores.Length; track++)
            if (scores[track] > scores[found] || (scores[track] == scores[found] && track < found)) rank++;
        return rank;
    }
}
