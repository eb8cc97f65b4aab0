using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>A track as a line of a pool: its facts with its genres by name, the main genre first.</summary>
public sealed record TrackLine(TrackFacts Facts, IReadOnlyList<string> Genres);

/// <summary>Reads what screens show of some tracks. The facts are those that the whole process shares, so that a page with thousands of rows keeps no copy of them.</summary>
public sealed class ReadTracks(Store store, CurrentModel current)
{
    /// <summary>The tracks that the catalogue holds, by id.</summary>
    public async Task<Dictionary<TrackId, TrackLine>> Of(IEnumerable<TrackId> ids, CancellationToken cancel = default)
    {
        var catalogue = (await current.Get(cancel)).Catalogue;
        var wanted = ids.Distinct().ToList();
        var lines = wanted.Select(catalogue.Find).OfType<TrackFacts>().ToDictionary(facts => facts.Id, facts => new TrackLine(facts, [.. catalogue.GenresOf(facts)]));
        foreach (var (track, line) in await Newer(wanted.FindAll(track => !lines.ContainsKey(track)), cancel)) lines[track] = line;
        return lines;
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
}
