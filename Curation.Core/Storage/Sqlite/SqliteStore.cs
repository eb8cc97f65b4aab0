using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>How Curation opens SQLite: write-ahead log, every commit on disk, distrust of the file's own schema.</summary>
public static class SqliteStore
{
    /// <summary>File name of the store within the data directory.</summary>
    public const string FileName = "curation.db";

    /// <summary>How long a write waits for another before it gives up.</summary>
    private const int BusyTimeoutSeconds = 30;

    /// <summary>Points a context at a store file.</summary>
    public static DbContextOptionsBuilder UseCurationSqlite(this DbContextOptionsBuilder options, string file) =>
        options
            .UseSqlite(ConnectionString(file), sqlite => sqlite.CommandTimeout(BusyTimeoutSeconds))
            .ReplaceService<IMigrationsSqlGenerator, ClusteringSqlGenerator>()
            .AddInterceptors(Pragmas.Instance);

    /// <summary>The connection string of a store file.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = BusyTimeoutSeconds,
        Pooling = true,
    }.ToString();

    /// <summary>Turns the write-ahead log on; the file remembers it.</summary>
    internal static Task KeepWriteAheadLog(CurationDb db, CancellationToken cancel) =>
        db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel) : Task.CompletedTask;

    /// <summary>How many rows the open connection of a context has added, changed or removed since it was opened; only differences say something.</summary>
    internal static int ChangesOf(CurationDb db) => SQLitePCL.raw.sqlite3_total_changes(((SqliteConnection)db.Database.GetDbConnection()).Handle);

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        private const string Settings = "PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = Settings;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}
