using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>Says something about a playlist or an entry, and settles what was said. Editors and reviewers may; commenting makes nobody an author.</summary>
public sealed class WriteComment(Store store)
{
    private static readonly string[] Speakers = [Roles.Editor, Roles.Reviewer];

    /// <summary>Comments on a playlist or on one of its entries.</summary>
    public Task<int> Run(Actor actor, PlaylistId playlist, TrackId? track, string text, CancellationToken cancel = default) => store.Write(actor, Speakers, async write =>
    {
        var title = await write.Db.Playlists.Where(row => row.Id == playlist).Select(row => row.Title).SingleOrDefaultAsync(cancel)
            ?? throw new RefusedException("There is no such playlist; nothing was saved.");
        if (track is { } entry && !await write.Db.PoolTracks.AnyAsync(row => row.Playlist == playlist && row.Track == entry, cancel))
            throw new RefusedException("That track is no longer in the pool, so nothing was said about it. Comment on the playlist instead.");
        return await Add(write, new Comment(playlist, track, null, text, actor.Person, write.Now), "playlist.comment", title);
    }, cancel);

    /// <summary>Answers a thread.</summary>
    public Task<int> Answer(Actor actor, int thread, string text, CancellationToken cancel = default) => store.Write(actor, Speakers, async write =>
    {
        var first = await First(write, thread);
        return await Add(write, new Comment(first.Playlist, first.Track, first.Id, text, actor.Person, write.Now), "playlist.answer", "");
    }, cancel);

    /// <summary>Writes one's own comment anew.</summary>
    public Task Rewrite(Actor actor, int id, string text, CancellationToken cancel = default) => store.Write(actor, Speakers, async write =>
    {
        var comment = await Found(write, id);
        comment.Rewrite(text, actor.Person, write.Now);
        await write.Db.CommentMentions.Where(row => row.Comment == id).ExecuteDeleteAsync(cancel);
        await Mention(write, comment);
        await Said(write, comment, "playlist.rewrite-comment", "");
    }, cancel);

    /// <summary>Calls a thread settled, or opens it again.</summary>
    public Task Settle(Actor actor, int thread, bool settled, CancellationToken cancel = default) => store.Write(actor, Speakers, async write =>
    {
        var first = await Found(write, thread);
        first.Settle(settled, actor.Person, write.Now);
        await Said(write, first, settled ? "playlist.resolve-comment" : "playlist.reopen-comment", "");
    }, cancel);

    private static async Task<int> Add(Write write, Comment comment, string action, string detail)
    {
        write.Db.Comments.Add(comment);
        await write.Db.SaveChangesAsync(write.Cancel);
        await Mention(write, comment);
        await Said(write, comment, action, detail);
        return comment.Id;
    }

    private static async Task Mention(Write write, Comment comment)
    {
        var people = await ReadColleagues.In(write.Db, write.Cancel);
        write.Db.CommentMentions.AddRange(Mentions.In(comment.Text, people).Select(person => new CommentMention(comment.Id, person)));
    }

    private static Task Said(Write write, Comment comment, string action, string detail)
    {
        write.Changed(comment.Playlist);
        return write.Log(action, $"playlist:{comment.Playlist}", detail);
    }

    private static async Task<Comment> Found(Write write, int id) => await write.Db.Comments.SingleOrDefaultAsync(row => row.Id == id, write.Cancel)
        ?? throw new RefusedException("There is no such comment any more; nothing was saved.");

    private static async Task<Comment> First(Write write, int thread)
    {
        var comment = await Found(write, thread);
        return comment.Thread is { } first ? await Found(write, first) : comment;
    }
}
