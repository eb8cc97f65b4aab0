using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>What a branch did since it began, one step after the other.</summary>
/// <param name="Origin">The playlist it began from.</param>
/// <param name="OriginTitle">That playlist's title.</param>
/// <param name="Began">The revision it began from.</param>
/// <param name="BeganNumber">Its number.</param>
/// <param name="OriginHead">The newest revision of the origin.</param>
/// <param name="Steps">What the branch did.</param>
public sealed record BranchView(PlaylistId Origin, string OriginTitle, RevisionId Began, int BeganNumber, RevisionId OriginHead, IReadOnlyList<DraftEdit> Steps);

/// <summary>Tries something out on a copy that knows where it came from, and brings back what was good.</summary>
public sealed class BranchPlaylist(Store store)
{
    private const string Mark = " (try)";

    /// <summary>Starts a branch from a revision.</summary>
    public Task<PlaylistId> Run(Actor actor, PlaylistId origin, RevisionId revision, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var from = await write.Db.Revisions.AsNoTracking().SingleOrDefaultAsync(row => row.Playlist == origin && row.Id == revision, cancel)
            ?? throw new RefusedException("There is no such revision; nothing was made.");
        var id = await CreatePlaylist.In(write, from.Draft with { Title = TitleOf(from.Draft.Title) });
        await write.Db.SaveChangesAsync(cancel);
        (await write.Db.Playlists.SingleAsync(row => row.Id == id, cancel)).BranchOf(origin, revision);
        await write.Log("playlist.branch", $"playlist:{origin}", $"from revision {from.Number}, as playlist {id}");
        return id;
    }, cancel);

    /// <summary>What a branch did; null where the playlist is no branch.</summary>
    public Task<BranchView?> View(PlaylistId branch, CancellationToken cancel = default) => store.Read(db => Read(db, branch, cancel), cancel);

    /// <summary>Puts the steps with these places on top of the newest state of the origin; values that were set otherwise there meanwhile come back as conflicts.</summary>
    public Task<IReadOnlyList<EditConflict>> MergeBack(Actor actor, PlaylistId branch, IReadOnlyCollection<int> take, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        ArgumentNullException.ThrowIfNull(take);
        var view = await Read(write.Db, branch, cancel) ?? throw new RefusedException("This playlist is no branch, so there is nothing to bring back.");
        var chosen = view.Steps.Where((_, place) => take.Contains(place)).ToList();
        if (chosen.Count == 0) throw new RefusedException("Choose what to bring back first. Nothing was changed.");
        var origin = await write.Db.Playlists.SingleAsync(row => row.Id == view.Origin, cancel);
        var head = await write.Db.Revisions.SingleAsync(row => row.Id == origin.Head, cancel);
        var merged = await Merging.In(write, origin, head, origin.Version, new DraftEdit.Several(chosen, $"brought back from branch {branch}"));
        if (!merged.Draft.Equals(head.Draft)) await SaveDraft.In(write, origin, head, merged.Draft, $"brought {(chosen.Count == 1 ? "1 step" : $"{chosen.Count} steps")} back from a branch", apart: true);
        await Credit(write, branch, origin.Id);
        await write.Log("playlist.merge-branch", $"playlist:{origin.Id}", $"{chosen.Count} of {view.Steps.Count} steps from playlist {branch}");
        return merged.Conflicts;
    }, cancel);

    /// <summary>Who wrote in the branch wrote what is brought back, and so approves neither.</summary>
    private static async Task Credit(Write write, PlaylistId branch, PlaylistId origin)
    {
        var there = await write.Db.PlaylistAuthors.Where(row => row.Playlist == origin).Select(row => row.Person).ToListAsync(write.Cancel);
        var authors = await write.Db.PlaylistAuthors.Where(row => row.Playlist == branch && !there.Contains(row.Person)).Select(row => row.Person).ToListAsync(write.Cancel);
        foreach (var author in authors)
            if (await write.Db.PlaylistAuthors.FindAsync([origin, author], write.Cancel) is null) write.Db.PlaylistAuthors.Add(new PlaylistAuthor(origin, author));
    }

    private static async Task<BranchView?> Read(CurationDb db, PlaylistId branch, CancellationToken cancel)
    {
        var row = await db.Playlists.AsNoTracking().SingleOrDefaultAsync(playlist => playlist.Id == branch, cancel);
        if (row is not { Origin: { } origin, OriginRevision: { } began }) return null;
        var from = await db.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == began, cancel);
        var head = await db.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == row.Head, cancel);
        var source = await db.Playlists.AsNoTracking().SingleAsync(playlist => playlist.Id == origin, cancel);
        var now = head.Draft.Title == TitleOf(from.Draft.Title) ? head.Draft with { Title = from.Draft.Title } : head.Draft;
        return new BranchView(origin, source.Title, began, from.Number, source.Head!.Value, [.. EditSteps.Between(from.Draft, now).SelectMany(Single)]);
    }

    /// <summary>One step for every value, track and move, so that each can be taken or left.</summary>
    private static IEnumerable<DraftEdit> Single(DraftEdit edit) => edit switch
    {
        DraftEdit.SetFields set => set.Fields.GroupBy(field => (field.Track, Pin: field.Field == DraftFields.Pin)).SelectMany(group => group.Key.Pin ? [new DraftEdit.SetFields([.. group])] : group.Select(field => new DraftEdit.SetFields([field]))),
        DraftEdit.RemoveTracks { Was: { } was } => was.Select(entry => new DraftEdit.RemoveTracks([entry.Track], [entry])),
        DraftEdit.PutEntries put => put.Entries.Select(placed => new DraftEdit.PutEntries([placed])),
        _ => [edit],
    };

    private static string TitleOf(string title) => title.Length + Mark.Length > Draft.LongestTitle ? title[..(Draft.LongestTitle - Mark.Length)] + Mark : title + Mark;
}
