using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>Ranks all tracks for each tested row, leaving out its history, and compares with what was held out.</summary>
/// <param name="cutOffs">The k of each "@k" metric, each above 0.</param>
/// <param name="seed">Seed of the intervals' resampling.</param>
/// <param name="threads">Threads to rank on; 0 is one for each processor. The report is the same for any number.</param>
public sealed class RankingEvaluator(IReadOnlyList<int> cutOffs, long seed = 1, int threads = 0)
{
    private const int RowsAtOnce = 16;

    private readonly RankingColumns columns = new(cutOffs.Count > 0 && cutOffs.All(k => k > 0)
        ? [.. cutOffs]
        : throw new ArgumentException("Cut-offs must be numbers above 0, at least one.", nameof(cutOffs)));

    /// <summary>Tests a recommender that was trained on the split's training part.</summary>
    public RankingReport Evaluate(IRecommender recommender, Split split, IProgress<double>? progress = null, CancellationToken cancel = default) =>
        Measure(recommender, split, [], [], progress, cancel).Report();

    /// <summary>The same with the values of each listener kept, for comparing recommenders, and with groups.</summary>
    /// <param name="recommender">Trained on the split's training part.</param>
    /// <param name="split">What is folded in and what must be found.</param>
    /// <param name="ofRows">Groups of listeners and lists.</param>
    /// <param name="ofTracks">Groups of tracks.</param>
    /// <param name="progress">Gets the share done, from any thread.</param>
    /// <param name="cancel">Stops between chunks of rows.</param>
    public RankingOutcome Measure(
        IRecommender recommender, Split split, IReadOnlyList<Grouping> ofRows, IReadOnlyList<Grouping> ofTracks, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var rows = Enumerable.Range(0, split.HeldOut.Rows).Where(row => split.HeldOut.Row(row).Count > 0).ToArray();
        var ground = new RankingGround(split, recommender.Tracks, columns, ofTracks);
        var values = ground.NewValues(rows.Length);
        var scratches = new RowRanking[Chunks.ThreadsFor(threads)];
        for (var i = 0; i < scratches.Length; i++) scratches[i] = new(ground);
        var done = 0;
        Chunks.Run(rows.Length, RowsAtOnce, scratches, (ranking, first, end) =>
        {
            for (var i = first; i < end; i++) ranking.Measure(recommender, rows[i], values, i);
            progress?.Report((double)Interlocked.Add(ref done, end - first) / rows.Length);
        }, cancel);
        return new(recommender.Name, split.HeldOut.Columns, rows, columns, values, [.. columns.CutOffs.Select((_, cutOff) => Coverage(scratches, cutOff, rows.Length, split.HeldOut.Columns))], ofRows, ground.GroupNames, seed);
    }

    private static double? Coverage(RowRanking[] scratches, int cutOff, int tested, int tracks)
    {
        var shown = 0;
        for (var row = 0; row < tracks; row++)
            if (Array.Exists(scratches, scratch => scratch.Shown(cutOff, row))) shown++;
        return tested == 0 || tracks == 0 ? null : (double)shown / tracks;
    }
}
