using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Recommending;
using Curation.Core.Storage.Jobs;
using Curation.Web.Hosting;

namespace Curation.Web.Commands;

/// <summary><c>train</c>: learns from all listening, takes the model into use and prints its card.</summary>
internal static class TrainCommand
{
    /// <summary>The command, to add to the root; <paramref name="open"/> opens the store for it.</summary>
    public static Command Create(Func<CancellationToken, Task<CommandHost>> open)
    {
        var (tune, budget) = (TimeBudget.Tune(), TimeBudget.Budget("10m"));
        var command = new Command("train", "Trains the models on all listening, takes them into use and prints the evaluation card.") { tune, budget };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var host = await open(cancel);
            return await Run(host.Services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel, parsed.GetValue(tune) ? parsed.GetValue(budget) : null);
        });
        return command;
    }

    internal static async Task<int> Run(IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancel, TimeSpan? tune = null)
    {
        var id = await TrainModel.Queue(services.GetRequiredService<QueueJob>(), Actor.Console, new TrainArguments(tune), cancel);
        var told = "";
        var ended = await services.GetRequiredService<JobRunner>().RunOne(id, cancel, (progress, doing) =>
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{doing}: {Math.Floor(progress * 20) * 5:0} %");
            if (line == told) return;
            told = line;
            errors.WriteLine(line);
        });
        var job = await services.GetRequiredService<ListJobs>().Find(id, CancellationToken.None);
        if (ended != JobState.Done)
        {
            await errors.WriteLineAsync(job?.Error ?? "Training was stopped. The model in use stays in use; run the command again to start over.");
            return 1;
        }

        var trained = JsonSerializer.Deserialize<ModelCard>(job!.Result!)!.Hash;
        var model = (await services.GetRequiredService<ListModels>().All(cancel)).First(row => row.Hash == trained);
        await output.WriteLineAsync(Card(model.Card));
        if (!model.IsRefused) return 0;
        await errors.WriteLineAsync($"This model was not taken into use; the one in use stays in use. {model.RefusedBecause} An admin can take it into use all the same under Admin, Models.");
        return 1;
    }

    private static string Card(ModelCard card)
    {
        var lines = new List<string>
        {
            $"model       {card.Hash}",
            FormattableString.Invariant($"learnt from {card.Listeners} listeners and {card.Lists} lists: {card.Pairs} pairs, {card.Tracks} tracks"),
            FormattableString.Invariant($"settings    {card.Options.Factorisation.Factors} factors, {card.Options.Factorisation.Iterations} iterations, seed {card.Options.Factorisation.Seed}"),
            FormattableString.Invariant($"took        {card.Seconds:0.0} s"),
            card.Figures.Count == 0 ? "held out    nothing: there is too little listening to measure" : $"held out    {card.HeldOut}",
        };
        lines.AddRange(card.Figures.Select(figure =>
            string.Create(CultureInfo.InvariantCulture, $"  {figure.Recommender,-11} {figure.Metric,-10} {figure.Value:0.0000}  [{figure.Low:0.0000}, {figure.High:0.0000}]")));
        lines.AddRange(card.Differences.Select(RankingTable.Difference));
        lines.AddRange(TuningTable.Lines(card.Tries));
        lines.AddRange(AttackTable.Lines(card.Attacks));
        lines.Add(card.Compared is { } compared
            ? string.Create(CultureInfo.InvariantCulture, $"compared    {compared.Metric} {compared.Now:0.0000}, in use before {compared.Before:0.0000}; difference {compared.Difference:0.0000} [{compared.Low:0.0000}, {compared.High:0.0000}] on {compared.Tested} kept from training")
            : $"compared    with no other: {card.NotCompared}");
        return string.Join(Environment.NewLine, lines);
    }
}
