using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>A track as a line of a pool: its facts with its genres by name, the main genre first.</summary>
public sealed record TrackLine(TrackFacts Facts, IReadOnlyList<string> Genres);

/// <summary>Reads what screens show of some tracks. The lines are those that the whole process shares, so that a page with thousands of rows keeps no copy of them.</summary>
public sealed class ReadTracks(Store store, CurrentModel current)
{
    private Shared? lines;

    /// <summary>The tracks that the catalogue holds, by id.</summary>
    public async Task<Dictionary<TrackId, TrackLine>> Of(IEnumerable<TrackId> ids, CancellationToken cancel = default)
    {
        var catalogue = (await current.Get(cancel)).Catalogue;
        var wanted = ids.Distinct().ToList();
        var shared = Volatile.Read(ref lines) is { } held && ReferenceEquals(held.Catalogue, catalogue) ? held : new Shared(catalogue);
        Volatile.Write(ref lines, shared);
        var found = wanted.Select(shared.Find).OfType<TrackLine>().ToDictionary(line => line.Facts.Id);
        foreach (var (track, line) in await Newer(wanted.FindAll(track => !found.ContainsKey(track)), cancel)) found[track] = line;
        return found;
    }

    /// <summary>Tracks that came in since the shared picture was taken.</summary>
    private Task<Dictionary<TrackId, TrackLine>> Newer(List<TrackId> wanted, CancellationToken cancel) => store.Read(async db =>
    {
        if (wanted.Count == 0) return [];
        var credits = (await db.Tracks.Where(track => wanted.Contains(track.Id))
            .SelectMany(track => track.Credits, (track, credit) => new { track.Id, credit.Position, credit.Artist }).ToListAsync(cancel))
            .OrderBy(row => row.Position).ToLookup(row => row.Id, row => row.Artist);
        var genres = (await (from tag in db.TrackGenres
                             where wanted.Contains(tag.Track)
                             join genre in db.Genres on tag.Genre equals genre.Id
                             select new { tag.Track, tag.Position, tag.Genre, genre.Name }).ToListAsync(cancel))
            .OrderBy(row => row.Position).ToLookup(row => row.Track);
        var rows = await db.Tracks.Where(track => wanted.Contains(track.Id))
            .Select(track => new { track.Id, track.Title, track.ArtistLine, track.ReleasedOn, track.DurationMs, track.Explicit, track.Isrc, track.Mbid, track.Features, track.Release, track.Language }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Id, row => new TrackLine(
            new TrackFacts(row.Id, row.Title, row.ArtistLine, [.. credits[row.Id]], [.. genres[row.Id].Select(genre => genre.Genre)], row.ReleasedOn, row.DurationMs, row.Explicit, row.Isrc, row.Mbid, row.Features) { Release = row.Release, Language = row.Language },
            [.. genres[row.Id].Select(genre => genre.Name)]));
    }, cancel);

    /// <summary>Lines of tracks that some page shows or showed, made once for a catalogue.</summary>
    private sealed class Shared(Catalogue catalogue)
    {
        private readonly ConcurrentDictionary<TrackId, TrackLine> lines = new();

        public Catalogue Catalogue => catalogue;

        public TrackLine? Find(TrackId track) => lines.TryGetValue(track, out var line) ? line
            : catalogue.Find(track) is { } facts ? lines.GetOrAdd(track, new TrackLine(facts, [.. catalogue.GenresOf(facts)])) : null;
    }
}
