using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>What <c>evaluate</c> trains and tests on.</summary>
/// <param name="Tests">The tests; all share one training part.</param>
/// <param name="Valid">A part to choose settings on; null where it is made from the training part.</param>
/// <param name="Tracks">The tracks of the columns.</param>
/// <param name="Groups">Groups of the rows.</param>
/// <param name="About">How the data were parted, in words.</param>
internal sealed record TrialData(IReadOnlyList<Split> Tests, Split? Valid, TrackIndex Tracks, IReadOnlyList<Grouping> Groups, string About)
{
    /// <summary>What was parted, with its times; null where the parts were given.</summary>
    public Observations? Observations { get; init; }

    /// <summary>What is known of the tracks beside who heard them; null where nothing is known.</summary>
    public TrackTraits? Traits { get; init; }

    /// <summary>Parts listening that was read whole.</summary>
    /// <exception cref="ArgumentException">It cannot be parted in this way.</exception>
    public static TrialData Of(StoredObservations stored, SplitPlan plan) => new(plan.Part(stored.Observations), null, stored.Tracks, stored.Groups, InWords(plan)) { Observations = stored.Observations, Traits = stored.Traits };

    /// <summary>The same for listening without a store.</summary>
    public static TrialData Of(Observations observations, SplitPlan plan) => new(plan.Part(observations), null, Numbered(observations.Tracks), [], InWords(plan)) { Observations = observations };

    /// <summary>Parts that are given as files; null, once it is told, where one of them cannot be used.</summary>
    public static TrialData? Read(FileInfo trainFile, FileInfo testFile, FileInfo? historyFile, FileInfo? validFile, TextWriter errors)
    {
        var input = new InteractionInput(errors);
        if (input.Read(trainFile) is not { } training || input.Read(testFile) is not { } testing) return null;
        ListeningMatrixBuilder? known = null, validation = null;
        if (historyFile is not null && (known = input.Read(historyFile)) is null) return null;
        if (validFile is not null && (validation = input.Read(validFile)) is null) return null;
        errors.WriteLine(FormattableString.Invariant($"{input.Users} users, {input.Items} items, {training.Count} training and {testing.Count} test interactions"));
        var train = input.Build(training);
        var valid = validation is null ? null : input.Build(validation);
        var seen = valid is null ? train : train.Plus(valid);
        var history = known is null ? seen : input.Build(known);
        TellOfStrangers(history, input.Build(testing), errors);
        return new([new(seen, history, input.Build(testing).Without(history))], valid is null ? null : new(train, train, valid.Without(train)), Numbered(input.Items), [], "parts given as files");
    }

    private static void TellOfStrangers(ListeningMatrix history, ListeningMatrix test, TextWriter errors)
    {
        var tested = Enumerable.Range(0, test.Rows).Where(row => test.Row(row).Count > 0).ToArray();
        var strangers = tested.Count(row => history.Row(row).Count == 0);
        if (strangers > 0) errors.WriteLine(FormattableString.Invariant($"Of {strangers} of {tested.Length} tested users nothing is known: they are not in the training file. Give what is known of them with --history."));
    }

    private static TrackIndex Numbered(int count) => new(Enumerable.Range(0, count).Select(row => new TrackId(row)));

    private static string InWords(SplitPlan plan)
    {
        var share = FormattableString.Invariant($"{100 * plan.Share:0.#} %");
        var ends = FormattableString.Invariant($"{100 * plan.HeldOut:0.#} %");
        return plan.Kind switch
        {
            SplitKind.Time => $"the last {share} of days: of listeners what is new to them then, of lists the last {ends} of tracks, the rest of these lists being history only; trained on the days before",
            SplitKind.NewRows => $"{share} of rows that training never sees: {ends} of each is to be found, the rest is history",
            SplitKind.ColdTracks => $"{share} of tracks that training never sees{(plan.OnlyColdCandidates ? ", ranked among themselves" : ", ranked among all")}",
            SplitKind.Continuation => $"lists to be continued from their first tracks: those of the last {share} of days, or {share} of them where they have none; trained on the others",
            _ => FormattableString.Invariant($"a random {share} of each row's tracks, seed {plan.Seed}"),
        };
    }
}
