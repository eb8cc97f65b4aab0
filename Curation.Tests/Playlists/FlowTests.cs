using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Playlists;

public sealed class FlowTests
{
    [Fact]
    public void A_draft_that_asks_nothing_of_its_order_has_the_bytes_it_always_had()
    {
        var json = DraftJson.Write(Drafts.Of(1, 2));
        Assert.DoesNotContain("flow", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("keepWithNext", json, StringComparison.OrdinalIgnoreCase);
        var cleared = Drafts.Of(1, 2).Apply(new DraftEdit.SetFlow(new Flow { Seed = 3 }), Drafts.Ann, Drafts.Then);
        Assert.Equal(DraftJson.Hash(Drafts.Of(1, 2)), DraftJson.Hash(cleared));
    }

    [Fact]
    public void What_is_asked_of_an_order_is_read_back_as_it_was_written()
    {
        var flow = new Flow
        {
            Artist = new Separation { Distance = 7, Hard = true },
            Gender = new GenderBalance { Window = 5, LeastWomenAndNonBinary = 2 },
            TempoJump = new TempoJump { Percent = 8.5 },
            HalfAndDouble = true,
            Curve = new TargetCurve { Shape = CurveShape.Drawn, Points = [new(0, 0.2), new(0.5, 0.9), new(1, 0.4)] },
            Clock = new Clock { Name = "Day", Slots = [new ClockSlot { Name = "hit", Tier = ClockTier.Head }, new ClockSlot { Name = "local", Country = "DE", Genre = new GenreId(3) }] },
        };
        var draft = Drafts.Of(1, 2, 3).Apply(new DraftEdit.SetFlow(flow), Drafts.Ann, Drafts.Then).Apply(new DraftEdit.KeepWithNext([new TrackId(2)], true), Drafts.Ann, Drafts.Then);
        var again = DraftJson.Read(DraftJson.Write(draft));
        Assert.Equal(flow, again.Flow);
        Assert.Equal(draft, again);
        Assert.True(again.Pool[1].KeepWithNext);
    }

    [Fact]
    public void A_new_order_takes_the_places_of_the_tracks_it_names_and_no_others()
    {
        var draft = Drafts.Of(1, 2, 3, 4, 5).Apply(new DraftEdit.Reorder([new(5), new(3), new(9), new(1)]), Drafts.Ann, Drafts.Then);
        Assert.Equal([5, 2, 3, 4, 1], draft.Order());
    }

    [Fact]
    public void The_way_from_one_flow_to_another_is_said_and_leads_there()
    {
        var before = Drafts.Of(1, 2, 3);
        var after = before with { Flow = new Flow { KeyRun = new KeyRun { Most = 2 }, Curve = new TargetCurve() }, Pool = before.Pool.SetItem(0, before.Pool[0] with { KeepWithNext = true }) };
        var diff = DraftDiff.Between(before, after);
        Assert.Equal(["same key", "energy curve"], diff.Flow.Select(change => change.What));
        Assert.Equal([new KeepChange(new TrackId(1), true)], diff.Keeps);
        Assert.Equal(after, EditSteps.Between(before, after).Aggregate(before, (draft, edit) => draft.Apply(edit, Drafts.Ann, Drafts.Then)));
        Assert.Equal(before, EditSteps.Between(after, before).Aggregate(after, (draft, edit) => draft.Apply(edit, Drafts.Ann, Drafts.Then)));
    }

    [Fact]
    public void A_rule_outside_of_its_range_is_refused()
    {
        foreach (var flow in (Flow[])[
            new() { Artist = new Separation { Distance = 1 } },
            new() { Gender = new GenderBalance { Window = 3, LeastWomenAndNonBinary = 4 } },
            new() { TempoJump = new TempoJump { Percent = 0 } },
            new() { Curve = new TargetCurve { From = 1.2 } },
            new() { Curve = new TargetCurve { Shape = CurveShape.Drawn, Points = [new(0.5, 0.2), new(0.5, 0.9)] } },
            new() { Clock = new Clock { Name = "Empty" } }])
            Assert.Throws<RefusedException>(() => Drafts.Of(1).Apply(new DraftEdit.SetFlow(flow), Drafts.Ann, Drafts.Then));
    }

    [Theory]
    [InlineData(CurveShape.Rise, 0.35, 0.575, 0.8)]
    [InlineData(CurveShape.Arc, 0.35, 0.7434, 0.35)]
    [InlineData(CurveShape.Plateau, 0.35, 0.8, 0.35)]
    [InlineData(CurveShape.Wave, 0.35, 0.8, 0.35)]
    public void A_target_runs_as_its_shape_says(CurveShape shape, double first, double middle, double last)
    {
        var targets = new TargetCurve { Shape = shape }.Over(3);
        Assert.Equal([first, middle, last], targets.Select(value => Math.Round(value, 4)));
    }

    [Fact]
    public void A_drawn_target_goes_through_its_points_and_never_beyond_them()
    {
        var curve = new TargetCurve { Shape = CurveShape.Drawn, Points = [new(0, 0.1), new(0.3, 0.9), new(0.4, 0.9), new(1, 0.2)] };
        Assert.Equal([0.1, 0.9, 0.9, 0.2], curve.Points.Select(point => Math.Round(curve.At(point.At), 9)));
        Assert.All(curve.Over(500), value => Assert.InRange(value, 0.1 - 1e-12, 0.9 + 1e-12));
        Assert.All(curve.Over(500).Skip(200).Zip(curve.Over(500).Skip(201)), pair => Assert.True(pair.Second <= pair.First + 1e-12));
        Assert.Equal(0.5, (curve with { Smooth = false }).At(0.15), 9);
    }
}
