using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Lists;

/// <summary>Writes the newest draft of a playlist in a format that brings it back without loss.</summary>
public sealed class ExportDraft(Store store, OpenPlaylist playlists, ReadTracks tracks)
{
    /// <summary>The draft as a file; null where there is no such playlist.</summary>
    /// <exception cref="RefusedException">The template of paths is none.</exception>
    public async Task<ExportedFile?> Run(PlaylistId playlist, IDraftFormat format, string? template = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        var paths = PathTemplate.Of(string.IsNullOrWhiteSpace(template) ? PathTemplate.Usual : template);
        if (await playlists.Newest(playlist, cancel) is not { } view) return null;
        var held = view.Draft.Pool.Select(entry => entry.Track).ToList();
        var facts = (await tracks.Of(held, cancel)).ToDictionary(pair => pair.Key, pair => pair.Value.Facts);
        var (albums, seed) = await store.Read(db => Names(db, held, view.Draft.Seed, cancel), cancel);
        var file = new DraftFile(view.Draft, facts, view.SavedAt) { Seed = seed, Albums = albums, Paths = paths.Paths(view.Draft, facts, albums) };
        return new ExportedFile($"{view.Slug}.{format.Name}", format.ContentType, format.ToBytes(file));
    }

    private static async Task<(Dictionary<TrackId, string> Albums, string? Seed)> Names(Storage.CurationDb db, List<TrackId> held, GenreId? seed, CancellationToken cancel)
    {
        var albums = await (from track in db.Tracks
                            where held.Contains(track.Id)
                            join release in db.Releases on track.Release equals (ReleaseId?)release.Id
                            select new { track.Id, release.Title }).ToDictionaryAsync(row => row.Id, row => row.Title, cancel);
        var name = seed is { } genre ? await db.Genres.Where(row => row.Id == genre).Select(row => row.Name).FirstOrDefaultAsync(cancel) : null;
        return (albums, name);
    }
}
