using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Publishing.Formats;
using Curation.Core.Storage.Sqlite;

namespace Curation.Core.Desk.Audit;

/// <summary>Writes the lines of the log that a filter lets through into a file, oldest first: CSV for spreadsheets, JSON lines to check hashes from.</summary>
public sealed class ExportAuditLog(Store store)
{
    private const int Page = 2_000;
    private const string Header = "entry,at,person,name,action,subject,detail,previous_hash,hash\n";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Notes who takes it out, then writes it page by page up to the entry that was the last.</summary>
    /// <exception cref="Curation.Core.Playlists.RefusedException">The actor is no admin.</exception>
    public async Task Run(Actor actor, AuditFilter filter, bool csv, Stream into, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(into);
        await store.Write(actor, [Roles.Admin], write => write.Log("log.export", "log", $"{(csv ? "CSV" : "JSON lines")}{Words(filter)}"), cancel);
        var end = await store.Read(async db => (await TrailIndex.Find(db, new TrailAsk(), 1, cancel: cancel))[0].Id, cancel);
        if (csv) await into.WriteAsync(Encoding.UTF8.GetBytes(Header), cancel);
        long after = 0;
        for (var more = true; more;)
        {
            var rows = await store.Read(async db => await ReadAuditLog.Named(db, await TrailIndex.Find(db, filter.Ask, Page, after, end + 1, oldest: true, cancel), cancel), cancel);
            await into.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => csv ? CsvLine(row) : JsonLine(row.Entry)))), cancel);
            more = rows.Count == Page;
            if (more) after = rows[^1].Entry.Id;
        }
    }

    private static string CsvLine(AuditRow row)
    {
        var entry = row.Entry;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Id},{At(entry)},{Csv.Cell(entry.By.Value)},{Csv.Cell(row.ByName)},{Csv.Cell(entry.Action)},{Csv.Cell(entry.Subject)},{Csv.Cell(entry.Detail)},{entry.PreviousHash},{entry.Hash}\n");
    }

    private static string JsonLine(AuditEntry entry) =>
        JsonSerializer.Serialize(new { entry.Id, At = At(entry), By = entry.By.Value, entry.Action, entry.Subject, entry.Detail, entry.PreviousHash, entry.Hash }, Json) + "\n";

    private static string At(AuditEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Words(AuditFilter filter)
    {
        var parts = new[] { filter.Person, filter.Action, filter.Subject, filter.Text, filter.From?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture), filter.To?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) }.Where(part => part is not null).ToList();
        return parts.Count == 0 ? "" : $": {string.Join(", ", parts)}";
    }
}
