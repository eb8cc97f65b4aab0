using Curation.Core.Auditing.Figures;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Cards;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Listeners;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Previews;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Publishing.Formats;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Listeners;

public sealed class ExplicitTests
{
    [Fact]
    public async Task Who_excludes_explicit_tracks_gets_none_in_preview_simulation_and_edition_and_the_bytes_are_the_same()
    {
        await using var room = await Vulgar();
        await room.Get<SetExplicit>().ByApp("app", "listener-3", excluded: true);
        await room.Get<SetExplicit>().ByApp("app", "listener-4", excluded: true);
        await room.Get<SetProfiling>().ByApp("app", "listener-4", off: true);
        var simulation = await room.Get<SimulateAudience>().Everybody(await room.Get<CurrentModel>().Get(), await Newest(room), null, CancellationToken.None);
        var preview = (await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Listener("listener-3"), new PreviewChoice.Listener("listener-4"), new PreviewChoice.Listener("listener-7")]))!.Lists;
        Assert.All(preview.Take(2), list => Assert.DoesNotContain(list.List!.Slots.ToArray(), slot => IsVulgar(room, slot.Track)));
        Assert.Contains(preview[2].List!.Slots.ToArray(), slot => IsVulgar(room, slot.Track));
        Assert.EndsWith("Explicit tracks are excluded for this listener.", preview[0].About, StringComparison.Ordinal);

        await room.Publish();
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var stored = await db.EditionLists.AsNoTracking().ToDictionaryAsync(list => list.Listener);
        var (excluding, reached) = (0, 0);
        for (var row = 0; row < simulation.Lists.Count; row++)
        {
            var tracks = SlotCodec.Unpack(stored[simulation.Lists.Listeners[row].Value].Slots).Select(slot => slot.Track).ToArray();
            Assert.Equal(tracks, simulation.Lists.Of(row).ToArray());
            var vulgar = tracks.Any(track => IsVulgar(room, track));
            if (!simulation.Audience.Listeners[row].ExcludesExplicit) reached += vulgar ? 1 : 0;
            else Assert.False(vulgar);
            excluding += simulation.Audience.Listeners[row].ExcludesExplicit ? 1 : 0;
        }

        Assert.Equal(2, excluding);
        Assert.True(reached > 0);
        Assert.All(preview, list => Assert.Equal(Convert.ToHexStringLower(stored[list.List!.Listener!.Value.Value].Hash), list.List.HashText));
        var assessment = (await room.Get<ReadAssessments>().Newest(room.Playlist))!;
        Assert.Equal((0.0, 2), (assessment.Find(new(Measures.ExplicitReach))!.Value!.Value, assessment.Find(new(Measures.ExplicitReach))!.Count));
        Assert.Equal(0, assessment.Find(new(Measures.ExplicitLists))!.Value);
        Assert.Equal(20, assessment.Find(new(Measures.ExplicitUnknown))!.Value);
    }

    [Fact]
    public async Task Simulated_and_published_lists_agree_on_what_may_be_heard_where_a_listener_is()
    {
        await using var room = await Newsroom.Open();
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            foreach (var listener in await db.Listeners.ToListAsync()) listener.Describe(null, listener.Id.Value % 2 == 0 ? "DE" : "FR", null);
            (await db.Tracks.SingleAsync(track => track.Id == room.Camps.Calm[1])).StateRights(RightsState.Cleared, "DE");
            await db.SaveChangesAsync();
        }

        await room.Get<CurrentModel>().Refresh();
        var snapshot = await room.Get<CurrentModel>().Get();
        var whole = await room.Get<SimulateAudience>().Everybody(snapshot, await Newest(room), null, CancellationToken.None);
        var sample = await room.Get<SimulateAudience>().Sample(snapshot, await Newest(room), CancellationToken.None);
        await room.Publish();
        await using var look = await room.Desk.Factory.CreateDbContextAsync();
        var stored = await look.EditionLists.AsNoTracking().ToDictionaryAsync(list => list.Listener);
        for (var row = 0; row < whole.Lists.Count; row++)
        {
            var tracks = SlotCodec.Unpack(stored[whole.Lists.Listeners[row].Value].Slots).Select(slot => slot.Track).ToArray();
            Assert.Equal(tracks, whole.Lists.Of(row).ToArray());
            Assert.Equal(tracks, sample.Lists.Of(row).ToArray());
        }
    }

    [Fact]
    public async Task Switching_takes_effect_at_once_on_an_edition_that_is_live_already()
    {
        await using var room = await Vulgar();
        await room.Publish();
        var lists = room.Get<ReadListenerList>();
        var before = (await lists.Live("night-drive", "listener-7"))!;
        Assert.Contains(before.Tracks, track => IsVulgar(room, track.Slot.Track));

        await room.Get<SetExplicit>().ByApp("app", "listener-7", excluded: true);
        var after = (await lists.Live("night-drive", "listener-7"))!;
        Assert.Equal(before.Tracks.Where(track => !IsVulgar(room, track.Slot.Track)), after.Tracks);
        Assert.Equal(before.Tracks.Where(track => IsVulgar(room, track.Slot.Track)).Select(track => new NotGiven(track.Slot.Track, "explicit")), after.LeftOut);
        Assert.Equal(before.ListHash, after.ListHash);
        Assert.NotEqual(before.GivenHash, after.GivenHash);
        Assert.Contains((await lists.Live("night-drive", null))!.Tracks, track => IsVulgar(room, track.Slot.Track));

        await room.Get<SetProfiling>().ByApp("app", "listener-7", off: true);
        Assert.DoesNotContain((await lists.Live("night-drive", "listener-7"))!.Tracks, track => IsVulgar(room, track.Slot.Track));
        await room.Get<SetProfiling>().ByApp("app", "listener-7", off: false);
        await room.Get<SetExplicit>().ByApp("app", "listener-7", excluded: false);
        Assert.Equal(before.Tracks, (await lists.Live("night-drive", "listener-7"))!.Tracks);
    }

    /// <summary>The shared list is filled with the next tracks of its order where explicit ones are left out of it; what is served is that list, not the shared one with gaps.</summary>
    [Fact]
    public async Task With_profiling_off_too_what_is_served_is_what_the_preview_showed()
    {
        await using var room = await Vulgar();
        await room.Get<SetExplicit>().ByApp("app", "listener-4", excluded: true);
        await room.Get<SetProfiling>().ByApp("app", "listener-4", off: true);
        var preview = (await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Listener("listener-4"), new PreviewChoice.Newcomer()]))!.Lists;
        Assert.Equal(preview[1].List!.Slots.Length, preview[0].List!.Slots.Length);
        Assert.Contains(preview[1].List!.Slots.ToArray(), slot => IsVulgar(room, slot.Track));

        await room.Publish();
        var served = (await room.Get<ReadListenerList>().Live("night-drive", "listener-4"))!;
        Assert.Equal(preview[0].List!.Slots.ToArray().Select(slot => slot.Track), served.Tracks.Select(track => track.Slot.Track));
        Assert.Equal((preview[0].List!.HashText, 0), (served.ListHash, served.LeftOut.Count));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.Equal(2, await db.EditionLists.CountAsync(list => list.Unprofiled));
    }

    [Fact]
    public async Task What_is_held_of_a_sample_is_read_again_when_somebody_excludes_explicit_tracks()
    {
        await using var room = await Vulgar();
        var snapshot = await room.Get<CurrentModel>().Get();
        await room.Get<SimulateAudience>().Sample(snapshot, await Newest(room), CancellationToken.None);
        await room.Get<SetExplicit>().ByApp("app", "listener-7", excluded: true);
        var after = await room.Get<SimulateAudience>().Sample(snapshot, await Newest(room), CancellationToken.None);
        var row = Array.FindIndex(after.Audience.Listeners, listener => listener.ExcludesExplicit);
        Assert.DoesNotContain(after.Lists.Of(row).ToArray(), track => IsVulgar(room, track));
    }

    [Fact]
    public async Task The_switch_is_on_record_by_number_only_when_something_changes_and_of_people_only_an_admin_has_it()
    {
        await using var room = await Newsroom.Open();
        var verb = room.Get<SetExplicit>();
        Assert.True(await verb.ByApp("app", "listener-4", excluded: true));
        Assert.True(await verb.ByApp("app", "listener-4", excluded: true));
        Assert.False(await verb.ByApp("app", "nobody", excluded: true));
        Assert.Null(await verb.IsExcluded("nobody"));
        Assert.Equal("asked through app", Assert.Single(await room.Get<ReadAuditLog>().Newest(9, new AuditFilter(Action: "listener.explicit-excluded"))).Entry.Detail);

        await Assert.ThrowsAsync<RefusedException>(() => verb.Run(room.Editor, "listener-4", excluded: false));
        Assert.True(await verb.IsExcluded("listener-4"));
        var admin = await room.Desk.Person("Mina", Roles.Admin);
        await verb.Run(admin, "listener-4", excluded: false);
        await Assert.ThrowsAsync<RefusedException>(() => verb.Run(admin, "nobody", excluded: true));
        var entry = Assert.Single(await room.Get<ReadAuditLog>().Newest(9, new AuditFilter(Action: "listener.explicit-allowed"))).Entry;
        Assert.Equal($"listener:{(await room.Get<ReadListener>().ByKey("listener-4"))!.Id}", entry.Subject);
    }

    [Fact]
    public async Task The_cards_say_that_who_excludes_explicit_tracks_gets_none()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        await room.Get<SetExplicit>().ByApp("app", "listener-4", excluded: true);
        var cards = await room.Get<ReadCards>().Run();
        Assert.Contains("Tracks marked as explicit, for listeners who exclude them (fewer than 10).", cards.Ranking.Excluded);
        Assert.Contains(cards.Ranking.Parameters, parameter => parameter is { Name: "Tracks marked as explicit", Weight: "none for who excludes them" });
        Assert.Contains("Tracks marked as explicit may be on it, but never for a listener who excludes them.", cards.Recipes[0].Words);
    }

    /// <summary>A newsroom where the pinned track, one more loud and two calm ones are explicit; of the rest no source says anything.</summary>
    private static async Task<Newsroom> Vulgar()
    {
        var room = await Newsroom.Open();
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            foreach (var track in await db.Tracks.ToListAsync())
            {
                if (IsVulgar(room, track.Id)) track.State(isExplicit: true);
            }

            await db.SaveChangesAsync();
        }

        await room.Get<CurrentModel>().Refresh();
        return room;
    }

    private static bool IsVulgar(Newsroom room, TrackId track) => room.Camps.Loud.Take(2).Concat(room.Camps.Calm.Take(2)).Contains(track);

    private static async Task<Revision> Newest(Newsroom room)
    {
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        return (await room.Get<OpenPlaylist>().At(room.Playlist, view.Revision))!;
    }
}
