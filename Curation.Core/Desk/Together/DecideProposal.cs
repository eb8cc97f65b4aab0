using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>The owner takes a proposal, some of its edits, or leaves it. What is taken goes on top of the newest state, in its writer's name.</summary>
public sealed class DecideProposal(Store store)
{
    /// <summary>Takes the edits with these numbers and leaves the others; values that were set otherwise meanwhile come back as conflicts and stay as they are.</summary>
    public Task<IReadOnlyList<EditConflict>> Run(Actor actor, int id, IReadOnlyCollection<int> take, string answer = "", CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        ArgumentNullException.ThrowIfNull(take);
        var proposal = await write.Db.Proposals.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException("There is no such proposal.");
        var playlist = await write.Db.Playlists.SingleAsync(row => row.Id == proposal.Playlist, cancel);
        if (playlist.Owner != actor.Person && actor != Actor.Console) throw new RefusedException("Only the owner of a playlist decides on what is suggested for it. Nothing was changed.");
        var edits = await write.Db.ProposedEdits.Where(row => row.Proposal == id).OrderBy(row => row.Number).ToListAsync(cancel);
        var taken = edits.FindAll(edit => take.Contains(edit.Number));
        foreach (var edit in edits) edit.Close(taken.Contains(edit) ? ProposalState.Taken : ProposalState.Left);
        proposal.Close(taken.Count == 0 ? ProposalState.Left : taken.Count == edits.Count ? ProposalState.Taken : ProposalState.PartlyTaken, actor.Person, write.Now, answer);
        write.Changed(playlist.Id);
        await write.Log(taken.Count == 0 ? "playlist.leave-suggestion" : "playlist.take-suggestion", $"playlist:{playlist.Id}", $"{taken.Count} of {edits.Count} edits");
        return taken.Count == 0 ? [] : await Save(write, playlist, proposal, taken);
    }, cancel);

    private static async Task<IReadOnlyList<EditConflict>> Save(Write write, Playlist playlist, Proposal proposal, List<ProposedEdit> taken)
    {
        var head = await write.Db.Revisions.SingleAsync(row => row.Id == playlist.Head, write.Cancel);
        var whole = new DraftEdit.Several(taken.ConvertAll(edit => edit.Edit), taken.Count == 1 ? taken[0].Words : $"took {taken.Count} suggestions");
        var merged = await Merging.In(write, playlist, head, playlist.Version, whole, proposal.By);
        if (!merged.Draft.Equals(head.Draft)) await SaveDraft.In(write, playlist, head, merged.Draft, whole.Why, proposal: proposal);
        return merged.Conflicts;
    }
}
