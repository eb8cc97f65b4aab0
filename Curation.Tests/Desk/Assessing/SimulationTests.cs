using Curation.Core.Auditing.Assessing;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage.Imports;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Assessing;

public sealed class SimulationTests
{
    [Fact]
    public async Task The_simulated_lists_are_those_that_publishing_makes_to_the_last_byte()
    {
        await using var room = await Newsroom.Open();
        await TurnProfilingOff(room, "listener-4");
        var revision = await Newest(room);
        var simulate = room.Get<SimulateAudience>();
        simulate.Chunk = 7;
        var simulation = await simulate.Everybody(await room.Get<CurrentModel>().Get(), revision, null, CancellationToken.None);
        await room.Publish();

        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var edition = await db.Editions.SingleAsync();
        var stored = await db.EditionLists.Where(list => list.Edition == edition.Id).OrderBy(list => list.Listener).ToListAsync();
        var origin = StoredEdition.OriginOf(edition);
        Assert.Equal(origin, simulation.Origin);
        Assert.Equal(31, stored.Count);
        Assert.Equal(Hex(stored[0].Hash), HashOf(origin, 0, simulation.Shared));
        for (var row = 0; row < simulation.Lists.Count; row++)
        {
            var list = stored[row + 1];
            Assert.Equal(list.Listener, simulation.Lists.Listeners[row].Value);
            Assert.Equal(Hex(list.Hash), HashOf(origin, list.Listener, simulation.Lists.Of(row)));
        }
    }

    [Fact]
    public async Task A_listener_with_profiling_off_gets_the_shared_order_and_their_history_is_not_read()
    {
        await using var room = await Newsroom.Open();
        await TurnProfilingOff(room, "listener-4");
        var revision = await Newest(room);
        var snapshot = await room.Get<CurrentModel>().Get();
        foreach (var simulation in (Simulation[])[await room.Get<SimulateAudience>().Everybody(snapshot, revision, null, CancellationToken.None), await room.Get<SimulateAudience>().Sample(snapshot, revision, CancellationToken.None)])
        {
            var row = Array.FindIndex(simulation.Audience.Listeners, listener => listener.ProfilingOff);
            Assert.Empty(simulation.Audience.Histories[row].Tracks);
            Assert.Equal(simulation.Shared, simulation.Lists.Of(row).ToArray());
            Assert.True(double.IsNaN(simulation.Fits[row]));
            Assert.All(simulation.Audience.Histories.Where((_, other) => other != row), history => Assert.NotEmpty(history.Tracks));
            Assert.All(simulation.Fits.Where((_, other) => other != row), fit => Assert.InRange(fit, 0, 1));
        }
    }

    [Fact]
    public async Task What_is_held_of_a_listener_goes_as_soon_as_profiling_is_turned_off()
    {
        await using var room = await Newsroom.Open();
        var revision = await Newest(room);
        var snapshot = await room.Get<CurrentModel>().Get();
        var before = await room.Get<SimulateAudience>().Sample(snapshot, revision, CancellationToken.None);
        Assert.All(before.Audience.Histories, history => Assert.NotEmpty(history.Tracks));
        await TurnProfilingOff(room, "listener-4");
        var after = await room.Get<SimulateAudience>().Sample(snapshot, revision, CancellationToken.None);
        var row = Array.FindIndex(after.Audience.Listeners, listener => listener.ProfilingOff);
        Assert.Empty(after.Audience.Histories[row].Tracks);
        Assert.Equal(after.Shared, after.Lists.Of(row).ToArray());
    }

    [Fact]
    public async Task Somebody_in_the_sample_who_is_somewhere_else_is_there_at_once()
    {
        await using var room = await Newsroom.Open();
        var revision = await Newest(room);
        var snapshot = await room.Get<CurrentModel>().Get();
        var before = await room.Get<SimulateAudience>().Sample(snapshot, revision, CancellationToken.None);
        Assert.Same(before.Audience, (await room.Get<SimulateAudience>().Sample(snapshot, revision, CancellationToken.None)).Audience);
        await using (var db = await room.Desk.Factory.CreateDbContextAsync()) await db.Listeners.Where(listener => listener.Key == "listener-4").ExecuteUpdateAsync(set => set.SetProperty(listener => listener.Region, "BR"));
        var after = await room.Get<SimulateAudience>().Sample(snapshot, revision, CancellationToken.None);
        Assert.Contains(after.Audience.Listeners, listener => listener.Region == "BR");
        Assert.Contains(after.Audience.Histories, history => history.Territory == "BR");
    }

