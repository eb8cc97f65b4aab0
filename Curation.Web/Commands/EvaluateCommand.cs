using System.CommandLine;
using System.Text.Json;
using Curation.Core.Desk.Models;
using Curation.Core.Evaluating;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Web.Hosting;

namespace Curation.Web.Commands;

/// <summary><c>evaluate</c>: ranking quality on parts that are given as files, or on a file, folder or the store that it parts itself.</summary>
internal sealed class EvaluateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly EvaluateOptions options = new();
    private readonly Func<CommandHost> open;

    private EvaluateCommand(Func<CommandHost> open) => this.open = open;

    /// <summary>The command, to add to the root; <paramref name="open"/> opens the store to read it.</summary>
    public static Command Create(Func<CommandHost> open)
    {
        var evaluate = new EvaluateCommand(open);
        var command = new Command("evaluate", "Measures ranking quality: of one or more models, with intervals and paired comparisons.");
        evaluate.options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                return await evaluate.Read(parsed, errors, cancel) is { } data ? evaluate.Run(parsed, data, output, errors, cancel) : 1;
            }
            catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
            {
                await errors.WriteLineAsync(refused.Message);
                return 1;
            }
        });
        return command;
    }

    private async Task<TrialData?> Read(ParseResult parsed, TextWriter errors, CancellationToken cancel)
    {
        if (parsed.GetValue(options.Train) is { } train)
            return TrialData.Read(train, parsed.GetRequiredValue(options.Test)!, parsed.GetValue(options.History), parsed.GetValue(options.Valid), errors);
        if (parsed.GetValue(options.Data) is { } path)
            return new ObservationInput(errors, TimeProvider.System).Read(path) is { } observations ? Told(TrialData.Of(observations, options.PlanOf(parsed)), observations, errors) : null;
        await using var host = open();
        return await Stored(host.Services, options.PlanOf(parsed), errors, options.NeedTraits(parsed), cancel);
    }

    internal static async Task<TrialData?> Stored(IServiceProvider services, SplitPlan plan, TextWriter errors, bool traits, CancellationToken cancel)
    {
        var data = services.GetRequiredService<DataDirectory>();
        if (!File.Exists(data.Store))
        {
            await errors.WriteLineAsync($"There is no store in {data.Path}. Name the data directory in CURATION__DATA, or a file with --data.");
            return null;
        }

        var stored = await services.GetRequiredService<ReadObservations>().Run(traits, cancel);
        if (stored.Observations.Events.Count > 0) return Told(TrialData.Of(stored, plan), stored.Observations, errors);
        await errors.WriteLineAsync("There is nothing in the store to evaluate on: no plays and no lists. Import listening first, or name a file with --data.");
        return null;
    }

    private static TrialData Told(TrialData data, Observations observations, TextWriter errors)
    {
        errors.WriteLine(FormattableString.Invariant($"{observations.Listeners} listeners, {observations.Lists} lists, {observations.Tracks} tracks, {observations.Events.Count} observations"));
        errors.WriteLine(FormattableString.Invariant($"held out: {data.About}; {data.Tests[0].Train.Entries} pairs to train on"));
        return data;
    }

    private int Run(ParseResult parsed, TrialData data, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (data.Tests.All(test => test.HeldOut.Entries == 0))
        {
            errors.WriteLine("Nothing is left to be found after the training part: every test pair was trained on, or no row has two tracks. Choose another split or other files.");
            return 1;
        }

        var seed = parsed.GetValue(options.Seed);
        var model = new ModelOptions { Factorisation = new() { Factors = parsed.GetValue(options.Factors), Iterations = parsed.GetValue(options.Iterations), Seed = seed } };
        var plan = new TrialPlan(parsed.GetRequiredValue(options.Models), options.CutOffsOf(parsed), model, parsed.GetValue(options.Against), parsed.GetValue(options.Groups), seed, options.BudgetOf(parsed));
        var trial = new RankingTrial(data, plan, errors, TimeProvider.System);
        var tries = trial.Tune(cancel);
        var reports = trial.Run(cancel);
        var attacks = parsed.GetValue(options.Attack) ? trial.Attack(cancel) : [];
        if (parsed.GetValue(options.Json)) PrintJson(reports, tries, attacks, output);
        else Print(reports, tries, attacks, output);
        return 0;
    }

    private static void PrintJson(IReadOnlyList<TrialReport> reports, IReadOnlyList<TuningTry> tries, IReadOnlyList<AttackFigure> attacks, TextWriter output)
    {
        var whole = reports.Select(report => report with
        {
            Tries = [.. tries.Where(attempt => attempt.Recommender == report.Recommender)],
            Attacks = [.. attacks.Where(figure => figure.Recommender == report.Recommender)],
        });
        output.WriteLine(JsonSerializer.Serialize(whole, Json));
    }

    private static void Print(IReadOnlyList<TrialReport> reports, IReadOnlyList<TuningTry> tries, IReadOnlyList<AttackFigure> attacks, TextWriter output)
    {
        foreach (var line in TuningTable.Lines(tries)) output.WriteLine(line);
        foreach (var test in reports.GroupBy(report => report.Test)) new RankingTable(output).Print([.. test]);
        foreach (var line in AttackTable.Lines(attacks)) output.WriteLine(line);
    }
}
