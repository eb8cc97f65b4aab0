using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Curation.Core.Evaluating;
using Curation.Core.Listening;

namespace Curation.Web.Commands;

/// <summary>What <c>evaluate</c> can be told, and which of it belongs together.</summary>
internal sealed class EvaluateOptions
{
    private static readonly (string Name, SplitKind Kind)[] Kinds =
    [
        ("random", SplitKind.Random), ("time", SplitKind.Time), ("new-listeners", SplitKind.NewRows), ("cold-tracks", SplitKind.ColdTracks), ("continuation", SplitKind.Continuation),
    ];

    public Option<FileInfo?> Train { get; } = new("--train") { Description = "What models are trained on: lines of user and item (and weight), or of user and items." };

    public Option<FileInfo?> Test { get; } = new("--test") { Description = "What they must find, in the layout of the training file." };

    public Option<FileInfo?> History { get; } = new("--history") { Description = "What is folded in for the tested users, where they are not in the training file (strong generalisation)." };

    public Option<FileInfo?> Valid { get; } = new("--valid") { Description = "Chooses settings, as --tune does, and is then trained on as well." };

    public Option<string?> Data { get; } = new("--data") { Description = "One file or folder to part by --split: anything that import reads, or lines of user, item and perhaps weight and time." };

    public Option<bool> Store { get; } = new("--store") { Description = "Parts what was imported into the data directory by --split." };

    public Option<string> Split { get; } = Kind();

    public Option<double> Share { get; } = new("--share") { Description = "How much is held out: of each row's tracks, of days, of listeners, of tracks, or of lists' days.", DefaultValueFactory = _ => 0.2 };

    public Option<double> HeldOut { get; } = new("--held-out") { Description = "How much of a listener or list that training never saw is to be found.", DefaultValueFactory = _ => 0.2 };

    public Option<int[]> Given { get; } = Numbers("--given", "From how many first tracks lists are continued.", [1, 5, 10, 25]);

    public Option<bool> AllCandidates { get; } = new("--all-candidates") { Description = "Ranks cold tracks among all tracks rather than among themselves." };

    public Option<string[]> Models { get; } = new("--model")
    {
        Description = $"Models, comma-separated: {string.Join(", ", Contenders.All.Select(contender => contender.Name))}; all but ease, recent, context and cold-start where left out.",
        DefaultValueFactory = _ => [.. ByDefault],
        CustomParser = Known,
    };

    public Option<string?> Against { get; } = new("--against") { Description = "The model that the others are compared with; the best single one where left out." };

    public Option<int[]> CutOffs { get; } = Numbers("--k", "Cut-offs, comma-separated; continuation adds 500.", [20, 100]);

    public Option<double> HalfLife { get; } = new("--half-life") { Description = "Days after which a play or list counts half, in splits by time and continuation of dated lists; 0 where age does not matter.", DefaultValueFactory = _ => new EvidenceWeights().HalfLife };

    public Option<int> Factors { get; } = new("--factors") { Description = "Length of the vectors of ials.", DefaultValueFactory = _ => 64 };

    public Option<int> Iterations { get; } = new("--iterations") { Description = "Sweeps of ials.", DefaultValueFactory = _ => 10 };

    public Option<int> Seed { get; } = new("--seed") { Description = "Seed of the split, of training and of the intervals.", DefaultValueFactory = _ => 1 };

    public Option<bool> Groups { get; } = new("--groups") { Description = "Also measures new and heavy listeners, regions and age bands where given, and head, middle and tail of the held-out tracks." };

    public Option<bool> Tune { get; } = TimeBudget.Tune();

    public Option<TimeSpan> Budget { get; } = TimeBudget.Budget("5m");

    public Option<bool> Attack { get; } = new("--attack") { Description = "Also measures what 1 % hostile listeners can do to the place of a track." };

    public Option<bool> Json { get; } = new("--json") { Description = "Prints JSON instead of a table." };

    public void AddTo(Command command)
    {
        Option[] all = [Train, Test, History, Valid, Data, Store, Split, Share, HeldOut, Given, AllCandidates, Models, Against, CutOffs, HalfLife, Factors, Iterations, Seed, Groups, Tune, Budget, Attack, Json];
        foreach (var option in all) command.Add(option);
        command.Validators.Add(Together);
    }

    /// <summary>Whether a model is asked for that learns from what tracks are.</summary>
    public bool NeedTraits(ParseResult parsed) => Array.Exists(parsed.GetRequiredValue(Models), name => Contenders.Named(name)!.NeedsTraits);

