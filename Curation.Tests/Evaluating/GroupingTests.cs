using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Tests.Recommending;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class GroupingTests
{
    [Fact]
    public void The_quarters_with_the_shortest_and_longest_histories_are_new_and_heavy()
    {
        var (history, heldOut) = (new ListeningMatrixBuilder(), new ListeningMatrixBuilder());
        for (var row = 0; row < 8; row++)
        {
            for (var track = 0; track <= row; track++) history.Add(row, track, 1);
            heldOut.Add(row, 9, 1);
        }

        history.Add(8, 0, 1);
        var known = history.Build(9, 0, 10);
        var grouping = Grouping.ByHistory(new Split(known, known, heldOut.Build(9, 0, 10)));
        const string New = "new (up to 2 tracks)", Heavy = "heavy (7 tracks or more)";
        Assert.Equal([New, New, "regular", "regular", "regular", "regular", Heavy, Heavy, null], grouping.Labels);
    }

    [Fact]
    public void Rows_of_one_length_are_alike()
    {
        var split = Split.Random(RecommenderContract.Random(1, 30, 25, 1), 0.2, 1);
        Assert.Equal(["alike"], Grouping.ByHistory(split).Groups);
        Assert.Empty(Grouping.ByHistory(split with { HeldOut = new ListeningMatrixBuilder().Build(1, 0, 30) }).Groups);
    }

    [Fact]
    public void Tracks_are_head_middle_tail_or_never_heard()
    {
        var builder = new ListeningMatrixBuilder();
        foreach (var (track, plays) in new[] { 80, 15, 5, 0 }.Index())
            if (plays > 0) builder.Add(0, track, plays);
        Assert.Equal(["head", "middle", "tail", "never heard"], Grouping.ByPopularity(builder.Build(1, 0, 4), Checkerboard.IndexOf(4)).Labels);
    }

    [Fact]
    public void Figures_of_a_group_of_listeners_are_those_of_its_listeners_alone()
    {
        var (split, popularity) = Known();
        var labels = Enumerable.Range(0, split.HeldOut.Rows).Select(row => row < 15 ? "one" : row < 40 ? "two" : row < 45 ? "few" : null).ToArray();
        var outcome = new RankingEvaluator([5]).Measure(popularity, split, [new Grouping("half", labels)], []);
        var report = outcome.Report();
        var one = report.Groups.Single(group => group.Group == "one");
        var theirs = outcome.Rows.Zip(outcome.Of("recall@5")).Where(pair => pair.First < 15).Select(pair => pair.Second).ToArray();
        Assert.Equal((theirs.Length, theirs.Average()), (one.Listeners, one["recall@5"].Value!.Value));
        Assert.True(one["recall@5"].Low <= one["recall@5"].Value && one["recall@5"].Value <= one["recall@5"].High);

        var few = report.Groups.Single(group => group.Group == "few");
        Assert.InRange(few.Listeners, 1, 9);
        Assert.All(few.Figures, figure => Assert.Null(figure.Value));
    }

    [Fact]
    public void Figures_of_a_group_of_tracks_count_only_what_was_held_out_of_it()
    {
        var (split, popularity) = Known();
        var even = new Grouping("parity", [.. Enumerable.Range(0, split.HeldOut.Columns).Select(track => track % 2 == 0 ? "even" : "odd")]);
        var report = new RankingEvaluator([5]).Measure(popularity, split, [], [even]).Report();
        var recalls = new List<double>();
        for (var row = 0; row < split.HeldOut.Rows; row++)
        {
            var wanted = split.HeldOut.Row(row).Columns.ToArray().Where(track => track % 2 == 0).ToArray();
            if (wanted.Length == 0) continue;
            var top = popularity.Taste(split.History.Row(row).ToHistory()).Top(5).Select(scored => scored.Row);
            recalls.Add((double)top.Intersect(wanted).Count() / Math.Min(5, wanted.Length));
        }

        var group = report.Groups.Single(group => group.Group == "even");
        Assert.Equal(recalls.Count, group.Listeners);
        Assert.Equal(recalls.Average(), group["recall@5"].Value!.Value, 1e-12);
    }

    private static (Split Split, Popularity Popularity) Known()
    {
        var split = Split.Random(RecommenderContract.Random(60, 30, 500, 3), 0.3, 4);
        return (split, Popularity.Of(split.Train, Checkerboard.IndexOf(30)));
    }
}
