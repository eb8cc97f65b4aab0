namespace Curation.Core.Auditing.Figures;

/// <summary>Calibrated recommendations (Steck 2018): how far the mix of genres on a list is from the mix in a listener's history.</summary>
public static class Calibration
{
    /// <summary>How much of the history is mixed into the list, so that a genre that is missing does not make the divergence infinite.</summary>
    public const double Smoothing = 0.01;

    /// <summary>C = sum of p log2(p / q~) with q~ = 0.99 q + 0.01 p. 0 is perfectly calibrated; null where the history or the list has no mix.</summary>
    /// <param name="history">p(g | history): shares that add up to 1, or all 0.</param>
    /// <param name="list">q(g | list), likewise.</param>
    public static double? Divergence(ReadOnlySpan<double> history, ReadOnlySpan<double> list)
    {
        if (history.Length != list.Length) throw new ArgumentException("Both mixes are of the same genres.", nameof(list));
        double sum = 0, held = 0, given = 0;
        for (var genre = 0; genre < history.Length; genre++)
        {
            sum += Part(history[genre], list[genre]);
            held += history[genre];
            given += list[genre];
        }

        return held > 0 && given > 0 ? Math.Max(0, sum) : null;
    }

    /// <summary>Greedy re-ranking: takes one candidate after the other, each time the one with the largest (1 - lambda) · sum of scores - lambda · C of the list so far; of equals the earlier.</summary>
    /// <param name="scores">Relevance of each candidate.</param>
    /// <param name="genres">Shares of each candidate in each genre.</param>
    /// <param name="history">p(g | history).</param>
    /// <param name="lambda">0 is relevance alone, 1 is calibration alone.</param>
    /// <param name="count">Length of the list.</param>
    public static int[] Rerank(ReadOnlySpan<double> scores, IReadOnlyList<double[]> genres, ReadOnlySpan<double> history, double lambda, int count)
    {
        ArgumentNullException.ThrowIfNull(genres);
        if (genres.Count != scores.Length) throw new ArgumentException("Every candidate has a score and a mix.", nameof(genres));
        if (!(lambda >= 0 && lambda <= 1)) throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "Lambda is from 0 to 1.");
        var mix = new double[history.Length];
        var tried = new double[history.Length];
        var chosen = new List<int>();
        var taken = new bool[scores.Length];
        while (chosen.Count < Math.Min(count, scores.Length))
        {
            var (best, most) = (-1, double.NegativeInfinity);
            for (var candidate = 0; candidate < taken.Length; candidate++)
            {
                if (taken[candidate]) continue;
                for (var genre = 0; genre < mix.Length; genre++) tried[genre] = (mix[genre] + genres[candidate][genre]) / (chosen.Count + 1);
                var value = ((1 - lambda) * scores[candidate]) - (lambda * (Divergence(history, tried) ?? 0));
                if (value > most) (best, most) = (candidate, value);
            }

            taken[best] = true;
            chosen.Add(best);
            for (var genre = 0; genre < mix.Length; genre++) mix[genre] += genres[best][genre];
        }

        return [.. chosen];
    }

    /// <summary>One genre's part of the divergence.</summary>
    internal static double Part(double history, double list) =>
        history <= 0 ? 0 : history * Math.Log2(history / (((1 - Smoothing) * list) + (Smoothing * history)));
}
