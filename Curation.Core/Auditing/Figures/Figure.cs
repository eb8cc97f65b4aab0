namespace Curation.Core.Auditing.Figures;

/// <summary>One measured number with its company.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Value">The number; null where it is not defined for what was measured, which is never 0 or 1.</param>
/// <param name="Low">Lower end of the 95 % interval over listeners, by bootstrap or, for numbers of distinct things, by jackknife; null where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">What it was computed from: tracks, artists or listeners, as the measure says.</param>
/// <param name="Baseline">The same of the baseline; null where there is none.</param>
public sealed record Figure(MeasureKey Key, double? Value, double? Low, double? High, int Count, double? Baseline)
{
    /// <summary>Whether it is the amplification of a group that the baseline has and that is not shown at all: log2 of 0, which is no number and less than every other.</summary>
    public bool IsShutOut => Value is null && Count == 0 && Baseline > 0 && FigureWords.Plain(Key.Measure) == Measures.Amplification;
}
