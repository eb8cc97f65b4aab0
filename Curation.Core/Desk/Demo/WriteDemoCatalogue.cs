using Curation.Core.Catalog;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Demo;

/// <summary>Writes the catalogue of a plan inside a transaction and tells which ids the store gave.</summary>
internal static class WriteDemoCatalogue
{
    public const string Source = "Demo world";

    public static async Task<DemoIds> Run(CurationDb db, DemoPlan plan, CancellationToken cancel)
    {
        var genres = await Save(db, GenreProfile.All.Select(profile => new Genre(profile.Name)), cancel);
        var artists = await Save(db, plan.Artists.Select(Artist), cancel);
        var releases = await Save(db, plan.Releases.Select(release => new Release(release.Title, artists[release.Artist].Id)), cancel);
        var tracks = await Save(db, plan.Tracks.Select(row => Track(row, artists, releases)), cancel);
        for (var i = 0; i < tracks.Count; i++)
        {
            var (id, row) = (tracks[i].Id, plan.Tracks[i]);
            db.TrackGenres.AddRange(row.Genres.Select((genre, position) => new TrackGenre(id, genres[genre].Id, position)));
            db.TrackTags.AddRange(row.Tags.Select(tag => new TrackTag(id, ArtistKey.Of(tag.Tag), tag.Count)));
        }

        for (var genre = 0; genre < genres.Count; genre++)
        {
            var seed = plan.Seeds[genre];
            genres[genre].Seed(seed.Tracks.Select(track => tracks[track].Id), seed.Artists.Select(artist => artists[artist].Id), seed.Tags);
            db.Genres.Update(genres[genre]);
        }

        await db.SaveChangesAsync(cancel);
        var ids = new DemoIds([.. tracks.Select(track => track.Id)], [.. genres.Select(genre => genre.Id)]);
        db.ChangeTracker.Clear();
        return ids;
    }

    private static async Task<List<T>> Save<T>(CurationDb db, IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        var saved = rows.ToList();
        db.AddRange(saved);
        await db.SaveChangesAsync(cancel);
        return saved;
    }

    private static Artist Artist(DemoArtist row)
    {
        var artist = new Artist(row.Name);
        artist.State(row.Type, row.Gender, row.Country, mbid: null, Source);
        return artist;
    }

    private static Track Track(DemoTrack row, List<Artist> artists, List<Release> releases)
    {
        var key = TrackKey.Of(row.Title, row.ArtistLine, row.Isrc);
        var track = new Track(key, row.Title, row.ArtistLine, row.Artists.Select(artist => artists[artist].Id));
        track.State(releases[row.Release].Id, row.ReleasedOn, row.DurationMs, row.Explicit, row.Isrc, language: row.Language);
        track.Measure(row.Sound);
        return track;
    }
}

/// <summary>The ids that the store gave, in the order of the plan.</summary>
internal sealed record DemoIds(TrackId[] Tracks, GenreId[] Genres);
