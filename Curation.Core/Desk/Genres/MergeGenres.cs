using System.Text.Json;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Genres;

/// <summary>What a merge will change, to be shown before it is done.</summary>
/// <param name="Tracks">Tracks that get the other genre.</param>
/// <param name="Playlists">Titles of drafts that get the other seed.</param>
/// <param name="SeedItems">Tracks, artists and tags that join the other's seed.</param>
public sealed record MergePlan(int Tracks, IReadOnlyList<string> Playlists, int SeedItems);

/// <summary>Makes two genres one: everything that speaks of the first speaks of the second afterwards, and the first is gone.</summary>
/// <remarks>Submitted revisions never change; one that names the merged genre as its seed is read as having none.</remarks>
public sealed class MergeGenres(Store store, CurrentModel current)
{
    /// <summary>What merging <paramref name="from"/> would change.</summary>
    public Task<MergePlan> Plan(GenreId from, CancellationToken cancel = default) => store.Read(async db =>
    {
        var genre = await db.Genres.SingleOrDefaultAsync(row => row.Id == from, cancel) ?? throw new RefusedException("There is no such genre any more.");
        var titles = await Seeded(db, from).Select(playlist => playlist.Title).ToListAsync(cancel);
        return new MergePlan(
            await db.TrackGenres.CountAsync(row => row.Genre == from, cancel),
            titles,
            genre.SeedTracks.Count + genre.SeedArtists.Count + genre.SeedTags.Count);
    }, cancel);

    /// <summary>Merges in one transaction; the log keeps what is needed to take it apart again.</summary>
    /// <exception cref="RefusedException">One of the two is not there, or they are the same; nothing was changed.</exception>
    public async Task Run(Actor actor, GenreId from, GenreId into, CancellationToken cancel = default)
    {
        if (from == into) throw new RefusedException("A genre cannot be merged into itself; nothing was changed.");
        await store.Write(actor, [Roles.Admin], async write =>
        {
            var (gone, stays) = (await GenreNames.Known(write, from), await GenreNames.Known(write, into));
            var moved = await MoveTracks(write, from, into);
            var drafts = await Drafts(write.Db, from, cancel);
            foreach (var (playlist, head) in drafts)
            {
                await SaveDraft.In(write, playlist, head, head.Draft with { Seed = into }, $"genre {gone.Name} became {stays.Name}");
            }

            await write.Db.Refusals.Where(refusal => refusal.Genre == from).ExecuteUpdateAsync(set => set.SetProperty(refusal => refusal.Genre, into), cancel);
            stays.Absorb(gone);
            write.Db.Genres.Remove(gone);
            var undo = JsonSerializer.Serialize(new
            {
                gone.Name,
                seedTracks = gone.SeedTracks.Select(track => track.Value),
                seedArtists = gone.SeedArtists.Select(artist => artist.Value),
                seedTags = gone.SeedTags,
                tracks = moved.Select(track => track.Value),
                playlists = drafts.Select(draft => draft.Playlist.Id.Value),
            });
            await write.Log("genre.merge", $"genre:{into}", $"genre:{from} merged; it was {undo}");
        }, cancel);
        await current.Refresh(cancel);
    }

    /// <summary>Gives the tracks the other genre at the same place; a track that has both keeps the better place.</summary>
    private static async Task<IReadOnlyList<TrackId>> MoveTracks(Write write, GenreId from, GenreId into)
    {
        var rows = await write.Db.TrackGenres.AsNoTracking().Where(row => row.Genre == from).ToListAsync(write.Cancel);
        var both = await write.Db.TrackGenres.AsNoTracking()
            .Where(row => row.Genre == into && write.Db.TrackGenres.Any(other => other.Genre == from && other.Track == row.Track)).ToDictionaryAsync(row => row.Track, write.Cancel);
        foreach (var row in rows.Where(row => both.TryGetValue(row.Track, out var other) && row.Position < other.Position))
        {
            await write.Db.TrackGenres.Where(other => other.Track == row.Track && other.Genre == into)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.Position, row.Position), write.Cancel);
        }

        await write.Db.TrackGenres.Where(row => row.Genre == from && write.Db.TrackGenres.Any(other => other.Genre == into && other.Track == row.Track)).ExecuteDeleteAsync(write.Cancel);
        await write.Db.TrackGenres.Where(row => row.Genre == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.Genre, into), write.Cancel);
        return rows.ConvertAll(row => row.Track);
    }

    /// <summary>Playlists whose newest draft is not submitted and is seeded by the genre.</summary>
    internal static IQueryable<Playlist> Seeded(CurationDb db, GenreId seed) =>
        from playlist in db.Playlists
        where playlist.Seed == seed && db.Revisions.Any(revision => revision.Id == playlist.Head && !revision.Frozen)
        orderby playlist.Id
        select playlist;

    private static async Task<List<(Playlist Playlist, Revision Head)>> Drafts(CurationDb db, GenreId seed, CancellationToken cancel)
    {
        var rows = await (from playlist in Seeded(db, seed) join head in db.Revisions on playlist.Head equals (RevisionId?)head.Id select new { playlist, head }).ToListAsync(cancel);
        return rows.ConvertAll(row => (row.playlist, row.head));
    }
}
