using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Search;

/// <summary>Everything the workbench knows of a track.</summary>
/// <param name="Track">Its facts.</param>
/// <param name="Artists">Its artists with their names, the main one first.</param>
/// <param name="Genres">Names of its genres.</param>
/// <param name="Tags">Its tags beside those that name its genres, the most given first.</param>
/// <param name="Release">Title of its release, where known.</param>
/// <param name="Tier">How much it is played.</param>
/// <param name="Plays">Plays by everyone, as the model in use counted them.</param>
/// <param name="Listeners">Listeners and lists that have it; null without a model.</param>
/// <param name="Playlists">Playlists whose pool holds it.</param>
/// <param name="Similar">The tracks most like it, with reasons.</param>
public sealed record TrackView(
    TrackFacts Track,
    IReadOnlyList<ArtistRow> Artists,
    IReadOnlyList<string> Genres,
    IReadOnlyList<string> Tags,
    string? Release,
    PopularityTier Tier,
    double Plays,
    int? Listeners,
    IReadOnlyList<FoundPlaylist> Playlists,
    IReadOnlyList<Candidate> Similar);

/// <summary>Looks a track up.</summary>
public sealed class LookUpTrack(Store store, CurrentModel current)
{
    private const int MostSimilar = 12;

    /// <summary>The track, or null where the catalogue does not hold it.</summary>
    public async Task<TrackView?> Run(TrackId id, CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        if (snapshot.Catalogue.Find(id) is not { } track) return null;
        var (tags, release, playlists) = await store.Read(async db => (
            await db.TrackTags.Where(row => row.Track == id).OrderByDescending(row => row.Count).ThenBy(row => row.Tag).Select(row => row.Tag).Take(24).ToListAsync(cancel),
            await db.Tracks.Where(row => row.Id == id).Join(db.Releases, row => row.Release, row => row.Id, (_, row) => row.Title).FirstOrDefaultAsync(cancel),
            await (from row in db.PoolTracks
                   where row.Track == id
                   join playlist in db.Playlists on row.Playlist equals playlist.Id
                   where !playlist.Archived
                   orderby playlist.SavedAt descending
                   select new FoundPlaylist(playlist.Id, playlist.Title, playlist.PoolSize, playlist.SavedAt)).ToListAsync(cancel)), cancel);
        var modelRow = snapshot.Model?.Tracks.RowOf(id) ?? -1;
        return new TrackView(
            track,
            [.. track.Artists.Select(artist => new ArtistRow(artist, snapshot.Catalogue.ArtistNames.GetValueOrDefault(artist, "?"), snapshot.Ground.By(artist).Count))],
            [.. snapshot.Catalogue.GenresOf(track)],
            [.. tags.Except(snapshot.Catalogue.GenresOf(track).Select(ArtistKey.Of), StringComparer.Ordinal)],
            release,
            snapshot.Ground.TierOf(id),
            snapshot.Ground.PlaysOf(id),
            modelRow < 0 ? null : snapshot.Model!.Popularity.Listeners(modelRow),
            playlists,
            await Task.Run(() => Similar(snapshot, id), cancel));
    }

    private static IReadOnlyList<Candidate> Similar(ModelSnapshot snapshot, TrackId id)
    {
        var list = snapshot.Suggester.Suggest(new SuggestionRequest { Pool = [id], Count = MostSimilar });
        return list.From == StartingPoint.Pool ? [.. list.Items.Select(item => item.InWords(snapshot.Catalogue))] : [];
    }
}
