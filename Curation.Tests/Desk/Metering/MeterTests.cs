using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Metering;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Xunit;

namespace Curation.Tests.Desk.Metering;

public sealed class MeterTests
{
    private static async Task<(Newsroom Room, Draft Draft, Finding Finding)> Warned(double least)
    {
        var room = await Newsroom.Open(blend: new Blend { Size = 10, DiscoveryShare = 0, EditorialWeight = 0.3, ArtistSeparation = 1 });
        const string Loud = "Hardcore";
        var admin = await room.Desk.Person("Abe", Roles.Admin);
        var from = (await room.Get<ReadPolicies>().InForce()).Number;
        await room.Get<SavePolicy>().Run(admin, from, new PolicyRules { Thresholds = [new(new MeasureKey(Measures.Exposure, "genre", Loud), Side.Below, least, null), new(new MeasureKey(Measures.Calibration), Side.Above, -1, null)] }, "to be tried");
        var draft = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Draft;
        var meter = await room.Get<ReadMeter>().Of(room.Playlist, draft);
        return (room, draft, meter.Findings.Single(finding => finding.Key.Measure == Measures.Exposure));
    }

    private static Draft With(Draft draft, DraftEdit edit) => draft.Apply(edit, new PersonId("ada"), DateTimeOffset.UnixEpoch);

    private static async Task<FindingLevel> LevelOf(Newsroom room, Draft draft) =>
        (await room.Get<ReadMeter>().Of(room.Playlist, draft)).Findings.Single(finding => finding.Key.Measure == Measures.Exposure).Level;

    [Fact]
    public async Task A_fix_is_the_fewest_swaps_that_clear_the_warning_as_one_edit()
    {
        var (room, draft, finding) = await Warned(0.55);
        await using var _ = room;
        Assert.Equal(FindingLevel.Warn, finding.Level);

        var fix = await room.Get<SuggestFix>().For(room.Playlist, draft, finding);
        Assert.True(fix.Clears);
        Assert.NotEmpty(fix.Swaps);
        Assert.All(fix.Swaps, swap => Assert.Contains(swap.Out.Id, room.Camps.Calm));
        Assert.All(fix.Swaps, swap => Assert.Contains(swap.In.Id, room.Camps.Loud));
        var mended = With(draft, fix.ToEdit());
        Assert.Equal(FindingLevel.Pass, await LevelOf(room, mended));
        Assert.Equal(draft.Pool.Length, mended.Pool.Length);
        foreach (var left in fix.Swaps)
        {
            var without = fix with { Swaps = [.. fix.Swaps.Where(swap => swap != left)] };
            Assert.Equal(FindingLevel.Warn, await LevelOf(room, With(draft, without.ToEdit())));
        }
    }

    [Fact]
    public async Task Pinned_and_noted_tracks_are_never_swapped_and_what_cannot_be_cleared_says_so()
    {
        var (room, draft, finding) = await Warned(0.99);
        await using var _ = room;
        draft = With(With(draft, new DraftEdit.PinTrack(room.Camps.Calm[0], 1)), new DraftEdit.WriteNote(room.Camps.Calm[1], "must stay"));
        var fix = await room.Get<SuggestFix>().For(room.Playlist, draft, finding);
        Assert.False(fix.Clears);
        Assert.DoesNotContain(fix.Swaps, swap => swap.Out.Id == room.Camps.Calm[0] || swap.Out.Id == room.Camps.Calm[1]);
        Assert.NotEqual("", fix.Note);
    }

    [Fact]
    public async Task A_figure_that_turns_on_the_recipe_offers_no_swaps_and_says_what_would()
    {
        var (room, draft, _) = await Warned(0.55);
        await using var open = room;
        var calibration = (await room.Get<ReadMeter>().Of(room.Playlist, draft)).Findings.Single(finding => finding.Key.Measure == Measures.Calibration);
        var fix = await room.Get<SuggestFix>().For(room.Playlist, draft, calibration);
        Assert.Empty(fix.Swaps);
        Assert.Contains("calibration", fix.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_each_swap_costs_is_measured_by_itself()
    {
        var (room, draft, finding) = await Warned(0.55);
        await using var _ = room;
        var fix = await room.Get<SuggestFix>().For(room.Playlist, draft, finding);
        var swap = fix.Swaps[0];
        var alone = await room.Get<ReadMeter>().Of(room.Playlist, With(draft, (fix with { Swaps = [swap] }).ToEdit()));
        Assert.Equal(fix.FitBefore - alone.Fit, swap.Cost);
    }

    [Fact]
    public async Task Keeping_more_places_for_a_group_buys_exposure_and_the_setting_in_force_is_marked()
    {
        var (room, draft, _) = await Warned(0.55);
        await using var open = room;
        var asked = draft with { Blend = draft.Blend with { Exposure = new ExposureGoal { Dimension = "genre", Shares = [new("Hardcore", 0.25)] } } };
        var points = await room.Get<DrawTradeOff>().OfGroup(room.Playlist, asked, "Hardcore");
        Assert.Equal(0.25, Assert.Single(points, point => point.IsNow).Setting);
        Assert.Equal(points.Select(point => point.Gain).Order(), points.Select(point => point.Gain));
        Assert.True(points[^1].Gain > points[0].Gain);
        Assert.All(points, point => Assert.InRange(point.Fit!.Value, 0, 1));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<DrawTradeOff>().OfGroup(room.Playlist, draft, "Hardcore"));
    }
}
