using Curation.Core.Blending;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Listeners;
using Curation.Core.Desk.Previews;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Tests.Desk.Editions;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Listeners;

public sealed class ProfilingTests
{
    /// <summary>Two of different camps, so that their histories share nothing.</summary>
    private static readonly string[] Two = ["listener-4", "listener-7"];

    [Fact]
    public async Task With_profiling_off_two_listeners_of_different_histories_get_the_shared_list_byte_for_byte()
    {
        await using var room = await Newsroom.Open();
        var with = await Previewed(room);
        Assert.NotEqual(Bytes(with[0]), Bytes(with[1]));
        Assert.All(with.Take(2), list => Assert.NotEqual(Bytes(with[2]), Bytes(list)));

        foreach (var listener in Two) Assert.True(await room.Get<SetProfiling>().ByApp("app", listener, off: true));
        var without = await Previewed(room);
        Assert.All(without, list => Assert.Equal(Bytes(with[2]), Bytes(list)));

        await room.Publish();
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var stored = await db.EditionLists.AsNoTracking().ToDictionaryAsync(list => list.Listener, list => list.Slots);
        var ids = await db.Listeners.Where(row => Two.Contains(row.Key)).Select(row => row.Id).ToListAsync();
        Assert.Equal(2, ids.Count);
        Assert.All(ids, id => Assert.Equal(stored[0], stored[id.Value]));
        Assert.Equal(stored[0], Bytes(with[2]));
        Assert.Contains(stored, list => list.Key != 0 && !list.Value.SequenceEqual(stored[0]));
    }

    [Fact]
    public async Task Switching_takes_effect_at_once_on_an_edition_that_is_live_already()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var lists = room.Get<ReadListenerList>();
        var shared = (await lists.Live("night-drive", null))!.ListHash;
        var own = (await lists.Live("night-drive", Two[0]))!.ListHash;
        Assert.NotEqual(shared, own);

        await room.Get<SetProfiling>().ByApp("app", Two[0], off: true);
        Assert.Equal(shared, (await lists.Live("night-drive", Two[0]))!.ListHash);
        Assert.Equal((await lists.Live("night-drive", null))!.Tracks, (await lists.Live("night-drive", Two[0]))!.Tracks);
        Assert.NotEqual(shared, (await lists.Live("night-drive", Two[1]))!.ListHash);

        await room.Get<SetProfiling>().ByApp("app", Two[0], off: false);
        Assert.Equal(own, (await lists.Live("night-drive", Two[0]))!.ListHash);
    }

    [Fact]
    public async Task The_switch_is_on_record_by_number_and_only_when_something_changes()
    {
        await using var room = await Newsroom.Open();
        var profiling = room.Get<SetProfiling>();
        Assert.False(await profiling.IsOff(Two[0]));
        Assert.True(await profiling.ByApp("app", Two[0], off: true));
        Assert.True(await profiling.ByApp("app", Two[0], off: true));
        Assert.True(await profiling.IsOff(Two[0]));
        Assert.False(await profiling.ByApp("app", "nobody", off: true));
        Assert.Null(await profiling.IsOff("nobody"));
        var entry = Assert.Single(await room.Get<ReadAuditLog>().Newest(9, new AuditFilter(Action: "listener.profiling-off"))).Entry;
        Assert.StartsWith("listener:", entry.Subject, StringComparison.Ordinal);
        Assert.Equal("asked through app", entry.Detail);
        Assert.DoesNotContain(Two[0], entry.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_people_only_an_admin_may_switch_it()
    {
        await using var room = await Newsroom.Open();
        var profiling = room.Get<SetProfiling>();
        await Assert.ThrowsAsync<RefusedException>(() => profiling.Run(room.Editor, Two[0], off: true));
        Assert.False(await profiling.IsOff(Two[0]));
        var admin = await room.Desk.Person("Mina", Roles.Admin);
        await profiling.Run(admin, Two[0], off: true);
        Assert.True(await profiling.IsOff(Two[0]));
        await Assert.ThrowsAsync<RefusedException>(() => profiling.Run(admin, "nobody", off: true));
    }

    private static async Task<List<ComposedList>> Previewed(Newsroom room)
    {
        var preview = await room.Get<PreviewSideBySide>().Run(room.Playlist, [.. Two.Select(key => new PreviewChoice.Listener(key)), new PreviewChoice.Newcomer()]);
        return [.. preview!.Lists.Select(list => list.List!)];
    }

    private static byte[] Bytes(ComposedList list) => SlotCodec.Pack(list.Slots);
}
