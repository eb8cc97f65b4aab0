using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>A proposal with its edits and the names of its people.</summary>
public sealed record ProposalView(Proposal Proposal, string ByName, string DecidedByName, IReadOnlyList<ProposedEdit> Edits);

/// <summary>Who decides about a playlist, and who may edit it directly.</summary>
public sealed record Ownership(PersonId Owner, string OwnerName, Openness Openness, int Waiting, PlaylistId? Origin)
{
    /// <summary>Whether a person's edits have to be suggested.</summary>
    public bool Asks(PersonId person) => Openness == Openness.OthersSuggest && Owner != person;
}

/// <summary>Reads what is suggested for a playlist.</summary>
public sealed class ReadProposals(Store store)
{
    /// <summary>The newest proposals first.</summary>
    public Task<List<ProposalView>> Of(PlaylistId playlist, int count = 50, CancellationToken cancel = default) => store.Read(async db =>
    {
        var proposals = await db.Proposals.Where(row => row.Playlist == playlist).OrderByDescending(row => row.Id).Take(count).ToListAsync(cancel);
        var ids = proposals.ConvertAll(proposal => proposal.Id);
        var edits = (await db.ProposedEdits.Where(edit => ids.Contains(edit.Proposal)).OrderBy(edit => edit.Number).ToListAsync(cancel)).ToLookup(edit => edit.Proposal);
        var people = proposals.Select(proposal => proposal.By.Value).Concat(proposals.Select(proposal => proposal.DecidedBy?.Value ?? "")).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        return proposals.ConvertAll(proposal => new ProposalView(proposal, names.GetValueOrDefault(proposal.By.Value, ""), names.GetValueOrDefault(proposal.DecidedBy?.Value ?? "", ""), [.. edits[proposal.Id]]));
    }, cancel);

    /// <summary>Owner, openness and how many proposals wait; null where there is no such playlist.</summary>
    public Task<Ownership?> Owner(PlaylistId playlist, CancellationToken cancel = default) => store.Read(db =>
        (from row in db.Playlists
         where row.Id == playlist
         select new Ownership(
             row.Owner,
             db.Users.Where(user => user.Id == (string)(object)row.Owner).Select(user => user.DisplayName).FirstOrDefault() ?? "",
             row.Openness,
             db.Proposals.Count(proposal => proposal.Playlist == playlist && proposal.State == ProposalState.Waiting),
             row.Origin)).SingleOrDefaultAsync(cancel), cancel);
}
