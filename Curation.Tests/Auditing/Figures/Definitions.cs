using Curation.Core.Auditing.Figures;

namespace Curation.Tests.Auditing.Figures;

/// <summary>The measures of one list as their papers define them, prefix by prefix and pair by pair: what the meter, which goes through tens of thousands of lists, is held against.</summary>
internal static class Definitions
{
    /// <summary>Sum of the weights of a group's places over the sum of all weights; null for an empty list.</summary>
    public static double? Share(double[] inGroup, PositionWeight weight) =>
        inGroup.Length == 0 ? null : inGroup.Select((part, place) => part * weight.At(place)).Sum() / inGroup.Select((_, place) => weight.At(place)).Sum();

    /// <summary>log2(share / baseline); null where either is not known or is 0.</summary>
    public static double? Amplification(double? share, double? baseline) => share > 0 && baseline > 0 ? Math.Log2(share.Value / baseline.Value) : null;

    /// <summary>NDKL (Geyik et al. 2019) against a mix of so many tracks; half a track of every group that the list has and the baseline lacks is counted with it. Null for an empty list.</summary>
    public static double? Ndkl(double[][] places, double[] baseline, int tracks)
    {
        bool Missing(int group) => baseline[group] == 0 && places.Any(place => place[group] > 0);
        var counts = baseline.Select((share, group) => Missing(group) ? 0.5 : share * tracks).ToArray();
        double sum = 0, norm = 0;
        for (var prefix = 1; prefix <= places.Length; prefix++)
        {
            var divergence = 0.0;
            for (var group = 0; group < counts.Length; group++)
            {
                var here = places.Take(prefix).Sum(place => place[group]) / prefix;
                if (here > 0) divergence += here * Math.Log(here / (counts[group] / counts.Sum()));
            }

            sum += divergence / Math.Log(prefix + 1, 2);
            norm += 1 / Math.Log(prefix + 1, 2);
        }

        return norm > 0 ? sum / norm : null;
    }

    /// <summary>rKL (Yang and Stoyanovich 2017) of the list that leads a ranking of candidates; null below ten places, and where all candidates or none are of the group.</summary>
    public static double? Rkl(double[] inGroup, double members, double candidates)
    {
        if (inGroup.Length < 10 || members <= 0 || members >= candidates) return null;
        var ceiling = new RklScale(inGroup.Length, members, candidates).Ceiling(inGroup.Sum());
        if (ceiling <= 0) return null;
        var sum = Enumerable.Range(1, inGroup.Length / 10).Sum(cut => RklScale.At(inGroup.Take(10 * cut).Sum(), 10 * cut, members / candidates));
        return Math.Min(1, sum / ceiling);
    }

    /// <summary>GS-score (Anderson et al. 2020): mu = sum(w s) / sum(w), GS = sum(w cos(s, mu)) / sum(w). A vector of zeros has no direction and is left out, and so is what has no weight; null below two tracks, and where they cancel out.</summary>
    public static double? Gs(IReadOnlyList<float[]> vectors, double[] weights)
    {
        var known = vectors.Zip(weights).Where(pair => pair.Second > 0 && pair.First.Any(value => value != 0)).ToArray();
        if (known.Length < 2) return null;
        var all = known.Sum(pair => pair.Second);
        var centre = known[0].First.Select((_, axis) => known.Sum(pair => pair.Second * pair.First[axis]) / all).ToArray();
        return centre.All(value => value == 0) ? null : known.Sum(pair => pair.Second * Cosine(pair.First, centre)) / all;
    }

    /// <summary>C of calibrated recommendations (Steck 2018); null where the history or the list has no mix.</summary>
    public static double? Divergence(double[] history, double[] list) =>
        history.Sum() > 0 && list.Sum() > 0 ? Math.Max(0, history.Zip(list, (p, q) => p > 0 ? p * Math.Log2(p / ((0.99 * q) + (0.01 * p))) : 0).Sum()) : null;

    /// <summary>Steck's greedy re-ranking: one candidate after the other, each time the one with the largest (1 - lambda) · sum of scores - lambda · C of the list so far; of equals the earlier.</summary>
    public static int[] Rerank(double[] scores, double[][] genres, double[] history, double lambda, int count)
    {
        var chosen = new List<int>();
        while (chosen.Count < Math.Min(count, scores.Length))
        {
            double Value(int candidate)
            {
                int[] list = [.. chosen, candidate];
                double[] mix = [.. history.Select((_, genre) => list.Average(one => genres[one][genre]))];
                return ((1 - lambda) * scores[candidate]) - (lambda * (Divergence(history, mix) ?? 0));
            }

            chosen.Add(Enumerable.Range(0, scores.Length).Except(chosen).MaxBy(Value));
        }

        return [.. chosen];
    }

    /// <summary>Mean bits of surprise; null for an empty list.</summary>
    public static double? Novelty(double[] information) => information.Length == 0 ? null : information.Average();

    /// <summary>Mean of (1 - mean similarity to the history) · relevance (after Zhang et al. 2012); null for an empty list.</summary>
    public static double? Serendipity(double[] similarity, double[] relevance) => similarity.Length == 0 ? null : similarity.Zip(relevance, (near, liked) => (1 - near) * liked).Average();

    /// <summary>Whether a ranking has at least the minimum of a group in every prefix.</summary>
    public static bool Holds(bool[] inGroup, int[] minimums) => minimums.Select((least, place) => inGroup.Take(place + 1).Count(member => member) >= least).All(enough => enough);

    private static double Cosine(float[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum() / Math.Sqrt(one.Sum(a => (double)a * a) * other.Sum(b => b * b));
}
