using Curation.Core.Auditing.Trail;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Curation.Core.Storage.Sqlite;

/// <summary>Reads the whole log in order, as bytes, past Entity Framework: strings and entities of millions of entries would cost more than hashing them.</summary>
public sealed class TrailReader : IDisposable
{
    private const string All = "SELECT Id, At, PreviousHash, \"By\", Action, Subject, Detail, Hash FROM AuditLog ORDER BY Id";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;
    private readonly SqliteDataReader rows;
    private readonly sqlite3_stmt statement;

    private TrailReader(SqliteConnection connection)
    {
        this.connection = connection;
        command = connection.CreateCommand();
        command.CommandText = All;
        rows = command.ExecuteReader();
        statement = rows.Handle ?? throw new InvalidOperationException("SQLite has no statement for the log.");
    }

    /// <summary>Opens the log of a store file; what it reads is one moment of it.</summary>
    public static TrailReader Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            return new TrailReader(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The place of the last entry; 0 where there is none.</summary>
    public long Last()
    {
        using var last = connection.CreateCommand();
        last.CommandText = "SELECT COALESCE(MAX(Id), 0) FROM AuditLog";
        return (long)last.ExecuteScalar()!;
    }

    /// <summary>Goes to the next entry; false after the last.</summary>
    public bool Read() => rows.Read();

    /// <summary>The entry it is at; its bytes stand until the next is read. A value of another type than the log writes reads as one that no hash fits.</summary>
    public EntryBytes Current => new()
    {
        Id = raw.sqlite3_column_int64(statement, 0),
        At = raw.sqlite3_column_type(statement, 1) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(statement, 1) : long.MinValue,
        PreviousHash = Text(2),
        By = Text(3),
        Action = Text(4),
        Subject = Text(5),
        Detail = Text(6),
        Hash = Text(7),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        rows.Dispose();
        command.Dispose();
        connection.Dispose();
    }

    private static ReadOnlySpan<byte> NoText => "\0not a text"u8;

    private ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_TEXT ? raw.sqlite3_column_blob(statement, column) : NoText;
}
