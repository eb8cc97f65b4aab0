using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>The full-text index of tracks, and the triggers that note which tracks have to be indexed anew, whatever program changed them.</summary>
internal static class TrackWordsSchema
{
    private static readonly string[] Tables =
    [
        """
        CREATE VIRTUAL TABLE TrackWords USING fts5(
            title, artist, release, tags, notes, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
        """,
        "CREATE VIRTUAL TABLE TrackWordsTerms USING fts5vocab('TrackWords', 'row');",
        "CREATE TABLE StaleTracks (Track INTEGER PRIMARY KEY);",
        """
        INSERT OR REPLACE INTO PoolNotes (Playlist, Track, Note)
        SELECT Playlists.Id, json_extract(entry.value, '$.track'), json_extract(entry.value, '$.note')
        FROM Playlists JOIN Revisions ON Revisions.Id = Playlists.Head, json_each(Revisions.Draft, '$.pool') AS entry
        WHERE COALESCE(json_extract(entry.value, '$.note'), '') <> '' AND json_extract(entry.value, '$.track') IN (SELECT Id FROM Tracks);
        """,
        "INSERT INTO StaleTracks SELECT Id FROM Tracks;",
    ];

    /// <summary>Which change of which table makes which tracks stale.</summary>
    private static readonly (string Name, string When, string Tracks)[] Triggers =
    [
        ("Tracks_come", "INSERT ON Tracks", "SELECT NEW.Id AS Track"),
        ("Tracks_go", "DELETE ON Tracks", "SELECT OLD.Id AS Track"),
        ("Tracks_change", "UPDATE OF Title, ArtistLine, Release ON Tracks", "SELECT NEW.Id AS Track"),
        ("Releases_change", "UPDATE OF Title ON Releases", "SELECT Id AS Track FROM Tracks WHERE Release = NEW.Id"),
        ("Tags_come", "INSERT ON TrackTags", "SELECT NEW.Track AS Track"),
        ("Tags_go", "DELETE ON TrackTags", "SELECT OLD.Track AS Track"),
        ("Tags_change", "UPDATE OF Tag, Track ON TrackTags", "SELECT NEW.Track AS Track UNION SELECT OLD.Track"),
        ("Genres_change", "UPDATE OF Name ON Genres", "SELECT Track FROM TrackGenres WHERE Genre = NEW.Id"),
        ("TrackGenres_come", "INSERT ON TrackGenres", "SELECT NEW.Track AS Track"),
        ("TrackGenres_go", "DELETE ON TrackGenres", "SELECT OLD.Track AS Track"),
        ("TrackGenres_change", "UPDATE OF Genre, Track ON TrackGenres", "SELECT NEW.Track AS Track UNION SELECT OLD.Track"),
        ("Notes_come", "INSERT ON PoolNotes", "SELECT NEW.Track AS Track"),
        ("Notes_go", "DELETE ON PoolNotes", "SELECT OLD.Track AS Track"),
        ("Notes_change", "UPDATE ON PoolNotes", "SELECT NEW.Track AS Track UNION SELECT OLD.Track"),
        ("Playlists_archived", "UPDATE OF Archived ON Playlists WHEN NEW.Archived <> OLD.Archived", "SELECT Track FROM PoolNotes WHERE Playlist = NEW.Id"),
    ];

    public static void Create(MigrationBuilder migration)
    {
        foreach (var table in Tables) migration.Sql(table);
        foreach (var (name, when, tracks) in Triggers)
        {
            var (change, condition) = when.Split(" WHEN ") is [var plain, var test] ? (plain, $"WHEN {test}") : (when, "");
            migration.Sql(
                $"""
                CREATE TRIGGER Words_{name} AFTER {change} {condition}
                BEGIN INSERT INTO StaleTracks (Track) SELECT changed.Track FROM ({tracks}) AS changed WHERE NOT EXISTS (SELECT 1 FROM StaleTracks AS known WHERE known.Track = changed.Track); END;
                """);
        }
    }

    public static void Drop(MigrationBuilder migration)
    {
        foreach (var (name, _, _) in Triggers) migration.Sql($"DROP TRIGGER Words_{name};");
        foreach (var table in (string[])["TrackWordsTerms", "TrackWords", "StaleTracks"]) migration.Sql($"DROP TABLE {table};");
    }
}
