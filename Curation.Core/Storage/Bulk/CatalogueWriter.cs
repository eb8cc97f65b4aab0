using Curation.Core.Catalog;
using Curation.Core.Importing;

namespace Curation.Core.Storage.Bulk;

/// <summary>Finds or adds artists, releases, genres and tracks; an existing track gains only what was not known of it.</summary>
internal sealed class CatalogueWriter(CurationDb db, BulkIds ids) : IDisposable
{
    private readonly Statement findArtist = new(db, """SELECT "Id" FROM "Artists" WHERE "Key" = @0""", 1);
    private readonly Statement addArtist = new(db, """INSERT INTO "Artists" ("Name", "Key", "Mbid", "Type", "Gender") VALUES (@0, @1, @2, 0, 0) RETURNING "Id" """, 3);
    private readonly Statement nameArtist = new(db, """UPDATE "Artists" SET "Mbid" = @1 WHERE "Id" = @0 AND "Mbid" IS NULL""", 2);
    private readonly Statement findRelease = new(db, """SELECT "Id" FROM "Releases" WHERE "Artist" = @0 AND "Key" = @1""", 2);
    private readonly Statement addRelease = new(db, """INSERT INTO "Releases" ("Title", "Artist", "Key") VALUES (@0, @1, @2) RETURNING "Id" """, 3);
    private readonly Statement findGenre = new(db, """SELECT "Id" FROM "Genres" WHERE "Key" = @0""", 1);
    private readonly Statement addGenre = new(db, """INSERT INTO "Genres" ("Name", "Key", "Version", "SeedArtists", "SeedTags", "SeedTracks") VALUES (@0, @1, 1, '[]', '[]', '[]') RETURNING "Id" """, 2);
    private readonly Statement joinGenre = new(db, """INSERT INTO "TrackGenres" ("Track", "Genre", "Position") VALUES (@0, @1, @2) ON CONFLICT DO NOTHING""", 3);
    private readonly Statement findTrack = new(db, """SELECT "Id" FROM "Tracks" WHERE "Key" = @0""", 1);
    private readonly Statement addCredit = new(db, """INSERT INTO "TrackCredits" ("Track", "Position", "Artist") VALUES (@0, @1, @2)""", 3);

    // Where a track can be heard is the one thing that the newest source knows best: files move.
    private readonly Statement hearTrack = new(
        db,
        """
        UPDATE "Tracks" SET "MediaPath" = COALESCE(@1, "MediaPath"), "PreviewUrl" = COALESCE(@2, "PreviewUrl")
        WHERE "Id" = @0 AND ("MediaPath" IS DISTINCT FROM COALESCE(@1, "MediaPath") OR "PreviewUrl" IS DISTINCT FROM COALESCE(@2, "PreviewUrl"))
        """,
        3);

    // Rights end and are given anew, so the newest source counts here too.
    private readonly Statement stateRights = new(
        db,
        """
        UPDATE "Tracks" SET "Rights" = COALESCE(@1, "Rights"), "RightsHolder" = COALESCE(@2, "RightsHolder"), "AllowedIn" = COALESCE(@3, "AllowedIn"), "BlockedIn" = COALESCE(@4, "BlockedIn")
        WHERE "Id" = @0 AND ("Rights" IS DISTINCT FROM COALESCE(@1, "Rights") OR "RightsHolder" IS DISTINCT FROM COALESCE(@2, "RightsHolder")
            OR "AllowedIn" IS DISTINCT FROM COALESCE(@3, "AllowedIn") OR "BlockedIn" IS DISTINCT FROM COALESCE(@4, "BlockedIn"))
        """,
        5);

    private readonly Statement addTrack = new(
        db,
        """
        INSERT INTO "Tracks" ("Key", "Title", "ArtistLine", "Release", "ReleasedOn", "DurationMs", "Explicit", "ExplicitStated", "Isrc", "Mbid", "Features_Tempo", "Features_Energy", "Features_Valence", "Features_Key", "Language", "Rights")
        VALUES (@0, @1, @2, @3, @4, @5, COALESCE(@6, FALSE), @6 IS NOT NULL, @7, @8, @9, @10, @11, @12, @13, 0) RETURNING "Id"
        """,
        14);

