using System.Data.Common;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Tests.Fixtures;

/// <summary>Stores that hold data in the shape in which an older version of the program left them.</summary>
internal static class OlderStore
{
    /// <summary>A desk that has what another has, in a store that knows the migrations up to this one.</summary>
    public static async Task<TestDesk> Of(TestDesk desk, string migration)
    {
        Pools.Close(desk.Data);
        var older = TestDesk.OpenCopy(desk.Data.Path);
        foreach (var file in Directory.GetFiles(older.Data.Path, SqliteStore.FileName + "*")) File.Delete(file);
        await using var db = await older.Factory.CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync(migration);
        await db.Database.OpenConnectionAsync();
        await Fill(db.Database.GetDbConnection(), desk.Data.Store);
        return older;
    }

    /// <summary>Copies every table, past the triggers: what they let in one by one they would not let in again.</summary>
    private static async Task Fill(DbConnection store, string from)
    {
        var triggers = await Rows(store, "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'");
        var tables = await Rows(store, "SELECT name, sql FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'TrackWords%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'");
        await Run(store, $"PRAGMA foreign_keys = OFF; ATTACH '{from}' AS filled;");
        foreach (var (name, _) in triggers) await Run(store, $"DROP TRIGGER \"{name}\";");
        foreach (var (table, _) in tables)
        {
            var columns = string.Join(", ", (await Rows(store, $"SELECT name, type FROM pragma_table_info('{table}', 'main')")).Select(column => $"\"{column.Name}\""));
            await Run(store, $"DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM filled.\"{table}\";");
        }

        foreach (var (_, sql) in triggers) await Run(store, sql);
        await Run(store, "DETACH filled; PRAGMA foreign_keys = ON;");
    }

    private static async Task<List<(string Name, string Sql)>> Rows(DbConnection store, string query)
    {
        await using var command = store.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync()) rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static async Task Run(DbConnection store, string statements)
    {
        await using var command = store.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync();
    }
}
