using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>A playlist, or the workbench as a whole, with where its impact assessment stands.</summary>
/// <param name="Playlist">The playlist; null for the whole.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsOut">Whether listeners get it, or it waits for review, so that it ought to be assessed.</param>
/// <param name="Newest">The newest version; null where there is none.</param>
/// <param name="Signed">The newest signed version; null where there is none.</param>
/// <param name="Due">Why it has to be run again; empty where it has not.</param>
public sealed record ImpactRow(PlaylistId? Playlist, string Title, bool IsOut, ImpactVersion? Newest, ImpactVersion? Signed, IReadOnlyList<string> Due)
{
    /// <summary>Whether somebody ought to see to it now: it is due, and nobody has started.</summary>
    public bool Waits => IsOut && Due.Count > 0 && Newest?.State is not (ImpactState.Answering or ImpactState.Signing);
}

/// <summary>Reads where the impact assessments of everything stand.</summary>
public sealed class ListImpact(Store store)
{
    /// <summary>The workbench first, then playlists that are out, then those that were assessed, by title.</summary>
    public Task<IReadOnlyList<ImpactRow>> All(CancellationToken cancel = default) => store.Read(db => Rows(db, null, cancel), cancel);

    /// <summary>Those that ought to be assessed now.</summary>
    public async Task<IReadOnlyList<ImpactRow>> Due(CancellationToken cancel = default) => (await All(cancel)).Where(row => row.Waits).ToList();

    /// <summary>Where one playlist stands.</summary>
    public Task<ImpactRow> Of(PlaylistId playlist, CancellationToken cancel = default) => store.Read(async db => (await Rows(db, playlist, cancel))[^1], cancel);

    private async Task<IReadOnlyList<ImpactRow>> Rows(CurationDb db, PlaylistId? only, CancellationToken cancel)
    {
        var versions = (await db.ImpactVersions.OrderBy(row => row.Number).ToListAsync(cancel)).ToLookup(row => row.Playlist);
        var playlists = await (from playlist in db.Playlists
                               where only == null ? !playlist.Archived : playlist.Id == only
                               orderby playlist.Title
                               select new
                               {
                                   playlist.Id,
                                   playlist.Title,
                                   IsOut = playlist.LiveEdition > 0 || db.Submissions.Any(row => row.Playlist == playlist.Id && row.State == SubmissionState.Waiting),
                               }).ToListAsync(cancel);
        var shown = playlists.FindAll(playlist => playlist.IsOut || only is not null || versions.Contains(playlist.Id));
        var grounds = await ImpactGrounds.Of(db, shown.ConvertAll(playlist => playlist.Id), cancel);
        var whole = new ImpactGround("", await ImpactGrounds.ModelHash(db, cancel));
        return
        [
            Row(null, ReadImpact.WholeTitle, true, [.. versions[null]], whole),
            .. shown.OrderByDescending(playlist => playlist.IsOut).Select(playlist => Row(playlist.Id, playlist.Title, playlist.IsOut, [.. versions[playlist.Id]], grounds.GetValueOrDefault(playlist.Id, whole))),
        ];
    }

    private ImpactRow Row(PlaylistId? playlist, string title, bool isOut, List<ImpactVersion> versions, ImpactGround ground)
    {
        var signed = versions.FindLast(version => version.State == ImpactState.Signed);
        return new ImpactRow(playlist, title, isOut, versions.LastOrDefault(), signed, ImpactDue.Because(signed, ground, store.Now));
    }
}
