using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage.Sqlite;

/// <summary>Writes and asks the full-text index of tracks.</summary>
public static class TrackWords
{
    private const string Some = "SELECT Track FROM StaleTracks ORDER BY Track LIMIT @most";

    private const string Put =
        $"""
        INSERT INTO TrackWords (rowid, title, artist, release, tags, notes)
        SELECT Tracks.Id, fold(Tracks.Title), fold(Tracks.ArtistLine), fold(COALESCE(Releases.Title, '')),
            fold(COALESCE((SELECT group_concat(Tag, ' ') FROM TrackTags WHERE TrackTags.Track = Tracks.Id), '') || ' ' ||
                 COALESCE((SELECT group_concat(Genres.Name, ' ') FROM TrackGenres JOIN Genres ON Genres.Id = TrackGenres.Genre WHERE TrackGenres.Track = Tracks.Id), '')),
            fold(COALESCE((SELECT group_concat(Note, ' ') FROM PoolNotes JOIN Playlists ON Playlists.Id = PoolNotes.Playlist WHERE PoolNotes.Track = Tracks.Id AND NOT Playlists.Archived), ''))
        FROM Tracks LEFT JOIN Releases ON Releases.Id = Tracks.Release WHERE Tracks.Id IN ({Some})
        """;

    /// <summary>How many tracks wait to be indexed.</summary>
    public static Task<int> CountStale(CurationDb db, CancellationToken cancel = default) => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM StaleTracks").SingleAsync(cancel);

    /// <summary>Indexes up to <paramref name="most"/> waiting tracks inside the current transaction and says how many there were.</summary>
    /// <param name="db">The context, inside a transaction.</param>
    /// <param name="fold">Makes words comparable, the same for what is indexed and what is typed.</param>
    /// <param name="most">How many at once.</param>
    /// <param name="cancel">Asked to stop.</param>
    public static async Task<int> IndexStale(CurationDb db, Func<string, string> fold, int most, CancellationToken cancel = default)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        connection.CreateFunction("fold", fold, isDeterministic: true);
        await Run(db, $"DELETE FROM TrackWords WHERE rowid IN ({Some})", most, cancel);
        await Run(db, Put, most, cancel);
        return await Run(db, $"DELETE FROM StaleTracks WHERE Track IN ({Some})", most, cancel);
    }

    /// <summary>Every track that matches, with how well: more is better. Title counts most, then artist, release, tags, notes.</summary>
    public static async Task<List<(int Track, float Score)>> Matching(CurationDb db, string match, bool ranked = true, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT rowid, {(ranked ? "-bm25(TrackWords, 10.0, 6.0, 3.0, 2.0, 2.0)" : "0.0")} FROM TrackWords WHERE TrackWords MATCH @match";
        command.Parameters.AddWithValue("@match", match);
        var found = new List<(int, float)>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (reader.Read()) found.Add((reader.GetInt32(0), reader.GetFloat(1)));
        return found;
    }

    /// <summary>Every word of the index with the number of tracks that have it, in ordinal order.</summary>
    public static async Task<List<(string Word, int Tracks)>> Vocabulary(CurationDb db, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT term, doc FROM TrackWordsTerms";
        var words = new List<(string, int)>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (reader.Read()) words.Add((reader.GetString(0), reader.GetInt32(1)));
        words.Sort((one, other) => string.CompareOrdinal(one.Item1, other.Item1));
        return words;
    }

    private static Task<int> Run(CurationDb db, string sql, int most, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(sql, [new SqliteParameter("@most", most)], cancel);
}
