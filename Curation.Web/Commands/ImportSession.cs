using System.Diagnostics;
using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Importing;
using Curation.Core.Playlists;
using Curation.Core.Storage.Bulk;

namespace Curation.Web.Commands;

/// <summary>One call of <c>import</c>: previews each file, imports it as a job and prints what came of it.</summary>
internal sealed class ImportSession(
    ImportDesk desk, ImportFormat? asked, IReadOnlyList<KeyValuePair<ImportField, string>> map, bool dry, TextWriter output, TextWriter errors)
{
    /// <summary>Imports files and folders one after another; true where all of it went well.</summary>
    public async Task<bool> Run(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var well = true;
        foreach (var each in paths.SelectMany(PathsOf)) well &= await One(each, cancel);
        return well;
    }

    // A folder that is no source by itself is a folder of files, each a source of its own.
    private IEnumerable<string> PathsOf(string path)
    {
        if (!Directory.Exists(path) || asked == ImportFormat.HetRec) return [path];
        var files = Directory.GetFiles(path).Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 || files.Exists(file => Path.GetFileName(file).StartsWith("user_artists.dat", StringComparison.OrdinalIgnoreCase)) ? [path] : files;
    }

    private async Task<bool> One(string path, CancellationToken cancel)
    {
        try
        {
            var arguments = await Plan(path, cancel);
            if (dry) await Try(arguments, cancel);
            else return await Import(arguments, cancel);
            return true;
        }
        catch (Exception refusal) when (refusal is ImportStoppedException or RefusedException)
        {
            await errors.WriteLineAsync(refusal.Message);
            return false;
        }
    }

    private async Task<ImportArguments> Plan(string path, CancellationToken cancel)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var preview = await desk.Preview.Run(Actor.Console, path, name, asked, uploaded: false, cancel);
        var plan = preview.Plan;
        await output.WriteLineAsync($"{name}: {ImportFormats.NameOf(plan.Format)}, because {plan.Because}");
        if (plan.Mapping is not { } mapping)
        {
            if (map.Count > 0) throw new ImportStoppedException($"The format {ImportFormats.NameOf(plan.Format)} has no columns to map.");
            return preview.Arguments;
        }

        foreach (var (field, column) in map) mapping = mapping.With(field, column.Length == 0 ? null : column);
        foreach (var field in FieldNames.Of(plan.Format).Where(field => mapping[field] >= 0))
            await output.WriteLineAsync($"  {FieldNames.NameOf(field)} = {mapping.ColumnOf(field)}");
        if (mapping.Unused.Count > 0) await output.WriteLineAsync($"  not used: {string.Join(", ", mapping.Unused)}");
        return ImportArguments.Of(preview.Arguments.Path, name, plan with { Mapping = mapping }, preview.Arguments.AsOf, uploaded: false);
    }

    private async Task Try(ImportArguments arguments, CancellationToken cancel)
    {
        var progress = new ProgressLine(errors, arguments.Name);
        var found = await desk.Preview.DryRun(Actor.Console, arguments, progress.Report, cancel);
        await output.WriteLineAsync(FormattableString.Invariant($"  rows read {found.Read}, good {found.Read - found.Quarantined}, to be quarantined {found.Quarantined}; nothing was written"));
        foreach (var (kind, rows) in found.Good) await output.WriteLineAsync(FormattableString.Invariant($"  {kind}: {rows} rows"));
        foreach (var bad in found.Problems) await output.WriteLineAsync($"  {bad.File}, line {bad.Line}: {bad.Reason}");
        foreach (var note in found.Notes) await output.WriteLineAsync("  " + note);
    }

    private async Task<bool> Import(ImportArguments arguments, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var progress = new ProgressLine(errors, arguments.Name);
        var id = await desk.Queue.Run(Actor.Console, arguments, cancel);
        await desk.Runner.RunOne(id, cancel, (share, _) => progress.Report(share));
        var job = await desk.Jobs.Find(id, CancellationToken.None);
        if (job?.Result is not { } result)
        {
            await errors.WriteLineAsync(job?.Error ?? $"{arguments.Name}: stopped; what was finished is kept, and the next start of Curation goes on from there.");
            return false;
        }

        await Print(JsonSerializer.Deserialize<ImportSummary>(result)!, Stopwatch.GetElapsedTime(began));
        return true;
    }

    private async Task Print(ImportSummary summary, TimeSpan took)
    {
        await output.WriteLineAsync(FormattableString.Invariant($"  rows read {summary.Read}, kept {summary.Kept}, already there {summary.AlreadyThere}, quarantined {summary.Quarantined}"));
        if (summary.Joins.Count > 0) await output.WriteLineAsync("  artists: " + string.Join(", ", Enum.GetValues<ArtistJoin>().Select(join => FormattableString.Invariant($"{Spoken(join)} {summary.Joins.GetValueOrDefault(join)}"))));
        if (summary.Quarantine is not null) await output.WriteLineAsync($"  quarantine: {summary.Quarantine}");
        foreach (var note in summary.Notes) await output.WriteLineAsync("  " + note);
        await output.WriteLineAsync(FormattableString.Invariant($"  import {summary.Batch}, {took.TotalSeconds:F1} s, {summary.Read / Math.Max(took.TotalSeconds, 0.001):F0} rows/s"));
    }

    private static string Spoken(ArtistJoin join) => join switch
    {
        ArtistJoin.ByMbid => "joined by MBID",
        ArtistJoin.ByName => "joined by exact name",
        ArtistJoin.Ambiguous => "ambiguous name",
        _ => "not in the catalogue",
    };
}
