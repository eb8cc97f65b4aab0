using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Curation.Core.Recommending;

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
        var factors = Factors();
        var solver = Solver();
        var iterations = Number("--iterations", "Iterations to time, 1 to 100.", 5, 1, 100);
        var threads = Number("--threads", "Threads; 0 is one for each processor.", 0, 0, 1024);
        var many = Number("--many", "Items that one user's list is timed over, 1000 to 10,000,000.", 1_000_000, 1000, 10_000_000);
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of lines: an object, or an array where several lengths were asked for." };
        var command = new Command("bench", "Times training and recommending.") { interactions, factors, solver, iterations, threads, many, json };
        command.SetAction((parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var input = new InteractionInput(errors);
            if (input.ReadMatrix(parsed.GetRequiredValue(interactions)) is not { } matrix) return Task.FromResult(1);
            var bench = new TrainingBench(matrix, parsed.GetValue(many), TimeProvider.System, errors);
            var options = new FactorisationOptions { Iterations = parsed.GetValue(iterations), Threads = parsed.GetValue(threads), Solver = Named(parsed.GetValue(solver)!) };
            var lengths = Array.ConvertAll(parsed.GetValue(factors)!.Split(','), value => int.Parse(value, CultureInfo.InvariantCulture));
            var figures = Array.ConvertAll(lengths, length => bench.Run(options with { Factors = length }, cancel));
            figures = Array.ConvertAll(figures, one => bench.WithManyItems(one, cancel));
            if (!parsed.GetValue(json)) output.WriteLine(string.Join(Environment.NewLine + Environment.NewLine, figures.Select(one => one.ToText())));
            else output.WriteLine(figures.Length == 1 ? JsonSerializer.Serialize(figures[0], Json) : JsonSerializer.Serialize(figures, Json));
            return Task.FromResult(0);
        });
        return command;
    }

    private static Option<string> Factors()
    {
        var option = new Option<string>("--factors") { Description = "Length of the vectors, 1 to 512; several separated by commas.", DefaultValueFactory = _ => "64" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value.Split(',').Any(part => !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > 512))
                result.AddError("--factors must lie between 1 and 512.");
        });
        return option;
    }

    private static Option<string> Solver()
    {
        var option = new Option<string>("--solver") { Description = "How rows are solved: exact, cg or subspaces.", DefaultValueFactory = _ => "exact" };
        option.AcceptOnlyFromAmong("exact", "cg", "subspaces");
        return option;
    }

    private static FactorisationSolver Named(string solver) => solver switch
    {
        "exact" => FactorisationSolver.Exact,
        "cg" => FactorisationSolver.ConjugateGradients,
        _ => FactorisationSolver.Subspaces,
    };

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
