using System.Globalization;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;

namespace Curation.Web.Assessments;

/// <summary>Figures as people read them: shares in percent, the rest in their own unit, "n/a" where one is not defined.</summary>
internal static class FigureWords
{
    /// <summary>What stands for a figure that is not defined for what was measured.</summary>
    public const string None = "n/a";

    private static readonly string[] Shares = [Measures.Exposure, Measures.Coverage, Measures.Discovery, Measures.Fit, Measures.FitGap];
    private static readonly string[] Counts = [Measures.ArtistsGained, Measures.ArtistsLost, Measures.ExplicitReach, Measures.ExplicitLists, Measures.ExplicitUnknown];

    /// <summary>A value of a measure with its unit.</summary>
    public static string Value(string measure, double? value) => value is not { } number ? None
        : Shares.Contains(Plain(measure)) ? Percent(number)
        : Counts.Contains(Plain(measure)) ? Say($"{number:N0}")
        : Plain(measure) == Measures.Amplification ? Signed(number)
        : Say($"{number:0.000}");

    /// <summary>The interval, or nothing where there is none.</summary>
    public static string Interval(Figure figure) => figure is { Low: { } low, High: { } high } ? $"{Value(figure.Key.Measure, low)} – {Value(figure.Key.Measure, high)}" : "";

    /// <summary>A share in percent with one decimal.</summary>
    public static string Percent(double share) => Say($"{share * 100:0.0} %");

    /// <summary>A share in percent, or "n/a".</summary>
    public static string Percent(double? share) => share is { } known ? Percent(known) : None;

    /// <summary>How many times as much: log2 of a ratio as +0.58 (×1.5).</summary>
    public static string Signed(double log2) => Say($"{log2:+0.00;−0.00;0.00} (×{Math.Pow(2, log2):0.0#})");

    /// <summary>What a measure is called.</summary>
    public static string Name(MeasureKey key) => Plain(key.Measure) switch
    {
        Measures.Exposure => "Exposure",
        Measures.Amplification => "Amplification",
        Measures.Ndkl => "Divergence in the ranking (NDKL)",
        Measures.Rkl => "Divergence of one group (rKL)",
        Measures.Gini => $"Concentration over {key.Dimension} (Gini)",
        Measures.Coverage => $"Share of all {key.Dimension} shown",
        Measures.ArtistsGained => "Artists gained",
        Measures.ArtistsLost => "Artists lost",
        Measures.Calibration => "Distance from the listener's own genres",
        Measures.Gs => "Narrowness (GS)",
        Measures.Diversity => "Diversity within a list",
        Measures.Novelty => "Novelty, bits",
        Measures.Discovery => "Artists new to the listener",
        Measures.ExplicitReach => "Explicit tracks where they are excluded",
        Measures.ExplicitLists => "Lists with one of them",
        Measures.ExplicitUnknown => "Tracks there that may be explicit",
        Measures.Fit => "Fit to the listener's taste",
        Measures.FitGap => "Fit that the worst served group lacks",
        Measures.Serendipity => "Serendipity",
        var other => other,
    };

    /// <summary>What a figure's count counts.</summary>
    public static string Counted(MeasureKey key) => Plain(key.Measure) switch
    {
        Measures.Exposure or Measures.Amplification => "tracks",
        Measures.Gini or Measures.Coverage => key.Dimension,
        Measures.ArtistsGained or Measures.ArtistsLost => "artists",
        Measures.Rkl or Measures.Ndkl => "lists",
        _ => "listeners",
    };

    /// <summary>Parts of what figures rest on, as the subject of a sentence; what touches the pool is told by the part that it is of.</summary>
    public static string Parts(IReadOnlyList<GroundPart> parts) => string.Join(", ", parts.Where(part => part != GroundPart.PoolContent).Select(part => part switch
    {
        GroundPart.Catalogue => "the catalogue",
        GroundPart.Attributes => "attributes of artists or tracks",
        GroundPart.Plays => "plays",
        GroundPart.Listeners => "listeners or their settings",
        GroundPart.Refusals => "refused tracks",
        GroundPart.Content => "content decisions or takedowns",
        _ => "the live edition",
    }));

    /// <summary>A number of something.</summary>
    public static string Many(int count, string what) => Say($"{count:N0} {(count == 1 && what.EndsWith('s') ? what[..^1] : what)}");

    /// <summary>A measure without the position weight in its name and without the list that it is of.</summary>
    public static string Plain(string measure)
    {
        var name = measure.Split('@')[0];
        return name.StartsWith(Measures.SharedPrefix, StringComparison.Ordinal) ? name[Measures.SharedPrefix.Length..]
            : name.StartsWith(Measures.PoolPrefix, StringComparison.Ordinal) ? name[Measures.PoolPrefix.Length..] : name;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
