using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>A waiver with the names of its playlist and people.</summary>
public sealed record WaiverRow(Waiver Waiver, string Title, string ByName, string OwnerName, string? RevokedByName);

/// <summary>Lists what was let through.</summary>
public sealed class ListWaivers(Store store)
{
    /// <summary>All waivers, those that hold first, by their end.</summary>
    public Task<List<WaiverRow>> All(CancellationToken cancel = default) => store.Read(async db =>
    {
        var rows = await (from waiver in db.Waivers
                          join playlist in db.Playlists on waiver.Playlist equals playlist.Id
                          select new WaiverRow(
                              waiver,
                              playlist.Title,
                              db.Users.Where(person => person.Id == (string)(object)waiver.By).Select(person => person.DisplayName).FirstOrDefault() ?? "",
                              db.Users.Where(person => person.Id == (string)(object)waiver.Owner).Select(person => person.DisplayName).FirstOrDefault() ?? "",
                              db.Users.Where(person => person.Id == (string)(object)waiver.RevokedBy!.Value).Select(person => person.DisplayName).FirstOrDefault())).ToListAsync(cancel);
        var now = store.Now;
        return rows.OrderByDescending(row => row.Waiver.Holds(now)).ThenBy(row => row.Waiver.Holds(now) ? row.Waiver.Until.Ticks : -row.Waiver.Until.Ticks).ToList();
    }, cancel);
}
