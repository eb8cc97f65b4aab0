using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class ColdStartTests : RecommenderContract
{
    private const int Known = Checkerboard.Tracks;

    protected override IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) =>
        Extended(Factorised(matrix, tracks, threads), Enumerable.Range(0, tracks.Count));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_track_that_training_never_saw_is_ranked_by_its_traits(int group)
    {
        var model = WithTwoNew();
        var (mine, others) = (Known + group, Known + 1 - group);
        var taste = model.Taste(Checkerboard.History(group, group + 2, group + 4));
        var scores = new float[2];
        taste.Score([mine, others], scores);
        Assert.True(scores[0] > scores[1] + 0.2f, $"{scores[0]} should be well above {scores[1]}");
        Assert.Contains(taste.Top(6), scored => scored.Row == mine);
    }

    [Fact]
    public void Only_tracks_without_listeners_enough_are_inferred()
    {
        var model = WithTwoNew();
        Assert.Equal([Known, Known + 1], Enumerable.Range(0, model.Tracks.Count).Where(model.IsInferred));
    }

    [Fact]
    public void Tracks_that_training_saw_score_as_before()
    {
        var factorisation = Factorised(Checkerboard.Matrix, Checkerboard.Index);
        var (before, after) = (new float[Known], new float[Known]);
        var rows = Enumerable.Range(0, Known).ToArray();
        factorisation.Taste(Checkerboard.History(1, 5)).Score(rows, before);
        WithTwoNew().Taste(Checkerboard.History(1, 5)).Score(rows, after);
        Assert.Equal(before, after);
    }

    [Fact]
    public void The_parts_of_its_traits_add_up_to_the_score_of_a_new_track()
    {
        var model = WithTwoNew();
        var taste = model.Taste(Checkerboard.History(0, 2));
        var parts = model.ByTrait(taste, Known);
        Assert.Equal(taste.Explain(Known).Score, parts.Sum(part => part.Part), 1e-4f);
        Assert.Equal(TraitKind.Genre, parts[0].Trait.Kind);
        Assert.Empty(model.ByTrait(taste, 0));
        Assert.Empty(model.ByTrait(model.Taste([]), Known));
    }

    [Fact]
    public void A_new_track_that_was_heard_already_tells_about_the_listener()
    {
        var top = WithTwoNew().Taste(Checkerboard.History(Known)).Top(5);
        Assert.All(top, scored => Assert.Equal(0, scored.Row % 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_new_listener_is_known_from_the_first_plays(int plays)
    {
        var top = WithTwoNew().Taste(Checkerboard.History([.. Enumerable.Range(0, plays).Select(play => 1 + (2 * play))])).Top(3);
        Assert.Equal(3, top.Count);
        Assert.All(top, scored => Assert.Equal(1, scored.Row % 2));
    }

    [Fact]
    public void A_track_without_plays_and_without_traits_has_no_score()
    {
        var factorisation = Factorised(Checkerboard.Matrix.With(columns: Known + 1), Checkerboard.IndexOf(Known + 1));
        var model = Extended(factorisation, Enumerable.Range(0, Known));
        Assert.False(model.IsInferred(Known));
        Assert.Equal(0, model.Taste(Checkerboard.History(0)).Explain(Known).Score);
    }

    [Fact]
    public void A_track_that_shares_nothing_with_any_that_was_heard_is_not_guessed()
    {
        var own = new TrackId(10 * (Known + 1));
        var traits = Enumerable.Range(0, Known).ToDictionary(row => new TrackId(10 * row), _ => (IReadOnlyList<(Trait, float)>)[(new(TraitKind.Genre, "0"), 1)]);
        traits[own] = [(new(TraitKind.Artist, "new"), 1)];
        var model = new ColdStartTrainer(new()).Train(Factorised(Checkerboard.Matrix, Checkerboard.Index), new(traits));
        Assert.Equal(-1, model.Tracks.RowOf(own));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(2e6f)]
    public void A_value_that_makes_no_sense_is_refused(float value) =>
        Assert.Throws<ArgumentException>(() => Traits([0], value));

    [Fact]
    public void Traits_that_all_tracks_share_or_that_outweigh_everything_give_numbers()
    {
        var traits = new TrackTraits(Enumerable.Range(0, Known + 1).ToDictionary(
            row => new TrackId(10 * row), _ => (IReadOnlyList<(Trait, float)>)[(new(TraitKind.Tag, "a"), 1e6f), (new(TraitKind.Tag, "b"), 1e6f), (new(TraitKind.Tag, "a"), 1e-6f)]));
        var model = new ColdStartTrainer(new() { Regularisation = 1e-6 }).Train(Factorised(Checkerboard.Matrix, Checkerboard.Index), traits);
        Assert.All(model.Taste(Checkerboard.History(0)).Top(Known + 1), scored => Assert.True(float.IsFinite(scored.Score)));
    }

    private static ColdStart WithTwoNew() => Extended(Factorised(Checkerboard.Matrix, Checkerboard.Index), Enumerable.Range(0, Known + 2));

    private static ColdStart Extended(Factorisation factorisation, IEnumerable<int> rows) => new ColdStartTrainer(new()).Train(factorisation, Traits(rows));

    /// <summary>Even rows are of genre 0, odd ones of genre 1; every track has an artist of its own.</summary>
    private static TrackTraits Traits(IEnumerable<int> rows, float value = 1) =>
        new(rows.ToDictionary(row => new TrackId(10 * row), row => (IReadOnlyList<(Trait, float)>)
        [
            (new(TraitKind.Genre, (row % 2).ToString(CultureInfo.InvariantCulture)), value),
            (new(TraitKind.Artist, row.ToString(CultureInfo.InvariantCulture)), value),
        ]));

    private static Factorisation Factorised(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) =>
        new FactorisationTrainer(new() { Factors = 8, Regularisation = 0.1, Threads = threads }).Train(
            matrix, tracks, matrix.Columns == tracks.Count ? Popularity.Of(matrix, tracks) : Popularity.Of(Checkerboard.Matrix, Checkerboard.Index));
}
