using Curation.Core.Blending.Sequencing;
using Curation.Core.Playlists;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Curation.Tests.Blending.Sequencing.Sequences;

namespace Curation.Tests.Blending.Sequencing;

public sealed class SequencerProperties
{
    private static Gen<SequencePlan> Plans =>
        from count in Gen.Choose(0, 40)
        from seed in Gen.Choose(1, 1_000_000)
        from artist in Gen.Choose(1, 8)
        from hard in Gen.Elements(true, false)
        from parts in Gen.ArrayOf(Gen.Choose(0, 1), 8)
        from places in Gen.ArrayOf(Gen.Choose(1, 60), 4)
        from keeps in Gen.ArrayOf(Gen.Choose(0, 4), 40)
        let pins = Enumerable.Range(0, count).Select(track => track % 9 == 3 && parts[6] == 1 ? places[track / 9 % 4] : (int?)null).ToList()
        select new SequencePlan
        {
            Tracks = Pool(count, seed),
            Day = Day,
            Flow = new Flow
            {
                Artist = artist > 1 ? new Separation { Distance = artist, Hard = hard } : null,
                Genre = parts[0] == 1 ? new Separation { Distance = 2, Hard = parts[1] == 1 } : null,
                Gender = parts[2] == 1 ? new GenderBalance { Window = 5, MostOfOne = 3, LeastWomenAndNonBinary = 1, Hard = parts[3] == 1 } : null,
                KeyRun = parts[4] == 1 ? new KeyRun { Most = 1 + parts[3] } : null,
                TempoJump = parts[5] == 1 ? new TempoJump { Percent = 10 } : null,
                Curve = parts[1] == 1 ? new TargetCurve { Shape = (CurveShape)(1 + (seed % 4)) } : null,
                Clock = parts[7] == 1 ? new Clock { Name = "Day", Slots = [new ClockSlot { Name = "hit", Tier = ClockTier.Head }, new ClockSlot { Name = "any" }, new ClockSlot { Name = "classic", OlderThanYears = 20 }] } : null,
                Seed = seed,
            },
            FixedAt = SequencePlan.FixPins(pins),
            Kept = [.. keeps.Take(count).Select(keep => keep == 0)],
        };

    private static void Holds(Action<SequencePlan> check, int tests = 120) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(Plans.ToArbitrary(), check));

    [Fact]
    public void An_order_holds_every_track_once() =>
        Holds(plan => Assert.Equal(Enumerable.Range(0, plan.Tracks.Count), Sequencer.Order(plan).Order.Order()));

    [Fact]
    public void Pins_stand_where_they_are_pinned() => Holds(plan =>
    {
        var order = Sequencer.Order(plan).Order;
        foreach (var (track, place) in plan.FixedAt.Index().Where(row => row.Item >= 0)) Assert.Equal(track, order[place]);
    });

    [Fact]
    public void The_same_plan_gives_the_same_order() => Holds(plan => Assert.Equal(Sequencer.Order(plan).Order, Sequencer.Order(plan).Order), 60);

    [Fact]
    public void Improving_never_makes_an_order_worse() => Holds(plan => Assert.True(Sequencer.Order(plan).Cost <= Sequencer.First(plan).Cost + 1e-6));

    [Fact]
    public void The_cost_of_an_order_is_what_it_costs_when_reckoned_anew() => Holds(plan =>
    {
        var found = Sequencer.Order(plan);
        Assert.Equal(CostOf(plan, found.Order), found.Cost, 6);
    });

    [Fact]
    public void Every_rule_that_costs_is_reported_and_no_other() => Holds(plan =>
    {
        var found = Sequencer.Order(plan with { Kept = [] });
        var rules = plan with { Flow = plan.Flow with { Curve = null }, Tracks = [.. plan.Tracks.Select(track => track)], Kept = [] };
        var bare = CostOf(rules with { Flow = new Flow { HalfAndDouble = plan.Flow.HalfAndDouble } }, found.Order);
        Assert.Equal(found.Breaches.Count > 0, CostOf(rules, found.Order) - bare > 0.5);
    });

    [Fact]
    public void Tracks_that_are_kept_together_stay_together_unless_a_pin_or_a_hard_rule_parts_them_and_then_it_is_said() => Holds(plan =>
    {
        var found = Sequencer.Order(plan);
        var parted = Enumerable.Range(0, plan.Tracks.Count).Where(plan.Keeps).Count(track => found.Order.ToList().IndexOf(track + 1) != found.Order.ToList().IndexOf(track) + 1);
        Assert.Equal(parted, found.Breaches.Count(breach => breach.Rule == OrderRule.Kept));
        // Five of one gender that are kept together cannot be within a hard rule of at most three in five: the hard rule wins.
        var hard = plan.Flow is { Artist.Hard: true } or { Genre.Hard: true } or { Gender.Hard: true };
        if (plan.FixedAt.All(place => place < 0) && !hard) Assert.Equal(0, parted);
    });

    [Fact]
    public void A_hard_separation_of_artists_that_feasibility_lets_pass_is_kept_where_each_track_has_one_artist()
    {
        var cases = from count in Gen.Choose(4, 60) from artists in Gen.Choose(2, 20) from distance in Gen.Choose(2, 6) from seed in Gen.Choose(1, 100_000) select (count, artists, distance, seed);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var random = new Core.Numerics.SeededRandom(one.seed);
            var tracks = Enumerable.Range(1, one.count).Select(id => Track(id, 1 + random.NextInt(one.artists), 90 + random.NextInt(40), random.NextDouble())).ToList();
            var plan = new SequencePlan { Tracks = tracks, Flow = new Flow { Artist = new Separation { Distance = one.distance, Hard = true }, Curve = new TargetCurve() } };
            var obstacles = Feasibility.Of(plan, Names);
            var broken = Sequencer.Order(plan).Breaches.Count;
            Assert.Equal(obstacles.Count > 0, broken > 0);
            if (obstacles.Count == 0) return;
            Assert.NotNull(obstacles[0].Fix);
            var mended = plan with { Flow = obstacles[0].Fix! };
            Assert.DoesNotContain(Feasibility.Of(mended, Names), obstacle => obstacle.Hard);
            Assert.DoesNotContain(Sequencer.Order(mended).Breaches, breach => breach.Hard);
        }));
    }
}
