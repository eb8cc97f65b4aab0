using System.CommandLine;
using Curation.Core.Desk.Backup;
using Curation.Web.Hosting;

namespace Curation.Web.Commands;

/// <summary><c>backup FILE</c>: the store and the models in one archive.</summary>
internal static class BackupCommand
{
    /// <summary>The command, to add to the root; <paramref name="open"/> opens the data directory for it.</summary>
    public static Command Create(Func<CommandHost> open)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The archive to write, for instance curation.zip; it must not be there yet." };
        var command = new Command("backup", "Copies the store and the models into one archive. Works beside a running workbench.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var host = open();
            var manifest = await host.Services.GetRequiredService<MakeBackup>().Run(parsed.GetRequiredValue(file).FullName, cancel);
            foreach (var part in manifest.Parts) await parsed.InvocationConfiguration.Output.WriteLineAsync($"{part.Sha256}  {part.Name}");
            return 0;
        });
        return command;
    }
}
