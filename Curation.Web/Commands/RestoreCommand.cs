using System.CommandLine;
using Curation.Core.Desk.Backup;
using Curation.Web.Hosting;

namespace Curation.Web.Commands;

/// <summary><c>restore FILE</c>: puts a backup in place, once all of it has been verified.</summary>
internal static class RestoreCommand
{
    /// <summary>The command, to add to the root; <paramref name="open"/> opens the data directory for it.</summary>
    public static Command Create(Func<CommandHost> open)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An archive that \"backup\" wrote." };
        var command = new Command("restore", "Verifies a backup and puts it in place; what was there is kept in a folder beside it. The workbench must not be running.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var host = open();
            var restored = await host.Services.GetRequiredService<RestoreBackup>().Run(parsed.GetRequiredValue(file).FullName, cancel);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync($"Restored the backup of {restored.Manifest.MadeAt:yyyy-MM-dd HH:mm} UTC: {restored.Manifest.Parts.Count} files, {restored.Manifest.Length / 1024:N0} KiB.");
            if (restored.KeptIn is { } kept) await output.WriteLineAsync($"What was there before is in {kept}");
            return 0;
        });
        return command;
    }
}
