using System.Globalization;
using System.Text;
using Curation.Core.Auditing.Trail;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage.Sqlite;

/// <summary>What is asked of the log: people, actions and subjects exactly, words anywhere, times from and before, places after and before. Null asks for no more than that.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Actions">What was done: one of these.</param>
/// <param name="Subject">To what.</param>
/// <param name="Text">Words of action, subject or detail; the last may be the beginning of one.</param>
/// <param name="From">Not earlier.</param>
/// <param name="To">Earlier.</param>
public sealed record TrailAsk(string? By = null, IReadOnlyList<string>? Actions = null, string? Subject = null, string? Text = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>Finds entries of a log of millions: by an inverted index over who, what, to what and words, and by blocks of entries with their first and last time.</summary>
public static class TrailIndex
{
    /// <summary>A block of times has two to the power of this many entries.</summary>
    internal const int BlockBits = 10;

    private const int ShortestBeginning = 3;

    /// <summary>Up to <paramref name="count"/> matching entries with places within (after, before): the newest of them, newest first, or with <paramref name="oldest"/> the oldest, oldest first.</summary>
    public static async Task<List<AuditEntry>> Find(CurationDb db, TrailAsk ask, int count, long after = 0, long before = long.MaxValue, bool oldest = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (ask.From is not null || ask.To is not null)
        {
            if (await Places(db, ask, cancel) is not var (first, last)) return [];
            (after, before) = (Math.Max(after, first - 1), Math.Min(before, last + 1));
        }

        var (sql, values) = Sql(ask, oldest);
        values.AddRange([new SqliteParameter("@count", count), new SqliteParameter("@after", after), new SqliteParameter("@before", before)]);
        return await db.AuditLog.FromSqlRaw(sql, [.. values]).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>Everybody whom the log names; steps from one to the next instead of reading all entries.</summary>
    public static Task<List<string>> People(CurationDb db, CancellationToken cancel = default) => Distinct(db, "\"By\"", cancel);

    /// <summary>Every action that the log names.</summary>
    public static Task<List<string>> Actions(CurationDb db, CancellationToken cancel = default) => Distinct(db, "Action", cancel);

#pragma warning disable EF1002 // The column is one of two constants of this class.
    private static Task<List<string>> Distinct(CurationDb db, string column, CancellationToken cancel) => db.Database.SqlQueryRaw<string>(
        $"""
        WITH RECURSIVE Steps (Value) AS (
            SELECT MIN({column}) FROM AuditLog
            UNION ALL SELECT (SELECT MIN({column}) FROM AuditLog WHERE {column} > Steps.Value) FROM Steps WHERE Steps.Value IS NOT NULL)
        SELECT Value FROM Steps WHERE Value IS NOT NULL
        """).ToListAsync(cancel);
#pragma warning restore EF1002

    /// <summary>First and last place of the blocks that reach into the time asked for; clocks may go back, so entries outside it can be between.</summary>
    private static async Task<(long First, long Last)?> Places(CurationDb db, TrailAsk ask, CancellationToken cancel)
    {
        var (from, to) = (Milliseconds(ask.From) ?? long.MinValue, Milliseconds(ask.To) ?? long.MaxValue);
        var blocks = await db.Database.SqlQueryRaw<long>("SELECT Block AS Value FROM AuditSpans WHERE ToAt >= @from AND FromAt < @to", new SqliteParameter("@from", from), new SqliteParameter("@to", to)).ToListAsync(cancel);
        return blocks.Count == 0 ? null : (blocks.Min() << BlockBits, ((blocks.Max() + 1) << BlockBits) - 1);
    }

    /// <summary>One exact condition goes by its own index; several, or words, go by the inverted one.</summary>
    private static (string Sql, List<object> Values) Sql(TrailAsk ask, bool oldest)
    {
        var values = new List<object>();
        var sql = new StringBuilder();
        var match = Match(ask);
        var id = match is null ? "log.Id" : "AuditWords.rowid";
        sql.Append(match is null ? "SELECT log.* FROM AuditLog AS log WHERE 1" : "SELECT log.* FROM AuditWords CROSS JOIN AuditLog AS log ON log.Id = AuditWords.rowid WHERE AuditWords MATCH @match");
        if (match is not null) values.Add(new SqliteParameter("@match", match));
        sql.Append(CultureInfo.InvariantCulture, $" AND {id} > @after AND {id} < @before");
        Equal("log.\"By\"", ask.By);
        if (ask.Actions is [var action]) Equal("log.Action", action);
        Equal("log.Subject", ask.Subject);
        Time(">=", "@from", ask.From);
        Time("<", "@to", ask.To);
        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY {id} {(oldest ? "ASC" : "DESC")} LIMIT @count");
        return (sql.ToString(), values);

        void Equal(string column, string? value)
        {
            if (value is null) return;
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{values.Count}");
            sql.Append(CultureInfo.InvariantCulture, $" AND {column} = {name}");
            values.Add(new SqliteParameter(name, value));
        }

        void Time(string compare, string name, DateTimeOffset? time)
        {
            if (Milliseconds(time) is not { } at) return;
            sql.Append(CultureInfo.InvariantCulture, $" AND log.At {compare} {name}");
            values.Add(new SqliteParameter(name, at));
        }
    }

    private static string? Match(TrailAsk ask)
    {
        var words = WordsOf(ask.Text ?? "");
        var exact = (ask.By is null ? 0 : 1) + (ask.Actions is null ? 0 : 1) + (ask.Subject is null ? 0 : 1);
        if (words.Count == 0 && exact < 2 && ask.Actions is null or [_]) return null;
        var parts = new List<string>();
        if (ask.By is { } by) parts.Add($"Keys : b{Hex(by)}");
        if (ask.Actions is { } actions) parts.Add($"Keys : ({string.Join(" OR ", actions.Select(action => "a" + Hex(action)).DefaultIfEmpty("none"))})");
        if (ask.Subject is { } subject) parts.Add($"Keys : s{Hex(subject)}");
        foreach (var (i, word) in words.Index())
            parts.Add($"Words : \"{word}\"{(i == words.Count - 1 && word.Length >= ShortestBeginning && char.IsLetterOrDigit(ask.Text![^1]) ? " *" : "")}");
        return string.Join(" AND ", parts);
    }

    /// <summary>Splits as the index does.</summary>
    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse) word.Append(rune);
            else if (word.Length > 0) Take();
        }

        if (word.Length > 0) Take();
        return words;

        void Take()
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
