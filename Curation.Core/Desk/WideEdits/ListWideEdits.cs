using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.WideEdits;

/// <summary>A wide edit as a line of a list.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="ByName">Who did it; empty where the account is gone.</param>
/// <param name="WithTitle">Title of the track put in place; empty for a takedown.</param>
public sealed record WideEditRow(WideEdit Edit, string ByName, string WithTitle);

/// <summary>Lists the edits made in all playlists at once.</summary>
public sealed class ListWideEdits(Store store)
{
    /// <summary>The newest first.</summary>
    public Task<List<WideEditRow>> Newest(int count = 50, CancellationToken cancel = default) => store.Read(db =>
        db.WideEdits.OrderByDescending(edit => edit.Id).Take(count).Select(edit => new WideEditRow(
            edit,
            db.Users.Where(user => user.Id == (string)(object)edit.By).Select(user => user.DisplayName).FirstOrDefault() ?? "",
            db.Tracks.Where(track => track.Id == edit.With).Select(track => track.Title).FirstOrDefault() ?? "")).ToListAsync(cancel), cancel);
}
