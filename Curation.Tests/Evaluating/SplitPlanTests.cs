using Curation.Core.Catalog;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class SplitPlanTests
{
    private const long Day = 86_400_000;

    [Fact]
    public void By_time_a_listener_is_tested_on_what_is_new_in_the_last_days()
    {
        // Ten days; the last two are tested. Listener 0 hears track 0 again and 2 anew; listener 1 hears 1 anew.
        List<TimedEvent> events = [.. Enumerable.Range(0, 8).Select(day => new TimedEvent(0, 0, day * Day)), new(0, 1, 3 * Day, 2), new(1, 2, Day), new(0, 0, 8 * Day), new(0, 2, 8 * Day, 4), new(1, 1, (9 * Day) + 5), new(1, 3, ListeningLog.NoTime)];
        var split = Assert.Single(new SplitPlan { Kind = SplitKind.Time }.Part(new Observations(events, 2, 0, 4)));
        Assert.Equal([new(0, 8), new(1, 2)], split.Train.Row(0).ToHistory());
        Assert.Equal([new(2, 1), new(3, 1)], split.Train.Row(1).ToHistory());
        Assert.Equal([new(2, 4)], split.HeldOut.Row(0).ToHistory());
        Assert.Equal([new(1, 1)], split.HeldOut.Row(1).ToHistory());
        Assert.Equal(split.Train.Row(0).ToHistory(), split.History.Row(0).ToHistory());
    }

    [Fact]
    public void By_time_a_list_of_the_last_days_is_tested_on_its_end_and_never_trained_on()
    {
        var log = new ListeningLog();
        for (var list = 0; list < 5; list++)
            foreach (var track in new[] { 4, 3, 2, 1, 0 }) log.Add(new EvidenceListId(list), new TrackId(track + list), list * Day, new RowFacts(new DateOnly(1970, 1, 1 + list), "Show"));
        var split = Assert.Single(new SplitPlan { Kind = SplitKind.Time, Share = 0.4, HeldOut = 0.4 }.Part(Observations.Of(log, log.Tracks())));
        Assert.Equal([5, 5, 5, 0, 0], Enumerable.Range(0, 5).Select(row => split.Train.Row(row).Count));
        Assert.Equal([5, 6, 7], split.History.Row(3).Columns.ToArray());
        Assert.Equal([3, 4], split.HeldOut.Row(3).Columns.ToArray());
        Assert.Equal(new RowFacts(new DateOnly(1970, 1, 4), "Show"), split.FactsOf(3));
    }

    [Fact]
    public void Continuation_takes_the_first_tracks_of_a_list_in_its_order_and_looks_for_the_rest()
    {
        var log = new ListeningLog();
        foreach (var (list, tracks) in new int[][] { [7, 8, 9], [9, 7, 9, 5, 8], [6, 9] }.Index())
            foreach (var track in tracks) log.Add(new EvidenceListId(list), new TrackId(track), (list == 0 ? 0 : 9) * Day);
        var splits = new SplitPlan { Kind = SplitKind.Continuation, Given = [1, 3] }.Part(Observations.Of(log, log.Tracks()));
        Assert.Equal(["first 1", "first 3"], splits.Select(split => split.Name));
        Assert.All(splits, split => Assert.Same(splits[0].Train, split.Train));
        Assert.Equal([3, 0, 0], Enumerable.Range(0, 3).Select(row => splits[0].Train.Row(row).Count));

        // Columns are 0 to 4 for tracks 5 to 9. The second list is 9, 7, 5, 8 without the repetition; the third is too short for three.
        Assert.Equal([new(4, 2)], splits[0].History.Row(1).ToHistory());
        Assert.Equal([0, 2, 3], splits[0].HeldOut.Row(1).Columns.ToArray());
        Assert.Equal([0, 2, 4], splits[1].History.Row(1).Columns.ToArray());
        Assert.Equal([3], splits[1].HeldOut.Row(1).Columns.ToArray());
        Assert.Equal([4], splits[0].HeldOut.Row(2).Columns.ToArray());
        Assert.Equal(0, splits[1].HeldOut.Row(2).Count + splits[1].History.Row(2).Count);
    }

    [Fact]
    public void Without_days_a_random_share_of_rows_is_continued_in_the_order_of_time()
    {
        List<TimedEvent> events = [.. Enumerable.Range(0, 10).SelectMany(row => new TimedEvent[] { new(row, 2, 30), new(row, 0, 10), new(row, 1, 20) })];
        var split = Assert.Single(new SplitPlan { Kind = SplitKind.Continuation, Given = [2] }.Part(new Observations(events, 10, 0, 3)));
        var tested = Enumerable.Range(0, 10).Where(row => split.HeldOut.Row(row).Count > 0).ToArray();
        Assert.Equal(2, tested.Length);
        Assert.All(tested, row => Assert.Equal([0, 1], split.History.Row(row).Columns.ToArray()));
        Assert.All(tested, row => Assert.Equal([2], split.HeldOut.Row(row).Columns.ToArray()));
        Assert.All(tested, row => Assert.Equal(0, split.Train.Row(row).Count));
        Assert.Equal(24, split.Train.Entries);
    }

    [Fact]
    public void A_split_by_time_needs_two_days()
    {
        var refused = Assert.Throws<ArgumentException>(() => new SplitPlan { Kind = SplitKind.Time }.Part(new Observations([new(0, 0, 5), new(0, 1, ListeningLog.NoTime)], 1, 0, 2)));
        Assert.Contains("two different days", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_share_of_nothing_or_all_is_refused(double share) =>
        Assert.ThrowsAny<Exception>(() => new SplitPlan { Share = share }.Part(new Observations([new(0, 0, 0)], 1, 0, 1)));
}
