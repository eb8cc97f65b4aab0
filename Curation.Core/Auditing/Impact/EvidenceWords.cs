using System.Globalization;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Impact;

/// <summary>Figures as a reader who is no statistician wants them.</summary>
public static class EvidenceWords
{
    /// <summary>What a figure is, such as "exposure of female, by gender, against the catalogue".</summary>
    public static string Name(MeasureKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var what = key.Measure.Replace('-', ' ');
        var whose = (key.Dimension, key.Group) switch
        {
            ("", "") => "",
            (var dimension, "") => $" by {dimension}",
            ("", var group) => $" of {group}",
            (var dimension, var group) => $" of {group}, by {dimension}",
        };
        return key.Against.Length == 0 ? what + whose : $"{what}{whose}, against the {key.Against}";
    }

    /// <summary>Its value as written in a report: shares in per cent, others with two or three digits, "n/a" where it is not defined.</summary>
    public static string Value(MeasureKey key, double? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (value is not { } number) return "n/a";
        return key.Measure switch
        {
            Measures.Exposure or Measures.Coverage or Measures.Discovery or Measures.Fit => Percent(number),
            Measures.ArtistsGained or Measures.ArtistsLost or Measures.ExplicitReach or Measures.ExplicitLists or Measures.ExplicitUnknown => number.ToString("N0", CultureInfo.InvariantCulture),
            Measures.Amplification => number.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
            _ => number.ToString("0.000", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A share in per cent with one digit.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
