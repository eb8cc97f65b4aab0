using System.Globalization;
using System.Text.Json;
using Curation.Core.Desk.Jobs;
using Curation.Core.Importing;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Imports;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Imports;

/// <summary>One start of an import, from its bookmark to its end.</summary>
internal sealed class ImportPass : IDisposable
{
    private const int StepArtists = 2_000;

    private readonly JobRun run;
    private readonly ImportArguments arguments;
    private readonly TimeProvider clock;
    private readonly long began;
    private readonly ImportSource source;
    private readonly Quarantine quarantine;
    private readonly Reading reading;
    private readonly IEnumerator<ImportRow> rows;
    private readonly BulkIds ids = new();
    private readonly List<ImportRow> step = [];
    private readonly string quarantineFile;
    private ImportMark mark;

    private ImportPass(JobRun run, ImportArguments arguments, TimeProvider clock, ImportLimits limits, ImportSource source, ImportPlan plan, ImportMark mark, string folder)
    {
        this.run = run;
        this.arguments = arguments;
        this.clock = clock;
        this.source = source;
        this.mark = mark;
        began = clock.GetTimestamp();
        quarantineFile = Path.Combine(folder, Quarantine.NameFor(mark.Batch));
        quarantine = new Quarantine(quarantineFile, mark.QuarantineBytes, mark.Quarantined - mark.NotJoined);
        reading = new Reading(limits, arguments.AsOf, quarantine.AddRead);
        rows = ImportReader.Read(source, plan, reading).GetEnumerator();
    }

    private string Who => arguments.Format == ImportFormats.NameOf(ImportFormat.MusicBrainz) ? "MusicBrainz" : arguments.Name;

    /// <summary>Opens the source; at the first start it gives the import its row.</summary>
    public static async Task<ImportPass> Begin(JobRun run, ImportArguments arguments, DataDirectory data, TimeProvider clock, ImportLimits limits, CancellationToken cancel)
    {
        var source = ImportSource.At(arguments.Path, limits, arguments.Uploaded ? arguments.Name : null);
        var plan = arguments.PlanFor(source, limits);
        await run.Report(0, $"Reading {arguments.Name}", cancel);
        var sha256 = await SourceHash.Of(arguments.Path, source, cancel);
        var mark = run.Bookmark<ImportMark>();
        if (mark is null)
        {
            await run.Step(async db => mark = await Enter(db, run, arguments, sha256, clock, cancel), cancel);
        }
        else if (await run.Look(db => db.Imports.AnyAsync(row => row.Id == new BatchId(mark.Batch) && row.EndedAt != null, cancel), cancel))
        {
            throw new RefusedException($"This import of {arguments.Name} was taken back. Import the file anew.");
        }
        else if (mark.Sha256 != sha256)
        {
            throw new RefusedException($"{arguments.Name} has changed since its import began. The {mark.Kept} rows imported before are kept; import the file as it is now, and what is already there will not be added twice.");
        }

        return new ImportPass(run, arguments, clock, limits, source, plan, mark!, data.Quarantine);
    }

    /// <summary>Imports what is left and says what came of it all.</summary>
    public async Task<ImportSummary> Run(CancellationToken cancel)
    {
        await Recall(cancel);
        var stepRows = arguments.Format is "musicbrainz" or "artists" ? StepArtists : reading.Limits.StepRows;
        while (await Fill(stepRows, cancel)) await run.Step(db => Write(db, cancel), cancel);
        await run.Step(db => Finish(db, cancel), cancel);
        return Summary(arguments, mark, quarantineFile, reading.Notes);
    }

    /// <summary>What came of an import that is done.</summary>
    public static ImportSummary Summary(ImportArguments arguments, ImportMark mark, string quarantineFile, IReadOnlyList<string> notes) => new(
        mark.Batch, arguments.Name, arguments.Format, mark.Read, mark.Kept, mark.AlreadyThere, mark.Quarantined, mark.Quarantined > 0 ? quarantineFile : null, mark.Joins, notes);

    public void Dispose()
    {
        rows.Dispose();
        quarantine.Dispose();
        if (mark is { Done: true, Quarantined: 0 }) File.Delete(quarantineFile);
    }

