using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>A playlist that listeners get now.</summary>
public sealed record LivePlaylist(string Slug, string Title, int Edition, string EditionHash, int Lists, DateTimeOffset PublishedAt);

/// <summary>Lists what listeners get now.</summary>
public sealed class ListLivePlaylists(Store store)
{
    /// <summary>Playlists with a live edition, by slug.</summary>
    public Task<List<LivePlaylist>> Run(CancellationToken cancel = default) => store.Read(
        db => (from playlist in db.Playlists
               join edition in db.Editions on playlist.LiveEdition equals edition.Id
               orderby playlist.Slug
               select new LivePlaylist(playlist.Slug, edition.Title, edition.Number, edition.Hash, edition.ListCount, edition.PublishedAt!.Value)).ToListAsync(cancel),
        cancel);
}
