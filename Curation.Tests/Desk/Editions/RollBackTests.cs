using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Editions;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Publishing.Formats;
using Xunit;

namespace Curation.Tests.Desk.Editions;

public sealed class RollBackTests
{
    [Fact]
    public async Task Rolling_back_serves_the_earlier_edition_and_forward_again_the_later()
    {
        await using var room = await TwoEditions();
        var second = await Live(room);

        await room.Get<RollBack>().Run(room.Editor, room.Playlist, 1);
        var first = await Live(room);
        await room.Get<RollBack>().Run(room.Editor, room.Playlist, 2);

        Assert.Equal((1, 2), (first!.EditionNumber, second!.EditionNumber));
        Assert.Equal(second.ListHash, (await Live(room))!.ListHash);
        Assert.NotEqual(first.ListHash, second.ListHash);
        var state = await room.Get<ListEditions>().Of(room.Playlist);
        Assert.Equal([EditionState.Live, EditionState.Superseded], state!.Editions.Select(row => row.Edition.State));
        Assert.Contains(await room.Get<ReadAuditLog>().Newest(9, $"playlist:{room.Playlist}"), row => row.Entry is { Action: "edition.roll-back", Detail: "from edition 2 to edition 1" });
    }

    [Fact]
    public async Task Rolling_back_to_the_live_edition_or_to_none_is_refused()
    {
        await using var room = await TwoEditions();
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<RollBack>().Run(room.Editor, room.Playlist, 2));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<RollBack>().Run(room.Editor, room.Playlist, 7));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<RollBack>().Run(room.Reviewer, room.Playlist, 1));
        Assert.Equal(2, (await Live(room))!.EditionNumber);
    }

    [Fact]
    public async Task A_withdrawn_edition_is_served_to_nobody_until_a_reviewer_serves_it_again()
    {
        await using var room = await TwoEditions();
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<WithdrawEdition>().Run(room.Editor, room.Playlist, " "));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<WithdrawEdition>().Run(room.Editor, room.Playlist, new string('x', WithdrawEdition.LongestReason + 1)));
        await room.Get<WithdrawEdition>().Run(room.Reviewer, room.Playlist, "a complaint about track 3");
        Assert.Null(await Live(room));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<WithdrawEdition>().Run(room.Editor, room.Playlist, "again"));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<RollBack>().Run(room.Editor, room.Playlist, 2));
        Assert.Null(await Live(room));
        await room.Get<RollBack>().Run(room.Reviewer, room.Playlist, 2);
        Assert.Equal(2, (await Live(room))!.EditionNumber);
    }

    [Fact]
    public async Task An_export_of_an_earlier_edition_is_that_editions_list()
    {
        await using var room = await TwoEditions();
        var file = await room.Get<ExportEdition>().Run(room.Playlist, 1, new Jspf(), "listener-3");
        var list = await room.Get<ReadListenerList>().Of(room.Playlist, 1, "listener-3");
        Assert.StartsWith("night-drive-1-", file!.Name, StringComparison.Ordinal);
        Assert.Equal(new Jspf().ToBytes(list!), file.Bytes);
        Assert.Null(await room.Get<ExportEdition>().Run(room.Playlist, 1, new Jspf(), "nobody"));
        Assert.Null(await room.Get<ExportEdition>().Run(room.Playlist, 3, new Jspf()));
    }

    private static async Task<Newsroom> TwoEditions()
    {
        var room = await Newsroom.Open(6);
        await room.Publish();
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]]));
        await room.Publish();
        return room;
    }

    private static Task<ExportedList?> Live(Newsroom room) => room.Get<ReadListenerList>().Live("night-drive", null);
}
