using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>A comment with the names of its people.</summary>
public sealed record CommentRow(int Id, TrackId? Track, int? Thread, string Text, PersonId By, string ByName, DateTimeOffset At, DateTimeOffset? EditedAt, PersonId? ResolvedBy, DateTimeOffset? ResolvedAt)
{
    /// <summary>The first comment of the thread that this one belongs to.</summary>
    public int First => Thread ?? Id;
}

/// <summary>Something that waits for a person: a comment that names them, or a proposal that they decide on.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Title">Its title.</param>
/// <param name="ByName">Who said or suggested it.</param>
/// <param name="Text">What was said.</param>
/// <param name="At">When.</param>
/// <param name="Proposal">The proposal; null for a comment.</param>
/// <param name="Outcome">Where one's own proposal came out; null while it waits.</param>
public sealed record TalkLine(PlaylistId Playlist, string Title, string ByName, string Text, DateTimeOffset At, int? Proposal = null, ProposalState? Outcome = null);

/// <summary>Reads what people say about playlists.</summary>
public sealed class ReadComments(Store store)
{
    private const int Lines = 8;

    /// <summary>All comments of a playlist, the oldest first.</summary>
    public Task<List<CommentRow>> Of(PlaylistId playlist, CancellationToken cancel = default) => store.Read(db =>
        (from comment in db.Comments
         where comment.Playlist == playlist
         orderby comment.Id
         select new CommentRow(
             comment.Id,
             comment.Track,
             comment.Thread,
             comment.Text,
             comment.By,
             db.Users.Where(user => user.Id == (string)(object)comment.By).Select(user => user.DisplayName).FirstOrDefault() ?? "",
             comment.At,
             comment.EditedAt,
             comment.ResolvedBy,
             comment.ResolvedAt)).ToListAsync(cancel), cancel);

    /// <summary>What waits for a person: open threads that name them and that they have not answered since, proposals for their playlists, and answers to their own of the last week.</summary>
    public Task<List<TalkLine>> WaitingFor(PersonId person, CancellationToken cancel = default) => store.Read(async db =>
    {
        var named = await Named(db, person).Take(Lines).ToListAsync(cancel);
        var proposals = await Proposed(db, person, store.Now - TimeSpan.FromDays(7)).Take(Lines).ToListAsync(cancel);
        return named.Concat(proposals).OrderByDescending(line => line.At).ToList();
    }, cancel);

    private static IQueryable<TalkLine> Named(CurationDb db, PersonId person) =>
        from mention in db.CommentMentions
        where mention.Person == person
        join comment in db.Comments on mention.Comment equals comment.Id
        join first in db.Comments on comment.Thread ?? comment.Id equals first.Id
        where first.ResolvedAt == null && !db.Comments.Any(answer => (answer.Thread ?? answer.Id) == first.Id && answer.By == person && answer.Id > comment.Id)
        join playlist in db.Playlists on comment.Playlist equals playlist.Id
        where !playlist.Archived
        orderby comment.Id descending
        select new TalkLine(playlist.Id, playlist.Title, db.Users.Where(user => user.Id == (string)(object)comment.By).Select(user => user.DisplayName).FirstOrDefault() ?? "", comment.Text, comment.At, null, null);

    private static IQueryable<TalkLine> Proposed(CurationDb db, PersonId person, DateTimeOffset since) =>
        from proposal in db.Proposals
        join playlist in db.Playlists on proposal.Playlist equals playlist.Id
        let mine = proposal.By == person && proposal.DecidedAt != null && proposal.DecidedAt > since && proposal.State != ProposalState.Withdrawn
        where !playlist.Archived && (mine || (playlist.Owner == person && proposal.State == ProposalState.Waiting))
        orderby proposal.Id descending
        select new TalkLine(
            playlist.Id,
            playlist.Title,
            db.Users.Where(user => user.Id == (string)(object)(mine ? proposal.DecidedBy! : proposal.By)).Select(user => user.DisplayName).FirstOrDefault() ?? "",
            mine ? proposal.Answer : proposal.Message,
            mine ? proposal.DecidedAt!.Value : proposal.At,
            proposal.Id,
            mine ? proposal.State : null);
}
