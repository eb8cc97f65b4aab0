using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Curation.Core.Evaluating;

namespace Curation.Web.Commands;

/// <summary><c>evaluate</c>: ranking quality on any split that is given as files.</summary>
public static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The command, to add to the root.</summary>
    public static Command Create()
    {
        var train = new Option<FileInfo>("--train") { Description = "What models are trained on: lines of user and item (and weight), or of user and items.", Required = true };
        var test = new Option<FileInfo>("--test") { Description = "What they must find, in the layout of the training file.", Required = true };
        var valid = new Option<FileInfo?>("--valid") { Description = "Chooses the strength of regularisation for ials; is then trained on as well." };
        var model = new Option<string?>("--model") { Description = "One model; all of them where left out." };
        model.AcceptOnlyFromAmong("ials", "neighbours", "ease", "sparse-ease", "popularity");
        var cutOffs = new Option<int[]>("--k") { Description = "Cut-offs, comma-separated.", DefaultValueFactory = _ => [20, 100], CustomParser = CutOffs };
        var seed = new Option<int>("--seed") { Description = "Seed of training and of the intervals.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of a table." };
        var command = new Command("evaluate", "Measures ranking quality on a split.") { train, test, valid, model, cutOffs, seed, json };
        command.SetAction((parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var trial = RankingTrial.Read(parsed.GetRequiredValue(train), parsed.GetRequiredValue(test), parsed.GetValue(valid), errors);
            if (trial is null) return Task.FromResult(1);
            var reports = trial.Run(parsed.GetValue(model), parsed.GetRequiredValue(cutOffs), parsed.GetValue(seed), cancel);
            if (parsed.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(reports, Json));
            else Print(reports, output);
            return Task.FromResult(0);
        });
        return command;
    }

    private static int[] CutOffs(ArgumentResult result)
    {
        var cutOffs = new List<int>();
        foreach (var part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k > 0) cutOffs.Add(k);
            else result.AddError($"--k takes numbers above 0, separated by commas; \"{part}\" is none.");
        }

        return [.. cutOffs.Distinct()];
    }

    private static void Print(IReadOnlyList<RankingReport> reports, TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"{reports[0].Listeners} listeners tested, {reports[0].Tracks} tracks"));
        foreach (var report in reports)
        {
            output.WriteLine(report.Recommender);
            foreach (var (metric, value, low, high) in report.Figures)
            {
                var interval = low is null ? "" : FormattableString.Invariant($"  [{low:F4}, {high:F4}]");
                output.WriteLine("  " + metric.PadRight(18) + (value?.ToString("F4", CultureInfo.InvariantCulture) ?? "n/a") + interval);
            }
        }
    }
}
