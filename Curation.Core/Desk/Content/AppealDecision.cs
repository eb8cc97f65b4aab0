using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>One side of a case asks that somebody else looks again.</summary>
public sealed class AppealDecision(Store store)
{
    /// <summary>The playlist's people appeal: an editor who wrote in it or owns it, or any editor where it is about a track alone.</summary>
    /// <exception cref="RefusedException">Nothing is decided, this side has appealed before, or the playlist is not theirs; nothing was sent.</exception>
    public Task Run(Actor actor, int id, string text, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var row = await write.Db.ContentCases.SingleOrDefaultAsync(found => found.Id == id, cancel) ?? throw new RefusedException("There is no such case; nothing was sent.");
        if (row.Playlist is { } playlist
            && !await write.Db.PlaylistAuthors.AnyAsync(author => author.Playlist == playlist && author.Person == actor.Person, cancel)
            && !await write.Db.Playlists.AnyAsync(found => found.Id == playlist && found.Owner == actor.Person, cancel))
            throw new RefusedException("Only those who wrote in this playlist or own it may appeal for it. Nothing was sent.");
        await Appeal(write, row, AppealSide.Playlist, actor.Person, text);
    }, cancel);

    /// <summary>A reporter appeals by the reference of their report.</summary>
    /// <exception cref="RefusedException">Nothing is decided, the reporters have appealed before, or there is no such report; nothing was sent.</exception>
    public Task ByReporter(string reference, string text, CancellationToken cancel = default) => store.Write(Actor.Console, [], async write =>
    {
        var report = await write.Db.OutsideReports.SingleOrDefaultAsync(found => found.Reference == reference, cancel) ?? throw new RefusedException("There is no report with this reference; nothing was sent.");
        var row = await write.Db.ContentCases.SingleAsync(found => found.Id == report.Case, cancel);
        await Appeal(write, row, AppealSide.Reporter, report.Person, text);
    }, cancel);

    private static async Task Appeal(Write write, ContentCase row, AppealSide side, PersonId? by, string text)
    {
        if (await write.Db.ContentAppeals.AnyAsync(made => made.Case == row.Id && made.Side == side && made.State != AppealState.Waiting, write.Cancel))
            throw new RefusedException("An appeal of this side was answered already, and that answer is final. Nothing was sent.");
        write.Db.ContentAppeals.Add(new Appeal(row, side, by, text, write.Now));
        await Concerned.Note(write, row);
        await write.Log("content.appeal", string.Create(CultureInfo.InvariantCulture, $"case:{row.Id}"), side == AppealSide.Reporter ? "by who reported it" : "for the playlist");
    }
}
