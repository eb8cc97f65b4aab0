using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Evaluating;

/// <summary>Parts the training part of a split once more, for choosing settings, as the split itself was parted; its test part is not looked at.</summary>
/// <remarks>
/// Where the test rows are new to training, rows of their kind are kept from it here too: the latest ones where their days are known, else random ones; the same share of each is to be found.
/// Where the test tracks are new, tracks are kept from it. Else a random share of the pairs of the rows that the split tests.
/// </remarks>
public static class ValidationSplit
{
    /// <summary>The split that settings are chosen on.</summary>
    /// <param name="outer">Only its training part, the rows it tests and how much of them it holds out are used.</param>
    /// <param name="share">How much is held out: of rows, tracks or pairs, as the outer split does.</param>
    /// <param name="seed">Seed of what is drawn.</param>
    public static Split Of(Split outer, double share = 0.2, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(outer);
        if (outer.Candidates is not null) return Split.ColdTracks(outer.Train, share, onlyColdCandidates: true, seed) with { Facts = outer.Facts, Until = outer.Until };
        var tested = Enumerable.Range(0, outer.HeldOut.Rows).Where(row => outer.HeldOut.Row(row).Count > 0).ToArray();
        var fresh = tested.Where(row => outer.Train.Row(row).Count == 0 && outer.History.Row(row).Count > 0).ToArray();
        return fresh.Length * 2 > tested.Length
            ? Split.NewRows(outer.Train, RowsLike(outer, fresh, share, seed), HeldOutShare(outer, fresh), seed) with { Facts = outer.Facts, Until = outer.Until }
            : OfPairs(outer, tested.ToHashSet(), share, seed);
    }

    private static HashSet<int> RowsLike(Split outer, int[] fresh, double share, long seed)
    {
        var lists = fresh.Count(row => row >= outer.Train.Listeners) * 2 > fresh.Length;
        var rows = Enumerable.Range(0, outer.Train.Rows).Where(row => row >= outer.Train.Listeners == lists && outer.Train.Row(row).Count > 1).ToArray();
        new SeededRandom(seed).Shuffle<int>(rows);
        var latest = rows.OrderByDescending(row => outer.FactsOf(row)?.On ?? DateOnly.MinValue);
        return [.. latest.Take(Math.Clamp((int)Math.Round(share * rows.Length), Math.Min(1, rows.Length), rows.Length))];
    }

    private static double HeldOutShare(Split outer, int[] fresh)
    {
        double held = fresh.Sum(row => outer.HeldOut.Row(row).Count);
        return Math.Clamp(held / (held + fresh.Sum(row => outer.History.Row(row).Count)), 0.01, 0.99);
    }

    private static Split OfPairs(Split outer, HashSet<int> tested, double share, long seed)
    {
        var whole = Split.Random(outer.Train, share, seed);
        var train = Rows(outer.Train, row => tested.Contains(row) ? whole.Train : outer.Train);
        return new(train, train, Rows(outer.Train, row => tested.Contains(row) ? whole.HeldOut : null)) { Facts = outer.Facts, Until = outer.Until };
    }

    private static ListeningMatrix Rows(ListeningMatrix like, Func<int, ListeningMatrix?> from)
    {
        var builder = new ListeningMatrixBuilder(like.Entries);
        for (var i = 0; i < like.Rows; i++)
        {
            if (from(i) is not { } source) continue;
            var row = source.Row(i);
            for (var k = 0; k < row.Count; k++) builder.Add(i, row.Columns[k], row.Weights[k]);
        }

        return builder.Build(like.Listeners, like.Rows - like.Listeners, like.Columns);
    }
}