    [Fact]
    public async Task A_sample_gives_the_same_listeners_the_same_lists_as_the_whole()
    {
        await using var room = await Newsroom.Open();
        var revision = await Newest(room);
        var snapshot = await room.Get<CurrentModel>().Get();
        var whole = await room.Get<SimulateAudience>().Everybody(snapshot, revision, null, CancellationToken.None);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var (some, population) = await AudienceHistories.EveryNth(db, 8, CancellationToken.None);
        Assert.Equal((8, 30), (some.Length, population));
        var histories = await AudienceHistories.OfScattered(db, some, snapshot.Weights, CancellationToken.None);
        Assert.All(histories, history =>
        {
            var same = whole.Audience.Histories.Single(other => other.Id == history.Id);
            Assert.Equal(same.Tracks, history.Tracks);
            Assert.Equal(same.Weights, history.Weights);
        });
        var sample = await room.Get<SimulateAudience>().Sample(snapshot, revision, CancellationToken.None);
        Assert.Equal(whole.Lists.Tracks.ToArray(), sample.Lists.Tracks.ToArray());
        Assert.Equal(whole.Fits, sample.Fits);
    }

    [Fact]
    public async Task What_listeners_get_now_is_beside_what_they_would_get()
    {
        await using var room = await Newsroom.Open(blend: new Blend { Size = 6, DiscoveryShare = 0, ArtistSeparation = 1 });
        var snapshot = await room.Get<CurrentModel>().Get();
        Assert.Null((await room.Get<SimulateAudience>().Everybody(snapshot, await Newest(room), null, CancellationToken.None)).Live);
        await room.Publish();
        room.Desk.Clock.Advance(Revision.Sitting);
        await room.Edit(new DraftEdit.RemoveTracks(room.Camps.Loud));
        var simulation = await room.Get<SimulateAudience>().Sample(snapshot, await Newest(room), CancellationToken.None);
        Assert.Contains(simulation.Live!.Tracks.ToArray(), room.Camps.Loud.Contains);
        Assert.DoesNotContain(simulation.Lists.Tracks.ToArray(), room.Camps.Loud.Contains);
        Assert.Equal(simulation.Lists.Count, simulation.Live.Count);
    }

    [Fact]
    public async Task Nobody_listens_and_there_is_still_the_shared_list()
    {
        await using var room = await Newsroom.Open(listeners: 30);
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            await db.Plays.ExecuteDeleteAsync();
            await db.Listeners.ExecuteDeleteAsync();
        }

        var snapshot = await room.Get<CurrentModel>().Get();
        foreach (var simulation in (Simulation[])[await room.Get<SimulateAudience>().Everybody(snapshot, await Newest(room), null, CancellationToken.None), await room.Get<SimulateAudience>().Sample(snapshot, await Newest(room), CancellationToken.None)])
        {
            Assert.Equal((0, 0), (simulation.Lists.Count, simulation.Audience.Population));
            Assert.NotEmpty(simulation.Shared);
        }
    }

    [Fact]
    public async Task Every_place_of_every_list_is_in_what_its_track_got()
    {
        await using var room = await Newsroom.Open();
        var simulation = await room.Get<SimulateAudience>().Everybody(await room.Get<CurrentModel>().Get(), await Newest(room), null, CancellationToken.None);
        var tracks = AssessedTrack.Of(simulation.Lists);
        Assert.Equal(simulation.Lists.Tracks.Length, tracks.Sum(track => track.Lists));
        var (log, geometric) = (0.0, 0.0);
        for (var row = 0; row < simulation.Lists.Count; row++)
        {
            for (var place = 1; place <= simulation.Lists.Of(row).Length; place++) (log, geometric) = (log + (1 / Math.Log2(place + 1)), geometric + Math.Pow(0.85, place - 1));
        }

        Assert.Equal(log, tracks.Sum(track => track.Log), 1e-9);
        Assert.Equal(geometric, tracks.Sum(track => track.Geometric), 1e-9);
    }

    private static async Task<Revision> Newest(Newsroom room)
    {
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        return (await room.Get<OpenPlaylist>().At(room.Playlist, view.Revision))!;
    }

    private static async Task TurnProfilingOff(Newsroom room, string key)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        (await db.Listeners.SingleAsync(listener => listener.Key == key)).SetProfiling(off: true);
        await db.SaveChangesAsync();
    }

    private static string HashOf(ListOrigin origin, int listener, ReadOnlySpan<TrackId> tracks)
    {
        var slots = new Slot[tracks.Length];
        for (var place = 0; place < slots.Length; place++) slots[place] = new Slot(tracks[place], Provenance.Editor, 0, SlotMarks.None);
        return Hex(origin.HashOf(listener, slots));
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
