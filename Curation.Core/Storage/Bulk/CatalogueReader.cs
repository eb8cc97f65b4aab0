using Curation.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage.Bulk;

/// <summary>Reads the whole catalogue into memory.</summary>
public static class CatalogueReader
{
    /// <summary>The catalogue as it stands now.</summary>
    public static async Task<Catalogue> Read(CurationDb db, CancellationToken cancel = default)
    {
        var credits = await Grouped(
            db.Tracks.SelectMany(track => track.Credits, (track, credit) => new { track.Id, credit.Position, credit.Artist })
                .OrderBy(row => row.Id).ThenBy(row => row.Position).AsAsyncEnumerable(),
            row => (row.Id, row.Artist),
            cancel);
        var genres = await Grouped(
            db.TrackGenres.OrderBy(row => row.Track).ThenBy(row => row.Position).AsAsyncEnumerable(),
            row => (row.Track, row.Genre),
            cancel);
        var tracks = new List<TrackFacts>();
        var rows = db.Tracks.AsNoTracking().OrderBy(track => track.Id)
            .Select(track => new { track.Id, track.Title, track.ArtistLine, track.ReleasedOn, track.DurationMs, track.Explicit, track.ExplicitStated, track.Isrc, track.Mbid, track.Features, track.Release, track.Language, track.Rights, track.AllowedIn, track.BlockedIn, track.RightsHolder });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            tracks.Add(new TrackFacts(
                row.Id, row.Title, row.ArtistLine, credits[row.Id], genres.GetValueOrDefault(row.Id, []), row.ReleasedOn, row.DurationMs, row.Explicit, row.Isrc, row.Mbid, row.Features)
            {
                ExplicitStated = row.ExplicitStated,
                Release = row.Release,
                Language = row.Language is { } code ? string.Intern(code) : null,
                Rights = row.Rights == RightsState.NotStated && row.AllowedIn is null && row.BlockedIn is null && row.RightsHolder is null
                    ? TrackRights.NotStated
                    : new TrackRights(row.Rights, Shared(row.AllowedIn), Shared(row.BlockedIn), Shared(row.RightsHolder)),
            });
        }

        return new Catalogue(
            tracks,
            await db.Genres.ToDictionaryAsync(genre => genre.Id, genre => genre.Name, cancel),
            await db.Artists.Select(artist => new { artist.Id, artist.Name }).ToDictionaryAsync(artist => artist.Id, artist => artist.Name, cancel))
        {
            Artists = await db.Artists.Where(artist => artist.Gender != Gender.Unknown || artist.Country != null)
                .ToDictionaryAsync(artist => artist.Id, artist => new ArtistTraits(artist.Gender, artist.Country), cancel),
        };
    }

    /// <summary>Tags of tracks, the most given first.</summary>
    public static async Task<IReadOnlyDictionary<TrackId, IReadOnlyList<TrackTag>>> Tags(CurationDb db, CancellationToken cancel = default)
    {
        var tags = await Grouped(
            db.TrackTags.OrderBy(row => row.Track).ThenByDescending(row => row.Count).ThenBy(row => row.Tag).AsAsyncEnumerable(),
            row => (row.Track, row with { Tag = string.Intern(row.Tag) }),
            cancel);
        return tags.ToDictionary(row => row.Key, row => (IReadOnlyList<TrackTag>)row.Value);
    }

    /// <summary>Plays and tallies of each track, for a store that has no model yet.</summary>
    public static async Task<IReadOnlyDictionary<TrackId, double>> Plays(CurationDb db, CancellationToken cancel = default)
    {
        var plays = await db.Plays.Where(play => !play.Skipped).GroupBy(play => play.Track)
            .Select(group => new { Track = group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Track, row => (double)row.Count, cancel);
        var tallies = await db.Tallies.GroupBy(tally => tally.Track)
            .Select(group => new { Track = group.Key, Count = group.Sum(tally => (long)tally.Count) }).ToListAsync(cancel);
        foreach (var row in tallies) plays[row.Track] = plays.GetValueOrDefault(row.Track) + row.Count;
        return plays;
    }

    private static string? Shared(string? text) => text is null ? null : string.Intern(text);

    private static async Task<Dictionary<TrackId, TValue[]>> Grouped<TRow, TValue>(IAsyncEnumerable<TRow> rows, Func<TRow, (TrackId Track, TValue Value)> split, CancellationToken cancel)
    {
        var groups = new Dictionary<TrackId, TValue[]>();
        var group = new List<TValue>();
        TrackId? last = null;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            var (track, value) = split(row);
            if (last is { } previous && previous != track)
            {
                groups[previous] = [.. group];
                group.Clear();
            }

            last = track;
            group.Add(value);
        }

        if (last is { } final) groups[final] = [.. group];
        return groups;
    }
}
