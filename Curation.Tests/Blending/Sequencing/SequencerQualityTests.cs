using Curation.Core.Blending.Sequencing;
using Curation.Core.Playlists;
using Xunit;
using static Curation.Tests.Blending.Sequencing.Sequences;

namespace Curation.Tests.Blending.Sequencing;

public sealed class SequencerQualityTests
{
    public static TheoryData<int, int> Cases => [.. from count in new[] { 2, 4, 6, 7, 8 } from seed in Enumerable.Range(1, count == 8 ? 4 : 8) select (count, seed)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_short_list_gets_the_best_of_all_orders(int count, int seed)
    {
        var plan = new SequencePlan { Tracks = Pool(count, seed), Flow = Everything() with { Seed = seed }, Day = Day };
        var best = Orders(count).Min(order => CostOf(plan, order));
        Assert.Equal(best, Sequencer.Order(plan).Cost, 6);
    }

    [Fact]
    public void A_list_of_a_hundred_is_far_better_than_a_plain_greedy_one()
    {
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var plan = new SequencePlan { Tracks = Pool(100, seed), Flow = Everything(), Day = Day };
            var found = Sequencer.Order(plan);
            Assert.True(found.Cost < 0.8 * CostOf(plan, PlainGreedy.Order(plan)), $"seed {seed}: {found.Cost} against {CostOf(plan, PlainGreedy.Order(plan))}");
            Assert.True(found.Cost <= Sequencer.First(plan).Cost);
        }
    }

    [Fact]
    public void A_list_follows_its_target_where_nothing_else_is_asked()
    {
        var tracks = Enumerable.Range(1, 30).Select(id => Track(id, energy: id * 11 % 31 / 30.0)).ToList();
        var found = Sequencer.Order(new SequencePlan { Tracks = tracks, Flow = new Flow { Curve = new TargetCurve { Shape = CurveShape.Rise, From = 0, To = 1 } } });
        Assert.True(found.After.CurveGap < 0.03, $"{found.After.CurveGap}");
    }
}

/// <summary>What a simple program does: always the cheapest next track, with no look ahead.</summary>
internal static class PlainGreedy
{
    public static int[] Order(SequencePlan plan)
    {
        var arrangement = new Arrangement(new Frame(plan));
        var objective = new Objective(plan, arrangement);
        var left = Enumerable.Range(0, plan.Tracks.Count).ToList();
        for (var place = 0; place < plan.Tracks.Count; place++)
        {
            var best = left.MinBy(track =>
            {
                arrangement.Put(track, place);
                var cost = objective.AtPlace(place);
                arrangement.Take(place);
                return (cost, track);
            });
            arrangement.Put(best, place);
            left.Remove(best);
        }

        return arrangement.At;
    }
}
