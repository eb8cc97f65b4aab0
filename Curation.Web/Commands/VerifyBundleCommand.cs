using System.CommandLine;
using Curation.Core.Auditing.Research;

namespace Curation.Web.Commands;

/// <summary><c>verify-bundle FILE</c>: checks a research bundle from its own files alone; needs no store.</summary>
internal static class VerifyBundleCommand
{
    /// <summary>The command, to add to the root.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The bundle, such as research-bundle-1.zip." };
        var command = new Command("verify-bundle", "Checks a research bundle: its hashes, that its metrics follow from its counts, and that nothing hidden in it can be worked out; exit 1 where something is wrong.") { file };
        command.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    internal static async Task<int> Run(FileInfo file, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            await errors.WriteLineAsync($"There is no file {file.FullName}.".AsMemory(), cancel);
            return 1;
        }

        await using var stream = file.OpenRead();
        var faults = Bundle.Faults(stream);
        foreach (var fault in faults) await output.WriteLineAsync(fault.AsMemory(), cancel);
        await output.WriteLineAsync((faults.Count == 0 ? "The bundle verifies: its files are those of its manifest, and its metrics follow from its counts." : $"{faults.Count} {(faults.Count == 1 ? "fault" : "faults")}; do not use this bundle.").AsMemory(), cancel);
        return faults.Count == 0 ? 0 : 1;
    }
}
