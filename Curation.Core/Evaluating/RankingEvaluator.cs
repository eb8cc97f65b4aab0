using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>Ranks all tracks for each tested row, leaving out its history, and compares with what was held out.</summary>
/// <param name="cutOffs">The k of each "@k" metric, each above 0.</param>
/// <param name="seed">Seed of the intervals' resampling.</param>
/// <param name="threads">Threads to rank on; 0 is one for each processor. The report is the same for any number.</param>
public sealed class RankingEvaluator(IReadOnlyList<int> cutOffs, long seed = 1, int threads = 0)
{
    private readonly int[] cutOffs = cutOffs.Count > 0 && cutOffs.All(k => k > 0)
        ? [.. cutOffs]
        : throw new ArgumentException("Cut-offs must be numbers above 0, at least one.", nameof(cutOffs));

    /// <summary>Tests a recommender that was trained on the split's training part.</summary>
    public RankingReport Evaluate(IRecommender recommender, Split split, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var rows = Enumerable.Range(0, split.HeldOut.Rows).Where(row => split.HeldOut.Row(row).Count > 0).ToArray();
        var values = new double[rows.Length][];
        var scratches = new Ranking[Chunks.ThreadsFor(threads)];
        for (var i = 0; i < scratches.Length; i++) scratches[i] = new(split.HeldOut.Columns, cutOffs);
        var done = 0;
        Chunks.Run(rows.Length, 16, scratches, (ranking, first, end) =>
        {
            for (var i = first; i < end; i++)
                values[i] = ranking.Measure(recommender.Taste(split.History.Row(rows[i]).ToHistory(), split.FactsOf(rows[i])), split.History.Row(rows[i]), split.HeldOut.Row(rows[i]));
            progress?.Report((double)Interlocked.Add(ref done, end - first) / rows.Length);
        }, cancel);
        return new(recommender.Name, rows.Length, split.HeldOut.Columns, [.. Means(values), .. Coverage(scratches, rows.Length, split.HeldOut.Columns)]);
    }

    private IEnumerable<RankingFigure> Means(double[][] values)
    {
        var intervals = Bootstrap.Intervals(values, seed);
        var names = Names().ToArray();
        for (var metric = 0; metric < names.Length; metric++)
        {
            var column = metric;
            yield return intervals is null
                ? new(names[metric], null, null, null)
                : new(names[metric], values.Average(value => value[column]), intervals[metric].Low, intervals[metric].High);
        }
    }

    private IEnumerable<RankingFigure> Coverage(Ranking[] scratches, int tested, int tracks)
    {
        for (var i = 0; i < cutOffs.Length; i++)
        {
            var shown = 0;
            for (var row = 0; row < tracks; row++)
                if (scratches.Any(scratch => scratch.Shown(i, row))) shown++;
            yield return new($"coverage@{cutOffs[i]}", tested == 0 || tracks == 0 ? null : (double)shown / tracks, null, null);
        }
    }

    /// <summary>Names in the order in which <see cref="Ranking.Measure"/> returns values.</summary>
    private IEnumerable<string> Names()
    {
        foreach (var k in cutOffs)
            foreach (var name in new[] { "recall", "plain-recall", "ndcg", "map" }) yield return $"{name}@{k}";
        yield return "mrr";
        yield return "r-precision";
    }

    /// <summary>One thread's ranking of all tracks.</summary>
    private sealed class Ranking(int tracks, int[] cutOffs)
    {
        private readonly int[] all = [.. Enumerable.Range(0, tracks)];
        private readonly float[] scores = new float[tracks];
        private readonly bool[][] shown = Array.ConvertAll(cutOffs, _ => new bool[tracks]);

        public bool Shown(int cutOff, int row) => shown[cutOff][row];

        public double[] Measure(ITaste taste, ListeningRow history, ListeningRow heldOut)
        {
            taste.Score(all, scores);
            foreach (var row in history.Columns) scores[row] = float.NegativeInfinity;
            var ranked = Top(Math.Min(tracks - history.Count, Math.Max(cutOffs.Max(), heldOut.Count)));
            var hits = new bool[ranked.Length];
            for (var i = 0; i < hits.Length; i++) hits[i] = heldOut.Columns.BinarySearch(ranked[i]) >= 0;
            var values = new List<double>((4 * cutOffs.Length) + 2);
            for (var i = 0; i < cutOffs.Length; i++)
            {
                var k = cutOffs[i];
                values.Add(RankingMetrics.Recall(hits, heldOut.Count, k));
                values.Add(RankingMetrics.PlainRecall(hits, heldOut.Count, k));
                values.Add(RankingMetrics.Ndcg(hits, heldOut.Count, k));
                values.Add(RankingMetrics.AveragePrecision(hits, heldOut.Count, k));
                foreach (var row in ranked.AsSpan(0, Math.Min(k, ranked.Length))) shown[i][row] = true;
            }

            values.Add(1.0 / FirstHit(heldOut.Columns));
            values.Add(RankingMetrics.RPrecision(hits, heldOut.Count));
            return [.. values];
        }

        private int[] Top(int count)
        {
            var best = new TopK(count);
            for (var row = 0; row < tracks; row++) best.Offer(row, scores[row]);
            var rows = new int[best.Count];
            best.Take(rows, new float[rows.Length]);
            return rows;
        }

        /// <summary>Rank of the best held-out track among all candidates.</summary>
        private int FirstHit(ReadOnlySpan<int> heldOut)
        {
            var best = heldOut[0];
            foreach (var row in heldOut)
                if (scores[row] > scores[best]) best = row;
            var rank = 1;
            for (var row = 0; row < tracks; row++)
                if (scores[row] > scores[best] || (scores[row] == scores[best] && row < best)) rank++;
            return rank;
        }
    }
}
