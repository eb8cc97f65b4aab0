using Curation.Core.Auditing.Trail;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>Lets the audit log take nothing but the next entry, which also closes the way by REPLACE, and keeps the indexes by which it is searched.</summary>
[DbContext(typeof(CurationDb))]
[Migration("20261129140713_TrailGuards")]
internal sealed class TrailGuards : Migration
{
    private const string Keys = "'b' || lower(hex({0}.\"By\")) || ' a' || lower(hex({0}.Action)) || ' s' || lower(hex({0}.Subject))";
    private const string Words = "{0}.Action || ' ' || {0}.Subject || ' ' || {0}.Detail";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            $"""
            CREATE TRIGGER AuditLog_follows BEFORE INSERT ON AuditLog
            WHEN NEW.Id IS NOT (SELECT COALESCE(MAX(Id), 0) + 1 FROM AuditLog) OR
                 NEW.PreviousHash IS NOT COALESCE((SELECT Hash FROM AuditLog ORDER BY Id DESC LIMIT 1), '{AuditEntry.Genesis}') OR
                 length(NEW.Hash) <> {EntryHash.Digits} OR NEW.Hash GLOB '*[^0-9a-f]*'
            BEGIN SELECT RAISE(ABORT, 'The audit log takes only the entry that follows from its last one.'); END;
            """);
        migrationBuilder.Sql("CREATE TABLE AuditSpans (Block INTEGER PRIMARY KEY, FromAt INTEGER NOT NULL, ToAt INTEGER NOT NULL);");
        migrationBuilder.Sql("CREATE VIRTUAL TABLE AuditWords USING fts5(Keys, Words, content='', detail='column', prefix='3 4', tokenize='unicode61 remove_diacritics 2');");
        migrationBuilder.Sql($"INSERT INTO AuditSpans SELECT Id >> {TrailIndex.BlockBits}, MIN(At), MAX(At) FROM AuditLog GROUP BY Id >> {TrailIndex.BlockBits};");
        migrationBuilder.Sql($"INSERT INTO AuditWords (rowid, Keys, Words) SELECT Id, {Of(Keys, "AuditLog")}, {Of(Words, "AuditLog")} FROM AuditLog;");
        migrationBuilder.Sql(
            $"""
            CREATE TRIGGER AuditLog_indexed AFTER INSERT ON AuditLog
            BEGIN
                INSERT INTO AuditSpans VALUES (NEW.Id >> {TrailIndex.BlockBits}, NEW.At, NEW.At)
                    ON CONFLICT (Block) DO UPDATE SET FromAt = min(FromAt, excluded.FromAt), ToAt = max(ToAt, excluded.ToAt);
                INSERT INTO AuditWords (rowid, Keys, Words) VALUES (NEW.Id, {Of(Keys, "NEW")}, {Of(Words, "NEW")});
            END;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in (string[])["AuditLog_follows", "AuditLog_indexed"]) migrationBuilder.Sql($"DROP TRIGGER {trigger};");
        foreach (var table in (string[])["AuditSpans", "AuditWords"]) migrationBuilder.Sql($"DROP TABLE {table};");
    }

    private static string Of(string template, string row) => template.Replace("{0}", row, StringComparison.Ordinal);
}
