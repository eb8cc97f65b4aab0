using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Attributes;

/// <summary>A line of a pasted or uploaded list beside what it means.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Who">Who or what it names.</param>
/// <param name="Value">The value that it states; empty takes a value back.</param>
/// <param name="Subject">Id of the artist or the track; null where none is meant.</param>
/// <param name="Found">The artist's or track's name in the catalogue; null where none is meant.</param>
/// <param name="Before">The value until now; null where there is none.</param>
/// <param name="Problem">Why the line cannot be taken; null where it can.</param>
public sealed record ReviewedValue(int Line, string Who, string Value, int? Subject, string? Found, string? Before, string? Problem)
{
    /// <summary>Whether taking it changes anything.</summary>
    public bool Changes => Problem is null && Value != (Before ?? "");
}

/// <summary>Reads lines of artists or tracks and values, and says what each means; nothing is written.</summary>
public sealed class ReviewValues(Store store)
{
    /// <summary>The longest text.</summary>
    public const int MostCharacters = 4 << 20;

    /// <summary>Reviews lines against the catalogue and the values until now.</summary>
    /// <exception cref="RefusedException">The attribute is gone, or the text is too long.</exception>
    public Task<IReadOnlyList<ReviewedValue>> Of(AttributeId id, string text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters) throw new RefusedException("The list is longer than 4 million characters. Nothing was changed; split it in two.");
        return store.Read<IReadOnlyList<ReviewedValue>>(async db =>
        {
            var attribute = await db.Attributes.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException("There is no such attribute any more; nothing was changed.");
            var lines = GivenValue.Read(text);
            var found = attribute.Subject == AttributeSubject.Artist ? await Artists(db, lines, cancel) : await Tracks(db, lines, cancel);
            var before = await Before(db, id, cancel);
            return Reviewed(lines, found, before, attribute.Subject);
        }, cancel);
    }

    private static List<ReviewedValue> Reviewed(IReadOnlyList<GivenValue> lines, Dictionary<string, Named> found, Dictionary<int, string> before, AttributeSubject subject)
    {
        var reviewed = new List<ReviewedValue>(lines.Count);
        var stated = new Dictionary<int, GivenValue>();
        foreach (var line in lines)
        {
            var named = found.GetValueOrDefault(line.KeyOf(subject));
            var earlier = named is null ? null : stated.GetValueOrDefault(named.Id);
            var problem = line.Problem
                ?? (named is null ? $"No {(subject == AttributeSubject.Artist ? "artist" : "track")} of the catalogue is called so." : null)
                ?? (named!.Several ? "Several of the catalogue have this identifier." : null)
                ?? (earlier is not null && earlier.Value != line.Value ? $"Line {earlier.Line} states \"{earlier.Value}\" of the same." : null);
            if (problem is null) stated.TryAdd(named!.Id, line);
            reviewed.Add(new(line.Line, line.Who, line.Value, named?.Id, named?.Name, named is null ? null : before.GetValueOrDefault(named.Id), problem));
        }

        return reviewed;
    }

    private static async Task<Dictionary<string, Named>> Artists(CurationDb db, IReadOnlyList<GivenValue> lines, CancellationToken cancel)
    {
        var found = new Dictionary<string, Named>(StringComparer.Ordinal);
        foreach (var part in lines.Select(line => line.KeyOf(AttributeSubject.Artist)).Distinct(StringComparer.Ordinal).Chunk(500))
        {
            var ids = part.Select(GivenValue.Mbid).OfType<Guid>().ToList();
            foreach (var artist in await db.Artists.Where(artist => part.Contains(artist.Key)).Select(artist => new { artist.Id, artist.Name, artist.Key }).ToListAsync(cancel)) Put(found, artist.Key, artist.Id.Value, artist.Name);
            foreach (var artist in await db.Artists.Where(artist => artist.Mbid != null && ids.Contains(artist.Mbid.Value)).Select(artist => new { artist.Id, artist.Name, artist.Mbid }).ToListAsync(cancel)) Put(found, GivenValue.KeyOf(artist.Mbid!.Value), artist.Id.Value, artist.Name);
        }

        return found;
    }

    private static async Task<Dictionary<string, Named>> Tracks(CurationDb db, IReadOnlyList<GivenValue> lines, CancellationToken cancel)
    {
        var found = new Dictionary<string, Named>(StringComparer.Ordinal);
        foreach (var part in lines.Select(line => line.KeyOf(AttributeSubject.Track)).Distinct(StringComparer.Ordinal).Chunk(500))
        {
            var ids = part.Select(GivenValue.Mbid).OfType<Guid>().ToList();
            foreach (var track in await db.Tracks.Where(track => part.Contains(track.Key)).Select(track => new { track.Id, track.Title, track.ArtistLine, track.Key }).ToListAsync(cancel)) Put(found, track.Key, track.Id.Value, $"{track.Title} · {track.ArtistLine}");
            foreach (var track in await db.Tracks.Where(track => track.Isrc != null && part.Contains("isrc:" + track.Isrc)).Select(track => new { track.Id, track.Title, track.ArtistLine, track.Isrc }).ToListAsync(cancel)) Put(found, "isrc:" + track.Isrc, track.Id.Value, $"{track.Title} · {track.ArtistLine}");
            foreach (var track in await db.Tracks.Where(track => track.Mbid != null && ids.Contains(track.Mbid.Value)).Select(track => new { track.Id, track.Title, track.ArtistLine, track.Mbid }).ToListAsync(cancel)) Put(found, GivenValue.KeyOf(track.Mbid!.Value), track.Id.Value, $"{track.Title} · {track.ArtistLine}");
        }

        return found;
    }

    private static void Put(Dictionary<string, Named> found, string key, int id, string name) =>
        found[key] = new(id, name, found.TryGetValue(key, out var other) && (other.Several || other.Id != id));

    private static async Task<Dictionary<int, string>> Before(CurationDb db, AttributeId id, CancellationToken cancel) =>
        (await db.AttributeValues.Where(value => value.Attribute == id).Select(value => new { value.Artist, value.Track, value.Value }).ToListAsync(cancel))
            .ToDictionary(value => value.Artist?.Value ?? value.Track!.Value.Value, value => value.Value);

    private sealed record Named(int Id, string Name, bool Several);
}
