using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Tests.Recommending;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class RankingEvaluatorTests
{
    /// <summary>Popularity ranks five tracks 0 to 4 in this order, listener 0 has heard track 0.</summary>
    private static readonly ListeningMatrix Train = Matrix((0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1), (3, 2), (3, 3));

    private static RankingReport Report(ListeningMatrix heldOut, params int[] cutOffs) =>
        new RankingEvaluator(cutOffs, seed: 1, threads: 2).Evaluate(Popularity.Of(Train, Checkerboard.IndexOf(5)), new(Train, Train, heldOut));

    [Fact]
    public void Figures_are_means_over_the_listeners_that_were_tested()
    {
        // Listener 0 is offered 1 2 3 4 and wants 2 and 4; listener 1 is offered 2 3 4 and wants 2.
        var report = Report(Matrix((0, 2), (0, 4), (1, 2)), 1, 2);
        Assert.Equal((2, 5), (report.Listeners, report.Tracks));
        Assert.Equal((0 + 1) / 2.0, report["recall@1"].Value!.Value, 1e-12);
        Assert.Equal((0.5 + 1) / 2, report["recall@2"].Value!.Value, 1e-12);
        Assert.Equal((0 + 1) / 2.0, report["plain-recall@1"].Value!.Value, 1e-12);
        Assert.Equal((0.5 + 1) / 2, report["mrr"].Value!.Value, 1e-12);
        Assert.Equal((0.5 + 1) / 2, report["r-precision"].Value!.Value, 1e-12);
        Assert.Equal((0.25 + 1) / 2, report["map@2"].Value!.Value, 1e-12);
        Assert.Equal((((1 / Math.Log2(3)) / (1 + (1 / Math.Log2(3)))) + 1) / 2, report["ndcg@2"].Value!.Value, 1e-12);
    }

    [Fact]
    public void Coverage_counts_each_track_that_anybody_is_shown()
    {
        var report = Report(Matrix((0, 2), (1, 2)), 1, 2);
        Assert.Equal(2 / 5.0, report["coverage@1"].Value);
        Assert.Equal(3 / 5.0, report["coverage@2"].Value);
        Assert.Null(report["coverage@2"].Low);
    }

    [Fact]
    public void What_was_heard_in_training_is_never_a_candidate()
    {
        // Everything but track 4 was heard: one candidate remains and it is first.
        var report = Report(Matrix((3, 4)), 1, 20);
        Assert.Equal(1, report["recall@1"].Value);
        Assert.Equal(1, report["mrr"].Value);
        Assert.Equal(1 / 5.0, report["coverage@20"].Value);
    }

    [Fact]
    public void The_first_hit_counts_however_far_down_it_is()
    {
        Assert.Equal(0.25, Report(Matrix((0, 4)), 1)["mrr"].Value);
    }

    [Fact]
    public void Clicks_novelty_and_popularity_lift_are_worked_by_hand()
    {
        // Four rows and plays 4 3 2 1 0: with one more play each the shares are 5 4 3 2 1 of 15.
        // Listener 0 knows track 0 (reach 1) and is shown 1 and 2 (reach 3/4 and 1/2); listener 1 knows 0 and 1 (7/8) and is shown 2 and 3 (1/2 and 1/4).
        var report = Report(Matrix((0, 2), (1, 2)), 2);
        Assert.Equal(0, report["clicks"].Value);
        Assert.Equal((Math.Log2(15 / 4.0) + Math.Log2(15 / 3.0) + Math.Log2(15 / 3.0) + Math.Log2(15 / 2.0)) / 4, report["novelty@2"].Value!.Value, 1e-12);
        var usual = (1 + (7 / 8.0)) / 2;
        Assert.Equal((((5 / 8.0) - 1) + ((3 / 8.0) - (7 / 8.0))) / 2 / usual, report["popularity-lift@2"].Value!.Value, 1e-12);
    }

    [Fact]
    public void Only_candidates_are_ranked()
    {
        var popularity = Popularity.Of(Train, Checkerboard.IndexOf(5));
        var split = new Split(Train, Train, Matrix((0, 4))) { Candidates = [false, false, false, true, true] };
        var report = new RankingEvaluator([1, 2]).Evaluate(popularity, split);
        Assert.Equal(0.5, report["mrr"].Value);
        Assert.Equal((0, 1), (report["recall@1"].Value, report["recall@2"].Value));
        Assert.Equal(2 / 5.0, report["coverage@2"].Value);
    }

    [Fact]
    public void What_is_known_of_a_row_reaches_the_recommender()
    {
        var facts = new RowFacts(new DateOnly(2026, 5, 1), "Mornings");
        var asked = new ByFacts(Popularity.Of(Train, Checkerboard.IndexOf(5)));
        new RankingEvaluator([1]).Evaluate(asked, new Split(Train, Train, Matrix((0, 2), (1, 2))) { Facts = [facts, null, null, null] });
        Assert.Equal([facts, null], asked.Seen.OrderBy(seen => seen is null));
    }

    [Fact]
    public void Two_recommenders_are_compared_on_the_same_listeners_only()
    {
        var popularity = Popularity.Of(Train, Checkerboard.IndexOf(5));
        RankingOutcome On(params (int, int)[] heldOut) => new RankingEvaluator([2]).Measure(popularity, new Split(Train, Train, Matrix(heldOut)), [], []);
        Assert.Equal(1, On((0, 2), (1, 4)).Against(On((0, 2), (1, 4)), "ndcg@2").P);
        Assert.Throws<ArgumentException>(() => On((0, 2)).Against(On((1, 2)), "ndcg@2"));
        Assert.Throws<ArgumentException>(() => On((0, 2)).Of("ndcg@3"));
    }

    [Fact]
    public void Nobody_to_test_means_no_figures()
    {
        var report = Report(Matrix(), 5);
        Assert.Equal(0, report.Listeners);
        Assert.All(report.Figures, figure => Assert.Null(figure.Value));
    }

    [Fact]
    public void The_report_is_the_same_on_any_number_of_threads()
    {
        var matrix = RecommenderContract.Random(100, 80, 1500, 3);
        var split = Split.Random(matrix, 0.2, 4);
        var popularity = Popularity.Of(split.Train, Checkerboard.IndexOf(80));
        RankingReport On(int threads) => new RankingEvaluator([5, 20], 7, threads).Evaluate(popularity, split);
        Assert.Equal(On(1).Figures, On(3).Figures);
    }

    [Fact]
    public void A_cut_off_of_nothing_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new RankingEvaluator([0]));
        Assert.Throws<ArgumentException>(() => new RankingEvaluator([]));
    }

    private sealed class ByFacts(IRecommender inner) : IRecommender
    {
        public System.Collections.Concurrent.ConcurrentBag<RowFacts?> Seen { get; } = [];

        public string Name => "by facts";

        public TrackIndex Tracks => inner.Tracks;

        public ITaste Taste(IReadOnlyList<Evidence> history) => inner.Taste(history);

        public ITaste Taste(IReadOnlyList<Evidence> history, RowFacts? facts)
        {
            Seen.Add(facts);
            return inner.Taste(history);
        }
    }

    private static ListeningMatrix Matrix(params (int Row, int Column)[] pairs)
    {
        var builder = new ListeningMatrixBuilder();
        foreach (var (row, column) in pairs) builder.Add(row, column, 1);
        return builder.Build(4, 0, 5);
    }
}
