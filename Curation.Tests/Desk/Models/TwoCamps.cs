using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Curation.Core.Storage.Imports;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;

namespace Curation.Tests.Desk.Models;

/// <summary>A store whose answer is known: half of the listeners hear only tracks of one genre, half only of the other.</summary>
internal static class TwoCamps
{
    public const int TracksEach = 12;

    /// <summary>Ids of the tracks of each camp.</summary>
    public sealed record Camps(IReadOnlyList<TrackId> Calm, IReadOnlyList<TrackId> Loud, GenreId CalmGenre, GenreId LoudGenre, ArtistId CalmArtist);

    /// <summary>Catalogue and 30 listeners with plays over 100 days; the later a play, the more of the camp a listener has heard.</summary>
    public static async Task<Camps> TwoCampsOfListeners(this TestDesk desk, int listeners = 30)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        var (calmGenre, loudGenre) = (new Genre("Downtempo"), new Genre("Hardcore"));
        db.Genres.AddRange(calmGenre, loudGenre);
        var artists = Enumerable.Range(0, 6).Select(i => new Artist(i < 3 ? $"Quiet Artist {i}" : $"Loud Artist {i}")).ToList();
        db.Artists.AddRange(artists);
        await db.SaveChangesAsync();
        var calm = await Add(db, "Calm", artists[..3], calmGenre, 2001);
        var loud = await Add(db, "Loud", artists[3..], loudGenre, 2015);
        await Listen(db, calm, loud, listeners);
        return new Camps(calm, loud, calmGenre.Id, loudGenre.Id, artists[0].Id);
    }

    private static async Task<IReadOnlyList<TrackId>> Add(CurationDb db, string word, List<Artist> artists, Genre genre, int year)
    {
        var tracks = Enumerable.Range(0, TracksEach).Select(i =>
            new Track($"test:{word}{i}", $"{word} Number {i}", artists[i % artists.Count].Name, [artists[i % artists.Count].Id])).ToList();
        foreach (var track in tracks) track.State(releasedOn: new DateOnly(year, 1, 1), durationMs: 180_000);
        db.Tracks.AddRange(tracks);
        await db.SaveChangesAsync();
        db.TrackGenres.AddRange(tracks.Select(track => new TrackGenre(track.Id, genre.Id, 0)));
        db.TrackTags.AddRange(tracks.Select(track => new TrackTag(track.Id, word == "Calm" ? "rainy evening" : "mosh", 3)));
        await db.SaveChangesAsync();
        return tracks.ConvertAll(track => track.Id);
    }

    private static async Task Listen(CurationDb db, IReadOnlyList<TrackId> calm, IReadOnlyList<TrackId> loud, int count)
    {
        var batch = new ImportBatch("test", "", "test", PersonId.Console, DateTimeOffset.UnixEpoch);
        var listeners = Enumerable.Range(0, count).Select(i => new Listener($"listener-{i}")).ToList();
        db.Imports.Add(batch);
        db.Listeners.AddRange(listeners);
        await db.SaveChangesAsync();
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var camp = i % 2 == 0 ? calm : loud;
            for (var play = 0; play < TracksEach - 2; play++)
                db.Plays.Add(new Play(listeners[i].Id, camp[(play + i) % TracksEach], start.AddDays(10 * play).AddMinutes(i), 180_000, false, false, null, batch.Id));
        }

        await db.SaveChangesAsync();
    }
}
