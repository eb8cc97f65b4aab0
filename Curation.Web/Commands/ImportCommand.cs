using System.CommandLine;
using System.CommandLine.Parsing;
using Curation.Core.Importing;

namespace Curation.Web.Commands;

/// <summary><c>import</c>: reads files and folders into catalogue and listening.</summary>
internal static class ImportCommand
{
    /// <summary>The command, to add to the root; <paramref name="open"/> opens the store for it.</summary>
    public static Command Create(Func<CancellationToken, Task<ImportDesk>> open)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files, folders that belong together (HetRec), or folders of files to import one by one; in the order given." };
        var format = new Option<string?>("--as") { Description = "The format, where it should not be found out." };
        format.AcceptOnlyFromAmong([.. ImportFormats.Names]);
        var dry = new Option<bool>("--dry-run") { Description = "Reads everything and says what would be imported, and writes nothing." };
        var map = new Option<KeyValuePair<ImportField, string>[]>("--map")
        {
            Description = $"field=COLUMN, as often as needed; an empty column leaves the field out. Fields: {string.Join(", ", Enum.GetValues<ImportField>().Select(FieldNames.NameOf))}.",
            CustomParser = Mapped,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("import", "Reads files or folders into catalogue or listening; prints a summary and where the quarantine is.") { paths, format, dry, map };
        command.SetAction(async (parsed, cancel) =>
        {
            var console = parsed.InvocationConfiguration;
            var asked = parsed.GetValue(format) is { } name ? ImportFormats.Named(name) : null;
            await using var desk = await open(cancel);
            var session = new ImportSession(desk, asked, parsed.GetValue(map) ?? [], parsed.GetValue(dry), console.Output, console.Error);
            return await session.Run(parsed.GetRequiredValue(paths), cancel) ? 0 : 1;
        });
        return command;
    }

    private static KeyValuePair<ImportField, string>[] Mapped(ArgumentResult result)
    {
        var mapped = new List<KeyValuePair<ImportField, string>>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && FieldNames.Named(text[..at]) is { } field) mapped.Add(new(field, text[(at + 1)..]));
            else result.AddError($"--map takes field=COLUMN; \"{text}\" names no field.");
        }

        return [.. mapped];
    }
}
