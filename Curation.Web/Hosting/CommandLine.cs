using System.CommandLine;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Web.Commands;

namespace Curation.Web.Hosting;

/// <summary>The command line: no command serves the workbench, the others do one thing and end.</summary>
internal static class CommandLine
{
    private const int BadUsage = 2;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            // The host listens for Ctrl+C itself, and what fails unforeseen ought to show its trace.
            var parsed = Root(args).Parse(args);
            var ended = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            return parsed.Errors.Count > 0 ? BadUsage : ended;
        }
        catch (Exception refusal) when (refusal is RefusedException or DataDirectoryInUseException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static RootCommand Root(string[] args)
    {
        var root = new RootCommand("Curation, a workbench for algotorial playlists. Without a command it serves the workbench.") { TreatUnmatchedTokensAsErrors = false };
        root.Validators.Add(result =>
        {
            // Settings such as --urls=... go to the host; a bare word in front is a command that does not exist.
            if (args is [var word, ..] && !word.StartsWith('-') && result.Tokens.Count == 0) result.AddError($"There is no command \"{word}\". --help lists the commands.");
        });
        root.Add(ImportCommand.Create(async cancel => { var host = await CommandHost.Open(cancel); return new ImportDesk(host.Services, host); }));
        root.Add(TrainCommand.Create(CommandHost.Open));
        root.Add(PublishCommand.Create(CommandHost.Open, host => host.Services));
        root.Add(EvaluateCommand.Create(CommandHost.OpenToRead));
        root.Add(BenchCommand.Create());
        root.Add(VerifyCommand.Create(CommandHost.OpenToRead));
        root.Add(VerifyBundleCommand.Create());
        root.Add(BackupCommand.Create(CommandHost.OpenToRead));
        root.Add(RestoreCommand.Create(CommandHost.OpenToRead));
        root.SetAction((_, cancel) => Serving.Run(args, cancel));
        return root;
    }
}
