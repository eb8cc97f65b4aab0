using Curation.Core.Blending;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Previews;

public sealed class PreviewTests
{
    [Fact]
    public async Task A_listener_sees_more_of_what_they_play()
    {
        await using var room = await Newsroom.Open(blend: new Blend { Size = 6, DiscoveryShare = 0, EditorialWeight = 0, ArtistSeparation = 1 });
        var preview = await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Listener("listener-0"), new PreviewChoice.Listener("listener-1")]);
        Assert.True(Loud(room, preview!.Lists[1]) > Loud(room, preview.Lists[0]));
        Assert.All(preview.Lists, list => Assert.Equal((room.Camps.Loud[0], Provenance.Pinned), (list.List!.Slots[1].Track, list.List.Slots[1].Provenance)));
    }

    [Fact]
    public async Task Reasons_name_the_listeners_own_tracks_and_add_up()
    {
        await using var room = await Newsroom.Open();
        var list = await room.Get<PreviewListener>().Run(room.Playlist, new PreviewChoice.Listener("listener-1"));
        Assert.All(list!.Slots, slot => Assert.Equal(slot.Slot.Score, slot.Reasons.Sum(reason => reason.Value), 1e-6));
        Assert.Contains(list.Slots.SelectMany(slot => slot.Reasons), reason => reason is { Kind: ReasonKind.BecauseOf, Track: not null });
    }

    [Fact]
    public async Task Each_camp_is_a_taste_cluster_with_a_real_listener_at_its_centre()
    {
        await using var room = await Newsroom.Open();
        var map = await room.Get<DrawTasteMap>().Get();
        Assert.Equal(["Downtempo", "Hardcore"], map.Clusters.Select(map.NameOf).Order());
        var preview = await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Cluster(1), new PreviewChoice.Cluster(2), new PreviewChoice.Cluster(3)]);
        Assert.All(preview!.Lists.Take(2), list => Assert.NotNull(list.List!.Listener));
        Assert.Null(preview.Lists[2].List);
    }

    [Fact]
    public async Task The_hater_of_the_genre_is_a_listener_who_plays_none_of_it()
    {
        await using var room = await Newsroom.Open();
        await room.Edit(new DraftEdit.RemoveTracks(room.Camps.Loud));
        var list = await room.Get<PreviewListener>().Run(room.Playlist, new PreviewChoice.Outsider());
        Assert.Contains("Downtempo", list!.About, StringComparison.Ordinal);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var key = (await db.Listeners.SingleAsync(row => row.Id == list.List!.Listener)).Key;
        Assert.Equal(1, int.Parse(key["listener-".Length..], System.Globalization.CultureInfo.InvariantCulture) % 2);
    }

    [Fact]
    public async Task Profiling_that_is_off_gives_the_shared_order()
    {
        await using var room = await Newsroom.Open();
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            (await db.Listeners.SingleAsync(row => row.Key == "listener-4")).SetProfiling(off: true);
            await db.SaveChangesAsync();
        }

        var preview = await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Listener("listener-4"), new PreviewChoice.Newcomer(), new PreviewChoice.Listener("listener-2")]);
        Assert.Equal(preview!.Lists[1].List!.Slots.ToArray(), preview.Lists[0].List!.Slots.ToArray());
        Assert.NotEqual(preview.Lists[1].List!.Slots.ToArray(), preview.Lists[2].List!.Slots.ToArray());
        Assert.NotEqual(preview.Lists[1].List!.HashText, preview.Lists[0].List!.HashText);
    }

    [Fact]
    public async Task A_refused_track_is_on_no_list_even_when_it_is_pinned()
    {
        await using var room = await Newsroom.Open();
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            db.Refusals.Add(new Refusal(room.Camps.Loud[0], RefusalScope.In(room.Playlist), room.Editor.Person, room.Desk.Clock.GetUtcNow(), null, ""));
            await db.SaveChangesAsync();
        }

        var list = await room.Get<PreviewListener>().Run(room.Playlist, new PreviewChoice.Listener("listener-1"));
        Assert.Equal([new LeftOut(room.Camps.Loud[0], Exclusion.Refused, 2)], list!.List!.LeftOut);
        Assert.DoesNotContain(list.List.Slots.ToArray(), slot => slot.Track == room.Camps.Loud[0]);
    }

    [Fact]
    public async Task An_earlier_revision_is_previewed_as_it_was()
    {
        await using var room = await Newsroom.Open();
        var before = await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Newcomer()]);
        room.Desk.Clock.Advance(TimeSpan.FromHours(1));
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]]));
        var now = await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Newcomer()]);
        var again = await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Newcomer()], before!.Revision.Id);
        Assert.NotEqual(before.Lists[0].List!.HashText, now!.Lists[0].List!.HashText);
        Assert.Equal(before.Lists[0].List!.HashText, again!.Lists[0].List!.HashText);
    }

    [Fact]
    public async Task Unknown_listeners_and_playlists_are_said_to_be_unknown_and_five_are_too_many()
    {
        await using var room = await Newsroom.Open(4);
        var preview = await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Listener("nobody")]);
        Assert.Null(Assert.Single(preview!.Lists).List);
        Assert.Null(await room.Get<PreviewSideBySide>().Run(new PlaylistId(99), []));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<PreviewSideBySide>().Run(room.Playlist, Enumerable.Range(1, 5).Select(PreviewChoice (i) => new PreviewChoice.Cluster(i)).ToList()));
    }

    [Fact]
    public void A_choice_in_an_address_reads_back()
    {
        foreach (var choice in (PreviewChoice[])[new PreviewChoice.Listener("a:b"), new PreviewChoice.Cluster(3), new PreviewChoice.Newcomer(), new PreviewChoice.Outsider()])
            Assert.Equal(choice, PreviewChoice.Parse(choice.ToString()));
        Assert.All((string?[])[null, "", "key:", "cluster:x", "cluster:-1", "old"], text => Assert.Null(PreviewChoice.Parse(text)));
    }

    private static int Loud(Newsroom room, PreviewedList list) => list.List!.Slots.ToArray().Count(slot => room.Camps.Loud.Contains(slot.Track));
}
