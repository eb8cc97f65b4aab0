using System.CommandLine;
using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Backup;
using Curation.Core.Storage;
using Curation.Web.Hosting;

namespace Curation.Web.Commands;

/// <summary><c>verify</c>: checks the database, the audit log, submitted revisions, editions and models against their hashes.</summary>
internal static class VerifyCommand
{
    /// <summary>The command, to add to the root; <paramref name="open"/> opens the store for it.</summary>
    public static Command Create(Func<CommandHost> open)
    {
        var command = new Command("verify", "Checks the database, the audit log, submitted revisions, editions and models; exit 1 where something is wrong. Works beside a running workbench.");
        var heads = new Option<FileInfo?>("--heads") { Description = "A copy of the audit log's signed heads that was kept elsewhere, to compare with instead of the one here." };
        command.Add(heads);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var host = open();
            return await Run(host.Services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel, parsed.GetValue(heads)?.FullName);
        });
        return command;
    }

    internal static async Task<int> Run(IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancel, string? heads = null)
    {
        var data = services.GetRequiredService<DataDirectory>();
        if (!File.Exists(data.Store))
        {
            await errors.WriteLineAsync($"There is no store in {data.Path}. Name the data directory in CURATION__DATA.");
            return 1;
        }

        if (heads is not null && !File.Exists(heads))
        {
            await errors.WriteLineAsync($"There is no file {heads}.");
            return 1;
        }

        var faults = 0;
        await foreach (var part in services.GetRequiredService<VerifyEverything>().Run(heads, cancel))
        {
            faults += part.Faults.Count;
            await output.WriteLineAsync($"{(part.Faults.Count == 0 ? "ok   " : "FAULT")}  {part.What,-20}  {part.Extent}");
            foreach (var fault in part.Faults) await output.WriteLineAsync($"       {fault}");
            foreach (var note in part.Notes ?? []) await output.WriteLineAsync($"       note: {note}");
        }

        if (services.GetRequiredService<AuditKey>().Fingerprint() is { } print) await output.WriteLineAsync($"Heads are signed with the key {HeadChain.InGroups(print)}; compare it with what you noted elsewhere.");
        await output.WriteLineAsync(faults == 0 ? "Everything verifies." : $"{faults} {(faults == 1 ? "fault" : "faults")}. Keep the data directory as it is and restore a backup that verifies.");
        return faults == 0 ? 0 : 1;
    }
}
