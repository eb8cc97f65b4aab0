using Microsoft.Data.Sqlite;

namespace Curation.Core.Desk.Backup;

/// <summary>A store file as a whole: copied while it is in use, checked without being believed.</summary>
internal static class StoreFile
{
    /// <summary>Copies a store that others may be writing to; the copy is one moment of it, in one file.</summary>
    public static void Copy(string from, string to, CancellationToken cancel)
    {
        File.Delete(to);
        using (var source = Open(from, SqliteOpenMode.ReadOnly))
        using (var copy = Open(to, SqliteOpenMode.ReadWriteCreate))
        {
            source.BackupDatabase(copy);
            Run(copy, "PRAGMA journal_mode=DELETE");
        }

        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>What is wrong with a store file in words; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(string file)
    {
        try
        {
            using var store = Open(file, SqliteOpenMode.ReadOnly);
            var said = Read(store, "PRAGMA integrity_check").Where(line => line != "ok");
            return [.. said, .. Read(store, "PRAGMA foreign_key_check").Select(table => $"A row of {table} points to one that is not there.")];
        }
        catch (SqliteException fault)
        {
            return [$"SQLite cannot read it: {fault.Message}"];
        }
    }

    /// <summary>Leaves no write-ahead log beside the file, which would spoil another store put in its place. A file too damaged for that loses its log; keep a copy first.</summary>
    public static void Settle(string file)
    {
        try
        {
            using var store = Open(file, SqliteOpenMode.ReadWrite);
            Run(store, "PRAGMA wal_checkpoint(TRUNCATE)");
            Run(store, "PRAGMA journal_mode=DELETE");
        }
        catch (SqliteException)
        {
            File.Delete(file + "-wal");
            File.Delete(file + "-shm");
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql) => _ = Read(connection, sql).Count;

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants of this class come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read()) lines.Add(rows.GetValue(0).ToString() ?? "");
        return lines;
    }
}
