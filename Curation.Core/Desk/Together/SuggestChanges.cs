using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>Puts edits before the owner of a playlist.</summary>
public sealed class SuggestChanges(Store store)
{
    /// <summary>Most edits in one proposal.</summary>
    public const int Most = 500;

    /// <summary>Makes a proposal of edits that say what their writer saw.</summary>
    public Task<int> Run(Actor actor, PlaylistId playlist, IReadOnlyList<DraftEdit> edits, string message, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        ArgumentNullException.ThrowIfNull(edits);
        if (edits.Count is 0 or > Most) throw new RefusedException(edits.Count == 0 ? "There is nothing to suggest yet; make an edit first." : $"A proposal holds at most {Most} edits. They are still on this page; suggest in two steps.");
        if (message.Length > Draft.LongestText) throw new RefusedException($"A message has at most {Draft.LongestText} characters; nothing was sent.");
        var title = await write.Db.Playlists.Where(row => row.Id == playlist).Select(row => row.Title).SingleOrDefaultAsync(cancel) ?? throw new RefusedException("There is no such playlist; nothing was sent.");
        var proposal = new Proposal(playlist, actor.Person, write.Now, message);
        write.Db.Proposals.Add(proposal);
        await write.Db.SaveChangesAsync(cancel);
        write.Db.ProposedEdits.AddRange(edits.Select((edit, i) => new ProposedEdit(proposal.Id, i, EditWords.For(edit), edit)));
        write.Changed(playlist);
        await write.Log("playlist.suggest", $"playlist:{playlist}", $"{title}: {(edits.Count == 1 ? "1 edit" : $"{edits.Count} edits")}");
        return proposal.Id;
    }, cancel);

    /// <summary>Takes one's own proposal back while it waits.</summary>
    public Task Withdraw(Actor actor, int id, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var proposal = await write.Db.Proposals.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException("There is no such proposal.");
        if (proposal.By != actor.Person) throw new RefusedException("Only who made a proposal takes it back; its owner can leave it. Nothing was changed.");
        proposal.Close(ProposalState.Withdrawn, actor.Person, write.Now, "");
        write.Changed(proposal.Playlist);
        await write.Log("playlist.withdraw-suggestion", $"playlist:{proposal.Playlist}");
    }, cancel);
}
