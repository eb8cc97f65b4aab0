namespace Curation.Core.Recommending.Suggesting;

/// <summary>A suggestion's score and reasons as a person reads them, in hundredths that add up.</summary>
/// <param name="Score">The score, rounded to hundredths.</param>
/// <param name="Reasons">Reasons with the hundredths shown for each; none is zero, and they add up to <paramref name="Score"/>.</param>
public sealed record ShownReasons(decimal Score, IReadOnlyList<(Reason Reason, decimal Amount)> Reasons)
{
    /// <summary>Keeps the <paramref name="most"/> largest reasons and the strongest of an editor's words against it, puts the pool's other tracks together, adds up the rest as others, and rounds all by largest remainder (Hamilton's method).</summary>
    public static ShownReasons Of(Suggestion suggestion, int most)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var named = suggestion.Reasons.Where(reason => reason.Kind is not (ReasonKind.Others or ReasonKind.PoolTracks)).OrderByDescending(reason => reason.Amount).ToList();
        var kept = named.Take(most).ToList();
        kept.AddRange(named.Skip(most).Where(reason => reason.Kind is ReasonKind.Refused or ReasonKind.LessOf).TakeLast(1));
        kept.AddRange(PoolReasons.Together([.. named.Skip(most).Where(PoolReasons.AreOf), .. suggestion.Reasons.Where(reason => reason.Kind == ReasonKind.PoolTracks)]));
        var rest = suggestion.Score - kept.Sum(reason => reason.Amount);
        if (Math.Abs(rest) > 1e-7) kept.Add(new Reason(ReasonKind.Others, rest));
        var total = (long)Math.Round(suggestion.Score * 100, MidpointRounding.AwayFromZero);
        var hundredths = Apportion(kept.ConvertAll(reason => reason.Amount * 100), total);
        var shown = kept.Select((reason, i) => (reason, hundredths[i] / 100m)).Where(pair => pair.Item2 != 0).ToList();
        return new ShownReasons(total / 100m, shown);
    }

    private static long[] Apportion(List<double> amounts, long total)
    {
        var whole = amounts.Select(amount => (long)Math.Floor(amount)).ToArray();
        var order = Enumerable.Range(0, amounts.Count).OrderByDescending(i => amounts[i] - whole[i]).ThenBy(i => i).ToList();
        var left = total - whole.Sum();
        for (var i = 0; left != 0 && order.Count > 0; i = (i + 1) % order.Count)
        {
            whole[order[i]] += Math.Sign(left);
            left -= Math.Sign(left);
        }

        return whole;
    }
}
