using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Collects figures in the order in which a reader wants them, and gives those that are made of columns their values and intervals.</summary>
internal sealed class FigureSheet(double[] totals, PartResamples resamples, int threads)
{
    /// <summary>Standard errors on either side of a 95 % interval.</summary>
    private const double Deviations = 1.96;

    private readonly List<(Figure Figure, Estimate? From)> lines = [];

    /// <summary>A figure that follows from columns.</summary>
    public void Add(MeasureKey key, Estimate from, int count, double? baseline = null) => lines.Add((new Figure(key, Defined(from.At(totals)), null, null, count, baseline), from));

    /// <summary>A mean over those of whom it is defined, who are counted.</summary>
    public void Add(MeasureKey key, MeanColumns mean, double? baseline = null) => Add(key, Estimate.Of(mean), CountOf(mean), baseline);

    /// <summary>A figure of its own, from 0 to <paramref name="most"/>, with its standard error; without an interval where that is not known.</summary>
    public void Add(MeasureKey key, double? value, double? error, double most, int count, double? baseline = null) =>
        lines.Add((value is { } found && error is { } one ? new Figure(key, found, Math.Max(0, found - (Deviations * one)), Math.Min(most, found + (Deviations * one)), count, baseline) : new Figure(key, value, null, null, count, baseline), null));

    /// <summary>The mean, or null.</summary>
    public double? ValueOf(MeanColumns mean) => Defined(Estimate.Of(mean).At(totals));

    /// <summary>How many a mean is of.</summary>
    public int CountOf(MeanColumns mean) => (int)totals[mean.Count];

    /// <summary>The figures with their intervals.</summary>
    public ImmutableArray<Figure> Done()
    {
        var done = new Figure[lines.Count];
        Parallel.For(0, done.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, line => done[line] = WithInterval(lines[line].Figure, lines[line].From));
        return [.. done];
    }

    private Figure WithInterval(Figure figure, Estimate? from)
    {
        // What never happened happens in no resample either, which says nothing of how rare it is.
        if (from is not { } estimate || figure.Value is null || resamples.Count == 0 || (estimate.IsTotal && figure.Value == 0)) return figure;
        var values = new double[resamples.Count];
        for (var resample = 0; resample < values.Length; resample++) values[resample] = estimate.At(resamples.Of(resample));
        return Bootstrap.Middle(values) is { } interval ? figure with { Low = interval.Low, High = interval.High } : figure;
    }

    private static double? Defined(double value) => double.IsNaN(value) ? null : value;
}
