using Curation.Core.Desk.Acting;
using Curation.Core.Importing;

namespace Curation.Core.Desk.Imports;

/// <summary>What an import would read, shown before anything is written.</summary>
/// <param name="Arguments">What to run, should it be run.</param>
/// <param name="Plan">Format, mapping and why.</param>
/// <param name="Sample">First rows as they stand, by column; none for formats without columns.</param>
/// <param name="Missing">Names of needed fields that no column stands for.</param>
public sealed record ImportPreview(ImportArguments Arguments, ImportPlan Plan, IReadOnlyList<IReadOnlyList<string>> Sample, IReadOnlyList<string> Missing);

/// <summary>What a dry run found.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Good">Rows that would be imported, by what they are.</param>
/// <param name="Quarantined">Rows that would be set aside.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Notes">What else a person should know.</param>
public sealed record DryRunResult(long Read, IReadOnlyDictionary<string, long> Good, long Quarantined, IReadOnlyList<BadRow> Problems, IReadOnlyList<string> Notes);

/// <summary>Looks at a source without writing anything.</summary>
public sealed class PreviewImport(Store store, ImportLimits limits)
{
    private const int SampleRows = 5;
    private const int MostProblems = 20;

    /// <summary>Finds out the format (unless one is asked for) and the mapping, and shows the first rows.</summary>
    /// <exception cref="ImportStoppedException">The source cannot be read; the message says why.</exception>
    public async Task<ImportPreview> Run(Actor actor, string path, string name, ImportFormat? asked, bool uploaded, CancellationToken cancel = default)
    {
        await store.Read(async db => { await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel); return true; }, cancel);
        return await Task.Run(
            () =>
            {
                var source = ImportSource.At(path, limits, uploaded ? name : null);
                var plan = FormatDetector.Detect(source, limits, asked);
                var sample = plan.Mapping is null ? [] : ColumnSample.Of(source, limits, SampleRows);
                var missing = plan.Mapping?.Missing.Select(FieldNames.NameOf).ToList() ?? [];
                return new ImportPreview(ImportArguments.Of(Path.GetFullPath(path), name, plan, store.Now, uploaded), plan, sample, missing);
            },
            cancel);
    }

    /// <summary>Reads the whole source and counts, without writing.</summary>
    /// <exception cref="ImportStoppedException">The source cannot be read to its end; the message says why.</exception>
    public async Task<DryRunResult> DryRun(Actor actor, ImportArguments arguments, Action<double>? watcher = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        await store.Read(async db => { await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel); return true; }, cancel);
        return await Task.Run(() => Count(arguments, watcher, cancel), cancel);
    }

    private DryRunResult Count(ImportArguments arguments, Action<double>? watcher, CancellationToken cancel)
    {
        const int ReportRows = 20_000;
        var problems = new List<BadRow>();
        var source = ImportSource.At(arguments.Path, limits, arguments.Uploaded ? arguments.Name : null);
        var reading = new Reading(limits, arguments.AsOf, row => { if (problems.Count < MostProblems) problems.Add(row); });
        var good = new SortedDictionary<string, long>(StringComparer.Ordinal);
        long seen = 0;
        foreach (var row in ImportReader.Read(source, arguments.PlanFor(source, limits), reading))
        {
            var kind = KindOf(row);
            good[kind] = good.GetValueOrDefault(kind) + row.Rows;
            if (++seen % ReportRows != 0) continue;
            cancel.ThrowIfCancellationRequested();
            watcher?.Invoke(Math.Min(1, reading.BytesRead / (double)Math.Max(1, source.Bytes)));
        }

        return new DryRunResult(reading.RowsRead, good, reading.Quarantined, problems, reading.Notes);
    }

    private static string KindOf(ImportRow row) => row switch
    {
        PlayRow => "plays",
        TrackRow => "tracks",
        ArtistRow => "artists",
        ListenerRow => "listeners",
        TallyRow => "play counts",
        TagRow => "tags",
        _ => "list entries",
    };
}