    private readonly Statement fillTrack = new(
        db,
        """
        UPDATE "Tracks" SET "Release" = COALESCE("Release", @1), "ReleasedOn" = COALESCE("ReleasedOn", @2), "DurationMs" = COALESCE("DurationMs", @3),
            "Explicit" = CASE WHEN @4 THEN TRUE ELSE "Explicit" END, "ExplicitStated" = CASE WHEN @4 IS NULL THEN "ExplicitStated" ELSE TRUE END, "Isrc" = COALESCE("Isrc", @5), "Mbid" = COALESCE("Mbid", @6),
            "Features_Tempo" = COALESCE("Features_Tempo", @7), "Features_Energy" = COALESCE("Features_Energy", @8),
            "Features_Valence" = COALESCE("Features_Valence", @9), "Features_Key" = COALESCE("Features_Key", @10), "Language" = COALESCE("Language", @11)
        WHERE "Id" = @0 AND (("Release" IS NULL AND @1 IS NOT NULL) OR ("ReleasedOn" IS NULL AND @2 IS NOT NULL) OR ("DurationMs" IS NULL AND @3 IS NOT NULL)
            OR (@4 AND NOT "Explicit") OR (@4 IS NOT NULL AND NOT "ExplicitStated") OR ("Isrc" IS NULL AND @5 IS NOT NULL) OR ("Mbid" IS NULL AND @6 IS NOT NULL)
            OR ("Features_Tempo" IS NULL AND @7 IS NOT NULL) OR ("Features_Energy" IS NULL AND @8 IS NOT NULL)
            OR ("Features_Valence" IS NULL AND @9 IS NOT NULL) OR ("Features_Key" IS NULL AND @10 IS NOT NULL)
            OR ("Language" IS NULL AND @11 IS NOT NULL))
        """,
        12);

    /// <summary>The number of a track, found or added.</summary>
    public int Track(TrackWords words) => Track(words, out _);

    /// <summary>The number of a track, found or added; says whether the catalogue learned anything.</summary>
    public int Track(TrackWords words, out bool learned)
    {
        learned = false;
        if (ids.Tracks.TryGetValue(words, out var known)) return known;
        var credits = ArtistCredit.Of(words.Artist);
        var main = Artist(credits[0], words.ArtistMbid);
        int? release = words.Album is null ? null : Release(words.Album, main);
        var found = findTrack.With(words.Key).Number();
        learned = found is null;
        var id = found ?? Add(words, release, main, credits);
        if (found is not null) learned = Fill(id, words, release);
        if (words.MediaPath is not null || words.PreviewUrl is not null) learned |= hearTrack.With(id, words.MediaPath, words.PreviewUrl).Change();
        if (words.SaysRights) learned |= stateRights.With(id, (int?)words.Rights, words.RightsHolder, words.AllowedIn, words.BlockedIn).Change();
        for (var i = 0; i < words.Genres.Count; i++) learned |= joinGenre.With(id, Genre(words.Genres[i]), i).Change();
        return ids.Tracks[words] = id;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { findArtist, addArtist, nameArtist, findRelease, addRelease, findGenre, addGenre, joinGenre, findTrack, addCredit, addTrack, fillTrack, hearTrack, stateRights }) statement.Dispose();
    }

    private int Add(TrackWords words, int? release, int main, IReadOnlyList<string> credits)
    {
        var sound = words.Features;
        var id = addTrack.With(
            words.Key, words.Title, words.Artist, release, words.ReleasedOn, words.DurationMs, words.Explicit, words.Isrc, words.Mbid,
            sound.Tempo, sound.Energy, sound.Valence, sound.Key?.ToString(), words.Language).Number()!.Value;
        for (var i = 0; i < credits.Count; i++) addCredit.With(id, i, i == 0 ? main : Artist(credits[i], null)).Change();
        return id;
    }

    private bool Fill(int id, TrackWords words, int? release)
    {
        var sound = words.Features;
        return fillTrack.With(
            id, release, words.ReleasedOn, words.DurationMs, words.Explicit, words.Isrc, words.Mbid,
            sound.Tempo, sound.Energy, sound.Valence, sound.Key?.ToString(), words.Language).Change();
    }

    private int Artist(string name, Guid? mbid)
    {
        var key = ArtistKey.Of(name);
        if (!ids.Artists.TryGetValue(key, out var id))
            ids.Artists[key] = id = findArtist.With(key).Number() ?? addArtist.With(name, key, mbid).Number()!.Value;
        if (mbid is not null) nameArtist.With(id, mbid).Change();
        return id;
    }

    private int Release(string title, int artist)
    {
        var key = ArtistKey.Of(title);
        if (!ids.Releases.TryGetValue((artist, key), out var id))
            ids.Releases[(artist, key)] = id = findRelease.With(artist, key).Number() ?? addRelease.With(title, artist, key).Number()!.Value;
        return id;
    }

    private int Genre(string name)
    {
        var key = ArtistKey.Of(name);
        if (!ids.Genres.TryGetValue(key, out var id)) ids.Genres[key] = id = findGenre.With(key).Number() ?? addGenre.With(name, key).Number()!.Value;
        return id;
    }
}
