using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Evaluating;

/// <summary>An event with its time, as a split by time takes it.</summary>
/// <param name="Row">Row of the listener or list.</param>
/// <param name="Column">Row of the track in the index.</param>
/// <param name="At">Time in any unit, as long as it is the same for all.</param>
public readonly record struct TimedEvent(int Row, int Column, long At);

/// <summary>Evidence parted into what a model may see and what it must guess. All three matrices have the same rows and columns.</summary>
/// <param name="Train">What models are trained on.</param>
/// <param name="History">What is folded in for each row that is tested; the rest of it never counts as a candidate.</param>
/// <param name="HeldOut">What is to be found; a row without entries is not tested.</param>
public sealed record Split(ListeningMatrix Train, ListeningMatrix History, ListeningMatrix HeldOut)
{
    /// <summary>What is asked of the models, where one training part serves several tests: for instance "first 5".</summary>
    public string Name { get; init; } = "";

    /// <summary>What is known of each row, of training and of test rows alike; null where nothing is known of any.</summary>
    public IReadOnlyList<RowFacts?>? Facts { get; init; }

    /// <summary>By column, the tracks that may be recommended; null where all may.</summary>
    public IReadOnlyList<bool>? Candidates { get; init; }

    /// <summary>What is known of a row; null where nothing is.</summary>
    public RowFacts? FactsOf(int row) => Facts?[row];

    /// <summary>Holds out a random share of each row's pairs: at least one, and never the last one. A row with a single pair is not tested.</summary>
    public static Split Random(ListeningMatrix matrix, double heldOutShare, long seed)
    {
        CheckShare(heldOutShare);
        var parts = new Parts(matrix);
        var random = new SeededRandom(seed);
        for (var row = 0; row < matrix.Rows; row++) parts.Divide(row, heldOutShare, random, parts.Train);
        var train = parts.Built(parts.Train);
        return new(train, train, parts.Built(parts.HeldOut));
    }

    /// <summary>Trains on what came before the last share of events, and holds out the pairs that came anew after it. Weights are event counts.</summary>
    public static Split ByTime(IReadOnlyList<TimedEvent> events, double heldOutShare, int listeners, int lists, int tracks)
    {
        CheckShare(heldOutShare);
        var times = events.Select(e => e.At).Order().ToArray();
        var cut = times.Length == 0 ? 0 : times[Math.Min(times.Length - 1, (int)Math.Ceiling(times.Length * (1 - heldOutShare)))];
        var before = new ListeningMatrixBuilder(events.Count);
        var after = new ListeningMatrixBuilder();
        foreach (var e in events) (e.At < cut ? before : after).Add(e.Row, e.Column, 1);
        var train = before.Build(listeners, lists, tracks);
        return new(train, train, after.Build(listeners, lists, tracks).Without(train));
    }

    /// <summary>Strong generalisation: trains without the test rows, folds in a part of each of them and holds out the rest.</summary>
    public static Split NewRows(ListeningMatrix matrix, IReadOnlySet<int> testRows, double heldOutShare, long seed)
    {
        CheckShare(heldOutShare);
        var parts = new Parts(matrix);
        var random = new SeededRandom(seed);
        for (var row = 0; row < matrix.Rows; row++)
        {
            if (testRows.Contains(row)) parts.Divide(row, heldOutShare, random, parts.History);
            else parts.Keep(row);
        }

        return new(parts.Built(parts.Train), parts.Built(parts.History), parts.Built(parts.HeldOut));
    }

    /// <summary>Strong generalisation with a random share of rows as test rows.</summary>
    public static Split NewRows(ListeningMatrix matrix, double testRowsShare, double heldOutShare, long seed)
    {
        CheckShare(testRowsShare);
        var rows = Enumerable.Range(0, matrix.Rows).ToArray();
        new SeededRandom(seed).Shuffle<int>(rows);
        return NewRows(matrix, rows.Take((int)Math.Round(testRowsShare * rows.Length)).ToHashSet(), heldOutShare, seed + 1);
    }

    private static void CheckShare(double share)
    {
        if (share is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share must lie between 0 and 1.");
    }

    private sealed class Parts(ListeningMatrix matrix)
    {
        public ListeningMatrixBuilder Train { get; } = new();

        public ListeningMatrixBuilder History { get; } = new();

        public ListeningMatrixBuilder HeldOut { get; } = new();

        public void Keep(int row)
        {
            foreach (var pair in matrix.Row(row).ToHistory()) Train.Add(row, pair.Row, pair.Weight);
        }

        public void Divide(int row, double share, SeededRandom random, ListeningMatrixBuilder rest)
        {
            var pairs = matrix.Row(row).ToHistory();
            random.Shuffle<Evidence>(pairs);
            var held = pairs.Length < 2 ? 0 : Math.Clamp((int)Math.Round(share * pairs.Length), 1, pairs.Length - 1);
            for (var i = 0; i < pairs.Length; i++) (i < held ? HeldOut : rest).Add(row, pairs[i].Row, pairs[i].Weight);
        }

        public ListeningMatrix Built(ListeningMatrixBuilder part) => part.Build(matrix.Listeners, matrix.Rows - matrix.Listeners, matrix.Columns);
    }
}
