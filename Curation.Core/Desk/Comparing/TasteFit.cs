using Curation.Core.Blending;
using Curation.Core.Desk.Models;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Comparing;

/// <summary>How well a list fits a listener: the mean percentile of its tracks among an even sample of the catalogue, by the listener's own taste. Tracks that the model does not know are left out.</summary>
internal sealed class TasteFit(ModelSnapshot snapshot)
{
    private const int Yardstick = 1_000;

    private readonly int[] rows = Even(snapshot.Model?.Factorisation.Tracks.Count ?? 0);

    public double[] Of(ITaste taste, IReadOnlyList<ComposedList> lists)
    {
        var scores = new float[rows.Length];
        taste.Score(rows, scores);
        Array.Sort(scores);
        return [.. lists.Select(list => Fit(taste, list, scores))];
    }

    private double Fit(ITaste taste, ComposedList list, float[] yardstick)
    {
        var known = list.Slots.ToArray().Select(slot => snapshot.Model!.Factorisation.Tracks.RowOf(slot.Track)).Where(row => row >= 0).ToArray();
        if (known.Length == 0 || yardstick.Length == 0) return double.NaN;
        var scores = new float[known.Length];
        taste.Score(known, scores);
        return scores.Average(score => Below(yardstick, score) / (double)yardstick.Length);
    }

    private static int Below(float[] sorted, float score)
    {
        var found = Array.BinarySearch(sorted, score);
        return found < 0 ? ~found : found;
    }

    private static int[] Even(int count)
    {
        var step = Math.Max(1, count / Yardstick);
        return [.. Enumerable.Range(0, count).Where(row => row % step == 0)];
    }
}