    public SplitPlan PlanOf(ParseResult parsed) => new()
    {
        Kind = Kinds.Single(kind => kind.Name == parsed.GetValue(Split)).Kind,
        Share = parsed.GetValue(Share),
        HeldOut = parsed.GetValue(HeldOut),
        Given = parsed.GetRequiredValue(Given),
        OnlyColdCandidates = !parsed.GetValue(AllCandidates),
        HalfLife = parsed.GetValue(HalfLife),
        Seed = parsed.GetValue(Seed),
    };

    private static readonly string[] ByDefault = [.. Contenders.OfListening.Where(contender => !contender.OnDemand).Select(contender => contender.Name)];

    /// <summary>Time to tune for; null where nothing is to be tuned.</summary>
    public TimeSpan? BudgetOf(ParseResult parsed) => parsed.GetValue(Tune) || parsed.GetValue(Valid) is not null ? parsed.GetValue(Budget) : null;

    /// <summary>Where lists are continued the challenge's 500 belongs to the cut-offs, unless others were asked for.</summary>
    public int[] CutOffsOf(ParseResult parsed)
    {
        var cutOffs = parsed.GetRequiredValue(CutOffs);
        return parsed.GetValue(Train) is null && parsed.GetValue(Split) == "continuation" && parsed.GetResult(CutOffs) is not { Implicit: false } ? [.. cutOffs, 500] : cutOffs;
    }

    private void Together(CommandResult result)
    {
        var sources = new[] { result.GetValue(Train) is not null, result.GetValue(Data) is not null, result.GetValue(Store) }.Count(given => given);
        if (sources != 1) result.AddError("evaluate takes one of --train FILE --test FILE, --data PATH, or --store.");
        if (result.GetValue(Train) is not null != result.GetValue(Test) is not null) result.AddError("--train and --test belong together.");
        if (result.GetValue(Train) is null && (result.GetValue(History) is not null || result.GetValue(Valid) is not null)) result.AddError("--history and --valid belong to --train and --test.");
        foreach (var share in new[] { Share, HeldOut })
            if (Said(result, share) && result.GetValue(share) is not (> 0 and < 1)) result.AddError($"{share.Name} takes a number between 0 and 1, such as 0.2.");
        if (Said(result, HalfLife) && result.GetValue(HalfLife) is not (>= 0 and <= 36_500)) result.AddError("--half-life takes days from 0 to 36500.");
        if (Said(result, Factors) && result.GetValue(Factors) is not (>= 1 and <= 512)) result.AddError("--factors takes a number from 1 to 512.");
        if (Said(result, Iterations) && result.GetValue(Iterations) is not (>= 1 and <= 100)) result.AddError("--iterations takes a number from 1 to 100.");
        var models = result.GetResult(Models) is { Implicit: false } said ? Named(said.Tokens) : ByDefault;
        if (!result.GetValue(Store) && models.FirstOrDefault(name => Contenders.Named(name)?.NeedsTraits == true) is { } needy)
            result.AddError($"{needy} learns from artists, genres and tags, which only the store has. Import them and use --store, or leave it out of --model.");
        if (result.GetValue(Against) is { } against && !models.Contains(against)) result.AddError($"--against takes one of the models that are evaluated; \"{against}\" is none.");
    }

    private static bool Said(SymbolResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static Option<string> Kind()
    {
        var split = new Option<string>("--split") { Description = "How --data or --store is parted.", DefaultValueFactory = _ => "random" };
        split.AcceptOnlyFromAmong([.. Kinds.Select(kind => kind.Name)]);
        return split;
    }

    private static string[] Known(ArgumentResult result)
    {
        var names = Named(result.Tokens).ToArray();
        foreach (var name in names.Where(name => Contenders.Named(name) is null))
            result.AddError($"--model takes names out of {string.Join(", ", Contenders.All.Select(contender => contender.Name))}, separated by commas; \"{name}\" is none.");
        return names;
    }

    private static IEnumerable<string> Named(IEnumerable<Token> tokens) =>
        tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(name => Contenders.Named(name)?.Name ?? name).Distinct();

    private static Option<int[]> Numbers(string name, string description, int[] usual) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var numbers = new List<int>();
            foreach (var part in result.Tokens.SelectMany(token => token.Value.Split(',')))
            {
                if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) numbers.Add(number);
                else result.AddError($"{name} takes numbers above 0, separated by commas; \"{part}\" is none.");
            }

            return [.. numbers.Distinct()];
        },
    };
}
