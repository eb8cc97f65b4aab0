using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Curation.Web.Commands;

/// <summary><c>bench</c>: how fast this machine trains and recommends.</summary>
public static class BenchCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The command, to add to the root.</summary>
    public static Command Create()
    {
        var interactions = new Option<FileInfo>("--interactions")
        {
            Description = "Lines of user and item (and weight), of user and items, or .bin: records {int32 user, int32 item, float32 count}.",
            Required = true,
        };
        var factors = Number("--factors", "Length of the vectors, 1 to 512.", 64, 1, 512);
        var iterations = Number("--iterations", "Iterations to time, 1 to 100.", 5, 1, 100);
        var threads = Number("--threads", "Threads; 0 is one for each processor.", 0, 0, 1024);
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of lines." };
        var command = new Command("bench", "Times training and recommending.") { interactions, factors, iterations, threads, json };
        command.SetAction((parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var input = new InteractionInput(errors);
            if (input.Read(parsed.GetRequiredValue(interactions)) is not { } builder) return Task.FromResult(1);
            var bench = new TrainingBench(input.Build(builder), TimeProvider.System, errors);
            var figures = bench.Run(parsed.GetValue(factors), parsed.GetValue(iterations), parsed.GetValue(threads), cancel);
            output.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(figures, Json) : figures.ToText());
            return Task.FromResult(0);
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
                result.AddError($"{name} must lie between {least} and {most}.");
        });
        return option;
    }
}
