using Curation.Core.Numerics;

namespace Curation.Core.Recommending.Ranking;

/// <summary>Learns how to rank the candidates of several recommenders, from lessons whose recommenders have not seen what is held out (stacked generalisation, Wolpert 1992).</summary>
/// <remarks>Same lessons, options and machine give the same order, on any number of threads.</remarks>
public sealed class RankingTrainer(RankingOptions options, int threads = 0)
{
    private const int RowsAtOnce = 16;

    private readonly RankingOptions options = options.Checked();

    /// <summary>Learns from the lessons and ranks with it over <paramref name="parts"/>. Where the lessons hold too little, ranks are fused.</summary>
    public LearnedRanking Train(IReadOnlyList<Lesson> lessons, RankedParts parts, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var features = new RankingFeatures(parts.Checked());
        var sheet = new RankingSheet(features.All.Count);
        for (var i = 0; i < lessons.Count; i++)
        {
            if (!lessons[i].Parts.Names.SequenceEqual(parts.Names) || (lessons[i].Parts.Times is null) != (parts.Times is null))
                throw new ArgumentException("A lesson must be made of the same recommenders as the ranking.", nameof(lessons));
            Write(lessons[i], i, Math.Max(1, options.MostRows / lessons.Count), sheet, cancel);
            progress?.Report(0.7 * (i + 1) / lessons.Count);
        }

        var trees = sheet.Found < options.LeastFound ? null : LambdaMart.Learn(sheet, options, cancel);
        RankFunction function = trees is null ? new FusedRanks(parts.Recommenders.Count) : new LearnedTrees(trees);
        progress?.Report(1);
        return new(parts, function, options);
    }

    private void Write(Lesson lesson, int number, int most, RankingSheet sheet, CancellationToken cancel)
    {
        var rows = Chosen(lesson, number, most);
        var pages = new (float[] Features, bool[] Found)?[rows.Length];
        var features = new RankingFeatures(lesson.Parts);
        Chunks.Run(rows.Length, RowsAtOnce, new object[Chunks.ThreadsFor(threads)], (_, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var heard = new History(lesson.History.Row(rows[i]).ToHistory(), lesson.Parts.Tracks.Count);
                var candidates = new Candidates(lesson.Parts, features, heard, lesson.Facts?[rows[i]], options.CandidatesEach);
                var found = Found(candidates.Rows, lesson.HeldOut.Row(rows[i]).Columns);
                if (found.Contains(true)) pages[i] = (candidates.FeaturesOf(candidates.Rows), found);
            }
        }, cancel);
        foreach (var page in pages)
            if (page is var (values, found)) sheet.Add(values, found);
    }

    private int[] Chosen(Lesson lesson, int number, int most)
    {
        var rows = Enumerable.Range(0, lesson.HeldOut.Rows).Where(row => lesson.HeldOut.Row(row).Count > 0 && lesson.History.Row(row).Count > 0).ToArray();
        if (rows.Length <= most) return rows;
        new SeededRandom(options.Seed + number).Shuffle<int>(rows);
        return [.. rows.Take(most).Order()];
    }

    private static bool[] Found(int[] candidates, ReadOnlySpan<int> heldOut)
    {
        var found = new bool[candidates.Length];
        for (var i = 0; i < candidates.Length; i++) found[i] = heldOut.BinarySearch(candidates[i]) >= 0;
        return found;
    }
}
