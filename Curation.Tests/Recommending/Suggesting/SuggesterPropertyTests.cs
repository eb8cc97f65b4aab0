using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>What holds for any catalogue and any request.</summary>
public sealed class SuggesterPropertyTests
{
    [Fact]
    public void Reasons_add_up_to_the_score() => ForAny((_, list, _, _) =>
        list.Items.All(item => Math.Abs(item.Score - item.Reasons.Sum(reason => reason.Amount)) < 1e-6));

    [Fact]
    public void What_is_shown_adds_up_to_the_score_that_is_shown() => ForAny((_, list, _, _) =>
        list.Items.All(item => item.Shown().Reasons.Sum(reason => reason.Amount) == item.Shown().Score));

    [Fact]
    public void Neither_a_track_of_the_pool_nor_an_excluded_one_is_suggested() => ForAny((request, list, _, _) =>
        !list.Items.Any(item => request.Pool.Contains(item.Track) || request.Excluded.Contains(item.Track)));

    [Fact]
    public void Every_suggestion_passes_the_filters() => ForAny((request, list, world, _) =>
    {
        var (catalogue, ground) = (world.Catalogue(), world.Ground());
        var filters = request.Filters;
        return list.Items.Select(item => catalogue.Find(item.Track)!).All(track =>
            (filters.Genres.Count == 0 || track.Genres.Any(filters.Genres.Contains))
            && (filters.Tiers.Count == 0 || filters.Tiers.Contains(ground.TierOf(track.Id)))
            && (!filters.CleanOnly || !track.Explicit)
            && (filters.YearFrom is null || track.ReleasedOn?.Year >= filters.YearFrom)
            && (filters.YearTo is null || track.ReleasedOn?.Year <= filters.YearTo));
    });

    [Fact]
    public void Suggestions_come_best_first_and_ties_by_track_id() => ForAny((_, list, _, _) =>
        list.Items.Zip(list.Items.Skip(1)).All(pair =>
            pair.First.Score > pair.Second.Score || (pair.First.Score == pair.Second.Score && pair.First.Track.CompareTo(pair.Second.Track) < 0)));

    [Fact]
    public void No_track_is_suggested_twice_and_never_more_than_asked_for() => ForAny((request, list, _, _) =>
        list.Items.DistinctBy(item => item.Track).Count() == list.Items.Count && list.Items.Count <= Math.Min(request.Count, SuggestionRequest.Most));

    [Fact]
    public void The_same_request_gets_the_same_answer() => ForAny((request, list, world, model) =>
        world.Suggester(model).Suggest(request).Items.SelectMany(Flat).SequenceEqual(list.Items.SelectMany(Flat)));

    [Fact]
    public void A_shorter_answer_is_the_beginning_of_a_longer_one() => ForAny((request, list, world, model) =>
        world.Suggester(model).Suggest(request with { Count = request.Count / 2 }).Items.Select(item => item.Track).SequenceEqual(list.Items.Take(request.Count / 2).Select(item => item.Track)));

    private static IEnumerable<object> Flat(Suggestion item) => [item.Track, item.Score, item.Tier, .. item.Reasons.Cast<object>()];

    private static void ForAny(Func<SuggestionRequest, SuggestionList, World, TrainedModel?, bool> holds)
    {
        var seeds = Gen.Choose(0, 1_000_000).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(seeds, seed =>
        {
            var random = new Random(seed);
            var world = RandomWorld.Of(random);
            var request = RandomWorld.Request(world, random);
            var model = RandomWorld.Model(world, random);
            return holds(request, world.Suggester(model).Suggest(request), world, model);
        }));
    }
}
