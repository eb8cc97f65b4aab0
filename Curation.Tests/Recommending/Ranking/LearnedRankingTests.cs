using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Ranking;
using Xunit;

namespace Curation.Tests.Recommending.Ranking;

public sealed class LearnedRankingTests : RecommenderContract
{
    protected override IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) => Learned(matrix, tracks, threads);

    [Fact]
    public void Group_mates_come_before_everything_else()
    {
        var top = Trained(Checkerboard.Matrix, Checkerboard.Index).Taste(Checkerboard.History(1, 3)).Top(4);
        Assert.All(top, scored => Assert.Equal(1, scored.Row % 2));
    }

    [Fact]
    public void An_order_is_learned_where_enough_was_found_and_ranks_are_fused_where_not()
    {
        Assert.True(Learned(Checkerboard.Matrix, Checkerboard.Index).IsLearned);
        Assert.False(new BlendTrainer(new() { Factorisation = new() { Factors = 8, Iterations = 2 } }).Train(new(Checkerboard.Matrix, Checkerboard.Index)).IsLearned);
    }

    [Fact]
    public void Contributions_of_the_features_add_up_to_the_score_of_every_candidate()
    {
        var taste = (LearnedTaste)Learned(Checkerboard.Matrix, Checkerboard.Index).Taste(Checkerboard.History(0, 2));
        foreach (var scored in taste.Top(5))
        {
            var because = taste.Because(scored.Row)!;
            Assert.Equal(scored.Score, because.Start + because.Contributions.Sum(part => part.Amount), 1e-4);
            Assert.Equal(scored.Score, because.Start + because.ByGroup.Values.Sum(), 1e-4);
            Assert.Contains("ials", because.ByGroup.Keys);
        }
    }

    [Fact]
    public void A_track_that_is_no_candidate_stands_behind_all_candidates()
    {
        var matrix = Random(200, 300, 5000, 6);
        var model = Learned(matrix, Checkerboard.IndexOf(300), each: 5);
        var taste = (LearnedTaste)model.Taste(matrix.Row(0).ToHistory());
        var candidates = taste.AboveLast().Select(scored => scored.Row).ToHashSet();
        var top = taste.Top(300);
        Assert.Equal(300 - matrix.Row(0).Count, top.Count);
        Assert.All(top.Take(candidates.Count), scored => Assert.Contains(scored.Row, candidates));
        Assert.All(top.Skip(candidates.Count), scored => Assert.Null(taste.Because(scored.Row)));
        Assert.Equal(top.OrderByDescending(scored => scored.Score).Select(scored => scored.Score), top.Select(scored => scored.Score));
    }

    [Fact]
    public void Parts_over_other_tracks_are_refused()
    {
        var model = Learned(Checkerboard.Matrix, Checkerboard.Index);
        Assert.Throws<ArgumentException>(() => model.Over(model.Parts with { Popularity = Popularity.Of(Checkerboard.Matrix.With(columns: 20), Checkerboard.IndexOf(20)) }));
    }

    [Fact]
    public void Fused_ranks_over_more_recommenders_fuse_those_too()
    {
        var fused = new BlendTrainer(new() { Factorisation = new() { Factors = 8, Iterations = 2 } }).Train(new(Checkerboard.Matrix, Checkerboard.Index));
        var more = fused.Over(fused.Parts with { Recommenders = [.. fused.Parts.Recommenders, fused.Parts.Recommenders[0]] });
        var (before, after) = (fused.Taste(Checkerboard.History(1)).Top(1)[0].Score, more.Taste(Checkerboard.History(1)).Top(1)[0].Score);
        Assert.True(after > before);
    }

    internal static LearnedRanking Learned(ListeningMatrix matrix, TrackIndex tracks, int threads = 1, int each = 100)
    {
        var options = new ModelOptions
        {
            Factorisation = new() { Factors = 8, Iterations = 3, Threads = threads },
            Neighbours = new() { Threads = threads },
            Ease = new() { Threads = threads },
            Ranking = new() { Trees = 20, LeastPerLeaf = 5, LeastFound = 1, Runs = 1, CandidatesEach = each },
        };
        return new BlendTrainer(options).Train(new(matrix, tracks));
    }
}
