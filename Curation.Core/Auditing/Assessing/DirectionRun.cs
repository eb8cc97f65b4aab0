using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Adds up what directions of tracks say of histories and lists: GS-score, diversity and serendipity. Directions have length 1, so a centre's length is the mean cosine with it. One thread's own.</summary>
internal sealed class DirectionRun(MeasuringPlan plan, TrackVectors vectors)
{
    private readonly float[] listSum = new float[vectors.Stride];
    private readonly float[] heardSum = new float[vectors.Stride];
    private readonly float[] heardDirection = new float[vectors.Stride];

    /// <summary>Adds one listener.</summary>
    public (double? Gs, double? Diversity, double? Serendipity) Add(int listener, ReadOnlySpan<int> places, Span<double> cells)
    {
        Array.Clear(heardSum);
        Array.Clear(heardDirection);
        Array.Clear(listSum);
        var (heard, plays) = (0, 0.0);
        var (rows, counts) = plan.Heard.Of(listener);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!(counts[i] > 0) || !vectors.Knows(rows[i])) continue;
            Kernels.AddScaled(counts[i], vectors.Of(rows[i]), heardSum);
            Kernels.AddScaled(1, vectors.Of(rows[i]), heardDirection);
            heard++;
            plays += counts[i];
        }

        var listed = 0;
        foreach (var row in places)
        {
            if (!vectors.Knows(row)) continue;
            Kernels.AddScaled(1, vectors.Of(row), listSum);
            listed++;
        }

        plan.Columns.GsBefore.Add(cells, heard < 2 ? null : Math.Min(1, Length(heardSum) / plays));
        plan.Columns.DiversityBefore.Add(cells, ListDiversity.FromSum(Length(heardDirection), heard));
        double? gs = listed < 2 ? null : Math.Min(1, Length(listSum) / listed);
        var (diversity, serendipity) = (ListDiversity.FromSum(Length(listSum), listed), Serendipity(listener, places, heard));
        plan.Columns.GsAfter.Add(cells, gs);
        plan.Columns.DiversityAfter.Add(cells, diversity);
        plan.Columns.Serendipity.Add(cells, serendipity);
        return (gs, diversity, serendipity);
    }

    private double? Serendipity(int listener, ReadOnlySpan<int> places, int heard)
    {
        if (plan.Measured.Relevance is not { } relevance || heard == 0) return null;
        var (sum, counted, start) = (0.0, 0, plan.Starts[listener]);
        for (var place = 0; place < places.Length; place++)
        {
            if (!vectors.Knows(places[place]) || float.IsNaN(relevance[start + place])) continue;
            sum += (1 - (Kernels.Dot(vectors.Of(places[place]), heardDirection) / heard)) * relevance[start + place];
            counted++;
        }

        return counted == 0 ? null : sum / counted;
    }

    private static double Length(ReadOnlySpan<float> vector) => Math.Sqrt(Kernels.Dot(vector, vector));
}
