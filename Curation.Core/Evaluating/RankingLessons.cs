using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Ranking;

namespace Curation.Core.Evaluating;

/// <summary>Makes what a ranker learns from out of the training part of a split; its test part is not looked at.</summary>
/// <param name="tracks">The tracks of the columns.</param>
/// <param name="train">Trains the recommenders that are to be ranked on a part of the evidence.</param>
/// <param name="observations">The evidence with its times; null where there are none.</param>
/// <param name="until">The moment at which training ends, Unix time in milliseconds.</param>
public sealed class RankingLessons(TrackIndex tracks, Func<ListeningMatrix, IReadOnlyList<IRecommender>> train, Observations? observations = null, long until = long.MaxValue)
{
    /// <summary>Lessons where rows are tested that training knows: each holds out another random fifth of the pairs.</summary>
    public const int OfPairs = 2;

    /// <summary>Lessons where the rows are new to training: each holds out the latest rows that are left, a small share of them, and the trees cannot learn by heart what one season was about.</summary>
    public const int OfRows = 12;

    internal const double ShareOfPairs = 0.2;

    private const double ShareOfRows = 0.08;

    /// <summary>The lessons of a split.</summary>
    public IReadOnlyList<Lesson> Of(Split split, long seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(split);
        var newRows = TestsNewRows(split);
        var lessons = new List<Lesson>();
        for (var i = 0; i < (newRows ? OfRows : OfPairs); i++)
        {
            cancel.ThrowIfCancellationRequested();
            var inner = ValidationSplit.Of(split, newRows ? ShareOfRows : ShareOfPairs, seed + i);
            if (inner.HeldOut.Entries == 0) break;
            var lift = newRows && TestsLists(inner) && Largest(inner.Train) is > 0 and var largest ? Largest(split.Train) / largest : 1;
            inner = inner with { Train = Lifted(inner.Train, lift), History = Lifted(inner.History, lift) };
            var parts = Parts(inner.Train, split.Facts);
            if (lessons.Count > 0 && parts.Times is null != lessons[0].Parts.Times is null) break;
            lessons.Add(new Lesson(parts, inner.History, inner.HeldOut, inner.Facts));
            if (newRows) split = inner;
        }

        return lessons;
    }

    /// <summary>All that is ranked, trained on a part of the evidence.</summary>
    public RankedParts Parts(ListeningMatrix part, IReadOnlyList<RowFacts?>? facts)
    {
        ArgumentNullException.ThrowIfNull(part);
        var recommenders = train(part).ToList();
        var times = observations is null ? null : Times(observations, part, until);
        if (times is not null) recommenders.Add(new Recent(tracks, times));
        if (facts is not null && facts.Any(row => row?.Context is not null)) recommenders.Add(SameContext.Of(part, tracks, facts));
        return new RankedParts(recommenders, Popularity.Of(part, tracks), times);
    }

    /// <summary>How lately tracks were heard in a part of the evidence, as of its newest event; null where nothing in it has a time.</summary>
    /// <remarks>A pair that is trained on may have been heard again in the test part: what came at <paramref name="until"/> or later does not count.</remarks>
    public static TrackTimes? Times(Observations observations, ListeningMatrix part, long until = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(part);
        var events = observations.Events.Where(seen => seen.At != ListeningLog.NoTime && seen.At < until && part.Row(seen.Row).Columns.BinarySearch(seen.Column) >= 0).ToList();
        return events.Count == 0 ? null : TrackTimes.Of(part.Columns, events.Select(seen => (seen.Column, seen.At)), events.Max(seen => seen.At));
    }

    private static bool TestsLists(Split split) => Enumerable.Range(0, split.HeldOut.Listeners).All(row => split.HeldOut.Row(row).Count == 0);

    /// <summary>Lists that have aged are as new as any on the day of their lesson.</summary>
    private static ListeningMatrix Lifted(ListeningMatrix part, float lift) => lift == 1 ? part : part.WithWeights(weight => weight * lift);

    private static float Largest(ListeningMatrix part)
    {
        var largest = 0f;
        for (var row = 0; row < part.Rows; row++)
            foreach (var weight in part.Row(row).Weights) largest = Math.Max(largest, weight);
        return largest;
    }

    private static bool TestsNewRows(Split split) =>
        Enumerable.Range(0, split.HeldOut.Rows).Where(row => split.HeldOut.Row(row).Count > 0).All(row => split.Train.Row(row).Count == 0);
}
