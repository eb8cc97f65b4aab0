using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>A playlist that listeners get now.</summary>
public sealed record LivePlaylist(string Slug, string Title, int Edition, string EditionHash, int Lists, DateTimeOffset PublishedAt);

/// <summary>Lists what listeners get now.</summary>
public sealed class ListLivePlaylists(Store store)
{
    /// <summary>Playlists with a live edition, by slug, without those that a decision keeps from being recommended.</summary>
    public Task<List<LivePlaylist>> Run(CancellationToken cancel = default) => store.Read(
        async db =>
        {
            var live = await (from playlist in db.Playlists
                              join edition in db.Editions on playlist.LiveEdition equals edition.Id
                              orderby playlist.Slug
                              select new { playlist.Id, Row = new LivePlaylist(playlist.Slug, edition.Title, edition.Number, edition.Hash, edition.ListCount, edition.PublishedAt!.Value) }).ToListAsync(cancel);
            var held = await ContentRecord.KeptBack(db, store.Now, cancel);
            return live.Where(row => !held(row.Id)).Select(row => row.Row).ToList();
        },
        cancel);
}
