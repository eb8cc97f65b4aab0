using System.Text.Json;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Importing;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Imports;

/// <summary>Imports a source as a job: rows in steps, each committed together with the bookmark, so that a stop at any time loses and doubles nothing.</summary>
public sealed class ImportWork(DataDirectory data, CurrentModel current, TimeProvider clock, ImportLimits limits) : IJobWork
{
    /// <summary>The kind of these jobs.</summary>
    public const string JobKind = "import";

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<string?> Run(JobRun run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            return await Import(run, cancel);
        }
        finally
        {
            // Also after a failure or a cancel, since whole steps are kept; once, and outside any transaction.
            if (!cancel.IsCancellationRequested) await current.Renew(cancel);
        }
    }

    private async Task<string> Import(JobRun run, CancellationToken cancel)
    {
        var arguments = run.Arguments<ImportArguments>();

        // Killed between the last step and the end of the job.
        if (run.Bookmark<ImportMark>() is { Done: true } done)
        {
            if (arguments.Uploaded) File.Delete(arguments.Path);
            return JsonSerializer.Serialize(ImportPass.Summary(arguments, done, Path.Combine(data.Quarantine, Quarantine.NameFor(done.Batch)), []));
        }

        try
        {
            using var pass = await ImportPass.Begin(run, arguments, data, clock, limits, cancel);
            var summary = await pass.Run(cancel);
            if (arguments.Uploaded) File.Delete(arguments.Path);
            return JsonSerializer.Serialize(summary);
        }
        catch (ImportStoppedException stopped)
        {
            var mark = run.Bookmark<ImportMark>();
            var kept = mark is null or { Consumed: 0 } ? "Nothing was imported." : FormattableString.Invariant($"{mark.Kept:N0} rows from before that place are kept.");
            throw new RefusedException($"{stopped.Message} {kept}", stopped);
        }
    }
}