    private static async Task<ImportMark> Enter(CurationDb db, JobRun run, ImportArguments arguments, string sha256, TimeProvider clock, CancellationToken cancel)
    {
        var batch = new ImportBatch(arguments.Name, sha256, arguments.Format, run.By, clock.GetUtcNow());
        db.Imports.Add(batch);
        await db.SaveChangesAsync(cancel);
        return new ImportMark(batch.Id.Value, sha256, 0, 0, 0, 0, 0, 0, []);
    }

    // Rows before the bookmark are in the store and in the quarantine; they are only counted, and lists learn what was said of them.
    private async Task Recall(CancellationToken cancel)
    {
        if (mark.Consumed == 0) return;
        var lists = new List<ListRow>();
        for (long i = 0; i < mark.Consumed; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!rows.MoveNext()) throw new ImportStoppedException($"{arguments.Name}: ends before row {mark.Consumed}, up to which it was imported.");
            if (rows.Current is ListRow row) lists.Add(row);
        }

        if (lists.Count == 0) return;
        await run.Step(
            db =>
            {
                using var writer = new BulkWriter(db, ids, new BatchId(mark.Batch), Who);
                writer.Recall(lists);
                return Task.FromResult(mark);
            },
            cancel);
    }

    private async Task<bool> Fill(int most, CancellationToken cancel)
    {
        const int ReportRows = 50_000;
        step.Clear();
        while (step.Count < most && rows.MoveNext())
        {
            step.Add(rows.Current);
            if (step.Count % ReportRows == 0) await Report(cancel);
        }

        await Report(cancel);
        return step.Count > 0;
    }

    private async Task<ImportMark> Write(CurationDb db, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var writer = new BulkWriter(db, ids, new BatchId(mark.Batch), Who);
        var counts = writer.Write(step);
        foreach (var (row, reason) in counts.NotJoined) quarantine.Add(new BadRow(source.Parts[0].Name, row.Line, reason, $"{row.Mbid} {row.Name}".Trim()));
        var joins = mark.Joins.Keys.Union(counts.Joins.Keys).ToDictionary(join => join, join => mark.Joins.GetValueOrDefault(join) + counts.Joins.GetValueOrDefault(join));
        return mark = await Count(db, mark with { Consumed = mark.Consumed + step.Count, Kept = mark.Kept + counts.Kept, AlreadyThere = mark.AlreadyThere + counts.AlreadyThere, Joins = joins }, cancel);
    }

    private async Task<ImportMark> Finish(CurationDb db, CancellationToken cancel)
    {
        mark = await Count(db, mark with { Done = true }, cancel);
        var batch = await db.Imports.SingleAsync(row => row.Id == new BatchId(mark.Batch), cancel);
        batch.Complete(clock.GetUtcNow());
        var detail = string.Create(CultureInfo.InvariantCulture, $"{arguments.Name}: {mark.Read} read, {mark.Kept} kept, {mark.AlreadyThere} already there, {mark.Quarantined} quarantined");
        await db.Log(run.By, "import.done", $"import:{mark.Batch}", detail, clock.GetUtcNow(), cancel);
        return mark;
    }

    private async Task<ImportMark> Count(CurationDb db, ImportMark next, CancellationToken cancel)
    {
        next = next with { Read = reading.RowsRead, Quarantined = reading.Quarantined + next.NotJoined, QuarantineBytes = quarantine.Flush() };
        var batch = await db.Imports.SingleAsync(row => row.Id == new BatchId(next.Batch), cancel);
        var notes = reading.Notes.Count == 0 && next.Joins.Count == 0 ? null : JsonSerializer.Serialize(new { reading.Notes, Joins = next.Joins.ToDictionary(join => join.Key.ToString(), join => join.Value) });
        batch.Count(next.Read, next.Kept, next.AlreadyThere, next.Quarantined, next.Quarantined > 0 ? Path.GetFileName(quarantineFile) : null, notes);
        return next;
    }

    private Task Report(CancellationToken cancel)
    {
        var share = Math.Clamp(reading.BytesRead / (double)Math.Max(1, source.Bytes), 0, 0.99);
        var elapsed = clock.GetElapsedTime(began);
        var left = share > 0.02 ? $", about {Spoken(elapsed * ((1 - share) / share))} left" : "";
        var doing = string.Create(CultureInfo.InvariantCulture, $"{reading.RowsRead:N0} rows read, {reading.Quarantined + mark.NotJoined:N0} quarantined{left}");
        return run.Report(share, doing, cancel);
    }

    private static string Spoken(TimeSpan span) =>
        span.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s") : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes):0} min");
}
