using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Evaluating;

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

    /// <summary>The moment at which training ends, Unix time in milliseconds: what came at it or later, models must not know of. The end of time where the split is not by time.</summary>
    public long Until { get; init; } = long.MaxValue;

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

    /// <summary>Trains without any pair of a random share of the tracks that anybody has, and holds those pairs out. Rows of which nothing else is known are not tested.</summary>
    /// <param name="matrix">What is parted.</param>
    /// <param name="coldShare">Share of the tracks that become cold.</param>
    /// <param name="onlyColdCandidates">Whether only the cold tracks are ranked, rather than all.</param>
    /// <param name="seed">Seed of what is drawn.</param>
    public static Split ColdTracks(ListeningMatrix matrix, double coldShare, bool onlyColdCandidates, long seed)
    {
        CheckShare(coldShare);
        var byTrack = matrix.Transpose();
        var known = Enumerable.Range(0, matrix.Columns).Where(column => byTrack.Row(column).Count > 0).ToArray();
        new SeededRandom(seed).Shuffle<int>(known);
        var cold = new bool[matrix.Columns];
        foreach (var column in known.AsSpan(0, (int)Math.Round(coldShare * known.Length))) cold[column] = true;
        var parts = new Parts(matrix);
        for (var row = 0; row < matrix.Rows; row++) parts.TakeOut(row, cold);
        var train = parts.Built(parts.Train);
        return new(train, train, parts.Built(parts.HeldOut)) { Candidates = onlyColdCandidates ? cold : null };
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
            // What counts against a track is known of the row, and never something to be found.
            foreach (var pair in matrix.Row(row).ToHistory().Where(pair => pair.Weight <= 0)) rest.Add(row, pair.Row, pair.Weight);
            var pairs = matrix.Row(row).ToHistory().Where(pair => pair.Weight > 0).ToArray();
            random.Shuffle<Evidence>(pairs);
            var held = pairs.Length < 2 ? 0 : Math.Clamp((int)Math.Round(share * pairs.Length), 1, pairs.Length - 1);
            for (var i = 0; i < pairs.Length; i++) (i < held ? HeldOut : rest).Add(row, pairs[i].Row, pairs[i].Weight);
        }

        public void TakeOut(int row, bool[] cold)
        {
            var pairs = matrix.Row(row).ToHistory();
            var tested = pairs.Any(pair => !cold[pair.Row] && pair.Weight > 0);
            foreach (var pair in pairs)
            {
                if (!cold[pair.Row]) Train.Add(row, pair.Row, pair.Weight);
                else if (tested && pair.Weight > 0) HeldOut.Add(row, pair.Row, pair.Weight);
            }
        }

        public ListeningMatrix Built(ListeningMatrixBuilder part) => part.Build(matrix.Listeners, matrix.Rows - matrix.Listeners, matrix.Columns);
    }
}
