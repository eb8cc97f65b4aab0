using System.Globalization;
using Curation.Core.Auditing.Dimensions;

namespace Curation.Core.Auditing.Figures;

/// <summary>Figures as people read them, the same on every page, in every refusal and in every report: shares in per cent, amplification with its ratio, counts whole, the rest with three digits, "n/a" where one is not defined.</summary>
public static class FigureWords
{
    /// <summary>What stands for a figure that is not defined for what was measured.</summary>
    public const string None = "n/a";

    private static readonly string[] Shares = [Measures.Exposure, Measures.Coverage, Measures.Discovery, Measures.Fit, Measures.FitGap];
    private static readonly string[] Counts = [Measures.ArtistsGained, Measures.ArtistsLost, Measures.ExplicitReach, Measures.ExplicitLists, Measures.ExplicitUnknown];

    /// <summary>A value of a measure with its unit: "18.2 %", "−1.00 (×0.5)", "1,204", "0.614".</summary>
    public static string Value(string measure, double? value) => Plain(measure) == Measures.Amplification && value is { } log2 ? Signed(log2) : Bare(measure, value);

    /// <summary>A figure's value with its unit; "none shown" for a group that the baseline has and nobody is shown.</summary>
    public static string Value(Figure? figure) => figure is null ? None : figure.IsShutOut ? "none shown" : Value(figure.Key.Measure, figure.Value);

    /// <summary>The baseline of a figure: a share for amplification, else in the figure's own unit; nothing where there is none.</summary>
    public static string Baseline(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Baseline is not { } baseline ? "" : Plain(figure.Key.Measure) == Measures.Amplification ? Percent(baseline) : Value(figure.Key.Measure, baseline);
    }

    /// <summary>The interval as "18.0 % to 18.4 %", or nothing where there is none.</summary>
    public static string Interval(Figure? figure) => figure is { Low: { } low, High: { } high } ? $"{Bare(figure.Key.Measure, low)} to {Bare(figure.Key.Measure, high)}" : "";

    /// <summary>A share in per cent with one digit.</summary>
    public static string Percent(double share) => Say($"{share * 100:0.0} %");

    /// <summary>A share in per cent, or "n/a".</summary>
    public static string Percent(double? share) => share is { } known ? Percent(known) : None;

    /// <summary>What a measure is called, to begin a line with: "Divergence in the ranking (NDKL)".</summary>
    public static string Title(MeasureKey key) => Begun(Measure(key));

    /// <summary>What a figure is, as part of a sentence: "amplification of female (gender), against the catalogue".</summary>
    public static string Name(MeasureKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var group = key.Group switch { "" => "", MeasureKey.Any => " of any group", var one => $" of {DimensionWords.Group(key.Dimension, one)}" };
        return Measure(key) + group + By(key, group.Length > 0) + Where(key.Measure) + Against(key.Against);
    }

    /// <summary>What a figure's count counts.</summary>
    public static string Counted(MeasureKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Plain(key.Measure) switch
        {
            Measures.Exposure or Measures.Amplification => "tracks",
            Measures.Gini or Measures.Coverage => key.Dimension,
            Measures.ArtistsGained or Measures.ArtistsLost => "artists",
            Measures.Rkl or Measures.Ndkl => "lists",
            _ => "listeners",
        };
    }

    /// <summary>A number of something.</summary>
    public static string Many(int count, string what) => Say($"{count:N0} {(count == 1 && what.EndsWith('s') ? what[..^1] : what)}");

    /// <summary>A measure without the position weight in its name and without the list that it is of.</summary>
    public static string Plain(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var name = measure.Split('@')[0];
        return name.StartsWith(Measures.SharedPrefix, StringComparison.Ordinal) ? name[Measures.SharedPrefix.Length..]
            : name.StartsWith(Measures.PoolPrefix, StringComparison.Ordinal) ? name[Measures.PoolPrefix.Length..] : name;
    }

    /// <summary>The words with a capital first.</summary>
    public static string Begun(string words) => string.IsNullOrEmpty(words) ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Measure(MeasureKey key) => Plain(key.Measure) switch
    {
        Measures.Ndkl => "divergence in the ranking (NDKL)",
        Measures.Rkl => "divergence of one group (rKL)",
        Measures.Gini => $"concentration over {Things(key)} (Gini)",
        Measures.Coverage => $"share of all {Things(key)} shown",
        Measures.ArtistsGained => "artists gained",
        Measures.ArtistsLost => "artists lost",
        Measures.Calibration => "distance from the listener's own genres",
        Measures.Gs => "narrowness (GS)",
        Measures.Diversity => "diversity within a list",
        Measures.Novelty => "novelty, bits",
        Measures.Discovery => "artists new to the listener",
        Measures.ExplicitReach => "explicit tracks where they are excluded",
        Measures.ExplicitLists => "lists with explicit tracks where they are excluded",
        Measures.ExplicitUnknown => "tracks there that may be explicit",
        Measures.Fit => "fit to the listener's taste",
        Measures.FitGap => "fit that the worst served group lacks",
        var other => other,
    };

    private static string Things(MeasureKey key) => key.Dimension is "" or MeasureKey.Any ? "artists or tracks" : key.Dimension;

    private static string By(MeasureKey key, bool ofGroup) => key.Dimension switch
    {
        "" => "",
        Measures.Before => ", of histories",
        Measures.After => ", of lists",
        _ when Plain(key.Measure) is Measures.Gini or Measures.Coverage => "",
        var dimension when dimension == MeasureKey.Any => ofGroup ? "" : ", by any dimension",
        var dimension => ofGroup ? $" ({DimensionWords.Name(dimension)})" : $" by {DimensionWords.Name(dimension)}",
    };

    private static string Where(string measure) =>
        (measure.StartsWith(Measures.SharedPrefix, StringComparison.Ordinal) ? ", on the shared list" : measure.StartsWith(Measures.PoolPrefix, StringComparison.Ordinal) ? ", in the pool" : "")
        + (measure.Split('@') is [_, var weight, ..] ? $", {weight} weights" : "");

    private static string Against(string baseline) => baseline switch
    {
        "" => "",
        MeasureKey.Any => ", against any baseline",
        Baselines.Edition => ", against the live edition",
        Baselines.History => ", against the listening history",
        _ => $", against the {baseline}",
    };

    private static string Bare(string measure, double? value) => value is not { } number ? None
        : Shares.Contains(Plain(measure)) ? Percent(number)
        : Counts.Contains(Plain(measure)) ? Say($"{number:N0}")
        : Plain(measure) == Measures.Amplification ? Say($"{number:+0.00;−0.00;0.00}")
        : Say($"{number:0.000}");

    private static string Signed(double log2) => Say($"{log2:+0.00;−0.00;0.00} (×{Math.Pow(2, log2):0.0#})");

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
