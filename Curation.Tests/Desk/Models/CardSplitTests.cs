using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Desk.Models;

public sealed class CardSplitTests
{
    private readonly ListeningLog log = new();

    [Fact]
    public void What_came_in_the_last_fifth_of_time_is_never_trained_on()
    {
        for (var day = 0; day < 100; day++) Hear(day % 4, 1 + (day % 30), day);
        var (split, how) = new CardSplit(log, log.Tracks()).Make();
        Assert.Equal("the last fifth of plays by time", how);
        Assert.Equal(80, Weights(split.Train));
        Assert.Equal(80, Weights(split.History));
    }

    [Fact]
    public void Only_tracks_that_are_new_to_a_listener_are_to_be_found()
    {
        for (var day = 0; day < 9; day++) Hear(0, 1, day);
        Hear(0, 1, 9);
        Hear(0, 2, 10);
        var (split, _) = new CardSplit(log, log.Tracks()).Make();
        Assert.Equal([1], split.HeldOut.Row(0).Columns.ToArray());
    }

    [Fact]
    public void Without_times_a_fifth_of_each_listeners_tracks_is_held_out_and_not_trained_on()
    {
        for (var track = 1; track <= 10; track++) log.Add(new ListenerId(1), new TrackId(track), 3, ListeningLog.NoTime);
        var (split, how) = new CardSplit(log, log.Tracks()).Make();
        Assert.StartsWith("a random fifth", how, StringComparison.Ordinal);
        Assert.Equal((8, 8, 2), (split.Train.Row(0).Count, split.History.Row(0).Count, split.HeldOut.Row(0).Count));
        Assert.Empty(split.Train.Row(0).Columns.ToArray().Intersect(split.HeldOut.Row(0).Columns.ToArray()));
    }

    [Fact]
    public void The_last_fifth_of_dated_lists_is_tested_on_its_end_from_its_beginning()
    {
        for (var list = 0; list < 10; list++)
        {
            for (var position = 0; position < 5; position++) log.Add(new EvidenceListId(list), new TrackId(1 + position + list), list * 86_400_000L);
        }

        var (split, how) = new CardSplit(log, log.Tracks()).Make();
        Assert.Equal("the ends of the last fifth of lists by day", how);
        Assert.Equal([5, 5, 5, 5, 5, 5, 5, 5, 0, 0], Counts(split.Train));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 4, 4], Counts(split.History));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 1], Counts(split.HeldOut));
    }

    [Fact]
    public void Where_few_lists_have_a_day_those_that_do_are_trained_on_all_the_same()
    {
        var log = new ListeningLog();
        for (var list = 1; list <= 9; list++)
            for (var track = 1; track <= 4; track++) log.Add(new EvidenceListId(list), new TrackId((10 * list) + track), list == 1 ? 1_700_000_000_000 : ListeningLog.NoTime);
        var tracks = log.Tracks();
        var (split, _) = new CardSplit(log, tracks, new EvidenceWeights { HalfLife = 30, AsOf = 1_700_000_000_000 }).Make();
        var dated = tracks.RowOf(new TrackId(11));
        Assert.Contains(new[] { split.Train, split.History }, part => Enumerable.Range(0, part.Rows).Any(row => part.Row(row).Columns.BinarySearch(dated) >= 0));
    }

    [Fact]
    public void No_more_rows_are_tested_than_asked_for_and_the_rest_is_still_not_trained_on_its_future()
    {
        for (var day = 0; day < 1_000; day++) Hear(day % 50, 1 + day, day);
        var (split, _) = new CardSplit(log, log.Tracks(), most: 7).Make();
        Assert.Equal(7, Enumerable.Range(0, split.HeldOut.Rows).Count(row => split.HeldOut.Row(row).Count > 0));
        Assert.Equal(800, split.Train.Entries);
    }

    private void Hear(int listener, int track, int day) => log.Add(new ListenerId(listener), new TrackId(track), 1, day * 86_400_000L);

    private static IEnumerable<int> Counts(ListeningMatrix matrix) => Enumerable.Range(0, matrix.Rows).Select(row => matrix.Row(row).Count);

    private static double Weights(ListeningMatrix matrix) => Enumerable.Range(0, matrix.Rows).Sum(row => matrix.Row(row).Weights.ToArray().Sum());
}
