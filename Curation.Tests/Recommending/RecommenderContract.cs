using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

/// <summary>What every recommender owes to those who ask it.</summary>
public abstract class RecommenderContract
{
    protected abstract IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1);

    private IRecommender Model => Trained(Checkerboard.Matrix, Checkerboard.Index);

    [Fact]
    public void A_seed_is_never_suggested_back()
    {
        var top = Model.Taste(Checkerboard.History(0, 2, 4)).Top(Checkerboard.Tracks);
        Assert.Equal(Checkerboard.Tracks - 3, top.Count);
        Assert.DoesNotContain(top, scored => scored.Row is 0 or 2 or 4);
    }

    [Fact]
    public void What_is_to_be_skipped_is_left_out()
    {
        var top = Model.Taste(Checkerboard.History(0)).Top(Checkerboard.Tracks, new HashSet<int> { 1, 2, 3 });
        Assert.Equal(Checkerboard.Tracks - 4, top.Count);
        Assert.DoesNotContain(top, scored => scored.Row is 0 or 1 or 2 or 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void The_top_is_the_start_of_a_full_sort_with_ties_by_row(int count)
    {
        int[] seeds = [1, 3, 8];
        var taste = Model.Taste(Checkerboard.History(seeds));
        var rows = Enumerable.Range(0, Checkerboard.Tracks).Except(seeds).ToArray();
        var scores = new float[rows.Length];
        taste.Score(rows, scores);
        var sorted = rows.Zip(scores).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First).Take(count).Select(pair => new Scored(pair.First, pair.Second));
        Assert.Equal(sorted, taste.Top(count));
    }

    [Fact]
    public void Parts_and_remainder_add_up_to_the_score()
    {
        var taste = Model.Taste([new(0, 3), new(2, 1), new(5, 40), new(7, 0.5f)]);
        var scores = new float[Checkerboard.Tracks];
        taste.Score([.. Enumerable.Range(0, scores.Length)], scores);
        for (var row = 0; row < scores.Length; row++)
        {
            var explanation = taste.Explain(row);
            Assert.Equal(scores[row], explanation.Score, 1e-5f);
            Assert.Equal(explanation.Score, explanation.Parts.Sum(part => part.Score) + explanation.Remainder, 1e-4f);
            Assert.All(explanation.Parts, part => Assert.Contains(part.Row, new[] { 0, 2, 5, 7 }));
            Assert.Equal(explanation.Parts.OrderByDescending(part => part.Score), explanation.Parts);
        }
    }

    [Fact]
    public void An_empty_history_is_ranked_by_popularity()
    {
        var matrix = Checkerboard.Matrix;
        var model = Model;
        var top = model.Taste([]).Top(Checkerboard.Tracks);
        var popularity = Popularity.Of(matrix, model.Tracks);
        Assert.Equal(popularity.Taste([]).Top(Checkerboard.Tracks).Select(scored => scored.Row), top.Select(scored => scored.Row));
        Assert.All(top, scored => Assert.True(float.IsFinite(scored.Score)));
        var explanation = model.Taste([]).Explain(3);
        Assert.Empty(explanation.Parts);
        Assert.Equal(explanation.Score, explanation.Remainder);
    }

    [Fact]
    public void A_track_that_nobody_heard_gives_no_taste_and_no_nonsense()
    {
        var model = Trained(Checkerboard.Matrix.With(columns: Checkerboard.Tracks + 1), Checkerboard.IndexOf(Checkerboard.Tracks + 1));
        var top = model.Taste(Checkerboard.History(Checkerboard.Tracks)).Top(100);
        Assert.Equal(Checkerboard.Tracks, top.Count);
        Assert.All(top, scored => Assert.True(float.IsFinite(scored.Score)));
    }

    [Fact]
    public void Rows_that_occur_twice_add_their_weights()
    {
        var twice = Model.Taste([new(0, 1), new(4, 2), new(0, 3)]).Top(10);
        var once = Model.Taste([new(0, 4), new(4, 2)]).Top(10);
        Assert.Equal(once, twice);
    }

    [Fact]
    public void The_order_of_a_history_does_not_matter()
    {
        Assert.Equal(Model.Taste(Checkerboard.History(0, 6, 4)).Top(10), Model.Taste(Checkerboard.History(4, 0, 6)).Top(10));
    }

    [Fact]
    public void The_same_evidence_gives_the_same_scores_on_any_number_of_threads()
    {
        var matrix = Random(listeners: 300, tracks: 400, pairs: 6000, seed: 5);
        var one = Trained(matrix, Checkerboard.IndexOf(400), threads: 1);
        var three = Trained(matrix, Checkerboard.IndexOf(400), threads: 3);
        for (var listener = 0; listener < 20; listener++)
            Assert.Equal(one.Taste(matrix.Row(listener).ToHistory()).Top(400), three.Taste(matrix.Row(listener).ToHistory()).Top(400));
    }

    [Theory]
    [InlineData(1e9f)]
    [InlineData(1e-9f)]
    [InlineData(float.MaxValue)]
    public void Extreme_weights_give_numbers(float weight)
    {
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 6; listener++)
            for (var track = 0; track < 5; track++)
                if ((listener + track) % 2 == 0) builder.Add(listener, track, track == 2 ? weight : 1);
        var model = Trained(builder.Build(6, 0, 5), Checkerboard.IndexOf(5));
        var taste = model.Taste([new(0, weight), new(2, weight), new(2, weight)]);
        Assert.All(taste.Top(5), scored => Assert.True(float.IsFinite(scored.Score)));
        Assert.All(Enumerable.Range(0, 5), row => Assert.True(float.IsFinite(taste.Explain(row).Parts.Sum(part => part.Score))));
    }

    [Fact]
    public void One_listener_of_one_track_is_enough()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, 2);
        var model = Trained(builder.Build(1, 0, 1), Checkerboard.IndexOf(1));
        Assert.Empty(model.Taste(Checkerboard.History(0)).Top(10));
        Assert.True(float.IsFinite(Assert.Single(model.Taste([]).Top(10)).Score));
    }

    [Fact]
    public void No_evidence_at_all_is_answered_too()
    {
        var model = Trained(new ListeningMatrixBuilder().Build(0, 0, 3), Checkerboard.IndexOf(3));
        Assert.Equal([new(0, 0), new(1, 0), new(2, 0)], model.Taste([]).Top(10));
        Assert.Empty(Trained(new ListeningMatrixBuilder().Build(0, 0, 0), Checkerboard.IndexOf(0)).Taste([]).Top(10));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(Checkerboard.Tracks, 1)]
    [InlineData(0, float.NegativeInfinity)]
    [InlineData(0, float.NaN)]
    [InlineData(0, float.PositiveInfinity)]
    public void A_history_that_makes_no_sense_is_refused(int row, float weight)
    {
        var model = Model;
        Assert.Throws<ArgumentException>(() => model.Taste([new(row, weight)]));
    }

    [Fact]
    public void A_skipped_track_is_never_suggested_and_parts_still_add_up()
    {
        var taste = Model.Taste([new(0, 3), new(2, 1), new(4, -2), new(7, -0.5f)]);
        var top = taste.Top(Checkerboard.Tracks);
        Assert.Equal(Checkerboard.Tracks - 4, top.Count);
        Assert.DoesNotContain(top, scored => scored.Row is 0 or 2 or 4 or 7 || !float.IsFinite(scored.Score));
        for (var row = 0; row < Checkerboard.Tracks; row++)
        {
            var explanation = taste.Explain(row);
            Assert.Equal(explanation.Score, explanation.Parts.Sum(part => part.Score) + explanation.Remainder, 1e-4f);
        }
    }

    [Fact]
    public void Skips_in_the_evidence_give_numbers()
    {
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 6; listener++)
            for (var track = 0; track < 5; track++) builder.Add(listener, track, (listener + track) % 2 == 0 ? 2 : -3);
        for (var track = 0; track < 5; track++) builder.Add(6, track, -1);
        var model = Trained(builder.Build(7, 0, 5), Checkerboard.IndexOf(5));
        Assert.All(model.Taste([new(0, -1), new(1, 2)]).Top(5), scored => Assert.True(float.IsFinite(scored.Score)));
        Assert.All(model.Taste([new(0, -1), new(1, -2)]).Top(5), scored => Assert.True(float.IsFinite(scored.Score)));
    }

    [Fact]
    public void Plays_and_skips_that_cancel_out_are_no_history()
    {
        Assert.Equal(Model.Taste([]).Top(20), Model.Taste([new(3, 2), new(3, -2), new(5, 0)]).Top(20));
    }

    [Fact]
    public void A_matrix_over_other_tracks_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Trained(Checkerboard.Matrix, Checkerboard.IndexOf(3)));
    }

    [Fact]
    public async Task A_taste_may_be_read_from_many_threads()
    {
        var model = Model;
        var expected = model.Taste(Checkerboard.History(0, 2)).Top(10);
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => model.Taste(Checkerboard.History(0, 2)).Top(10))));
        Assert.All(all, top => Assert.Equal(expected, top));
    }

    internal static ListeningMatrix Random(int listeners, int tracks, int pairs, int seed)
    {
        var random = new SeededRandom(seed);
        var builder = new ListeningMatrixBuilder();
        for (var i = 0; i < pairs; i++)
            builder.Add(random.NextInt(listeners), (int)(tracks * Math.Pow(random.NextDouble(), 2)), 1 + random.NextInt(9));
        return builder.Build(listeners, 0, tracks);
    }
}
