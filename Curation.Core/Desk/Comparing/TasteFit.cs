using System.Numerics;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Comparing;

/// <summary>How well a list fits a listener: the mean percentile of its tracks among an even sample of the catalogue, by the listener's own taste. A track's percentile alone is its relevance to the listener, 0 to 1. Tracks that the model does not know are left out.</summary>
internal sealed class TasteFit(ModelSnapshot snapshot)
{
    private const int Yardstick = 1_000;
    private const int MostOnStack = 256;

    private readonly int[] rows = Even(snapshot.Model?.Factorisation.Tracks.Count ?? 0);

    public double[] Of(ITaste taste, IReadOnlyList<ComposedList> lists)
    {
        var yardstick = Yard(taste);
        return [.. lists.Select(list => Fit(taste, Array.ConvertAll(list.Slots.ToArray(), slot => slot.Track), yardstick, []))];
    }

    /// <summary>The fit of a list, and the relevance of each of its tracks; that of a track that the model does not know is not a number.</summary>
    public double Of(ITaste taste, ReadOnlySpan<TrackId> list, Span<float> relevance) => Fit(taste, list, Yard(taste), relevance);

    private float[] Yard(ITaste taste)
    {
        var scores = new float[rows.Length];
        taste.Score(rows, scores);
        return scores;
    }

    private double Fit(ITaste taste, ReadOnlySpan<TrackId> list, float[] yardstick, Span<float> relevance)
    {
        relevance.Fill(float.NaN);
        Span<int> known = list.Length <= MostOnStack ? stackalloc int[list.Length] : new int[list.Length];
        Span<int> places = list.Length <= MostOnStack ? stackalloc int[list.Length] : new int[list.Length];
        var count = 0;
        for (var place = 0; place < list.Length; place++)
        {
            if (snapshot.Model!.Factorisation.Tracks.RowOf(list[place]) is >= 0 and var row) (known[count], places[count++]) = (row, place);
        }

        if (count == 0 || yardstick.Length == 0) return double.NaN;
        Span<float> scores = count <= MostOnStack ? stackalloc float[count] : new float[count];
        taste.Score(known[..count], scores);
        var all = 0L;
        for (var i = 0; i < count; i++)
        {
            var below = Below(yardstick, scores[i]);
            all += below;
            if (!relevance.IsEmpty) relevance[places[i]] = (float)below / yardstick.Length;
        }

        return all / ((double)count * yardstick.Length);
    }

    /// <summary>How many are less. Counted one by one, many at once: for a list's few scores that is cheaper than to sort.</summary>
    private static int Below(ReadOnlySpan<float> yardstick, float score)
    {
        var wanted = new Vector<float>(score);
        var less = Vector<int>.Zero;
        var i = 0;
        for (; i <= yardstick.Length - Vector<float>.Count; i += Vector<float>.Count) less -= Vector.LessThan(new Vector<float>(yardstick[i..]), wanted);
        var sum = Vector.Sum(less);
        for (; i < yardstick.Length; i++) sum += yardstick[i] < score ? 1 : 0;
        return sum;
    }

    private static int[] Even(int count)
    {
        var step = Math.Max(1, count / Yardstick);
        return [.. Enumerable.Range(0, count).Where(row => row % step == 0)];
    }
}
