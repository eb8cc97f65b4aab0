using System.Globalization;

namespace Curation.Web.Shared;

/// <summary>Shares of a whole in per cent, as screens, fields and styles write them.</summary>
public static class Percent
{
    /// <summary>To the point: "37 %".</summary>
    public static string Whole(double share) => Say($"{share * 100:0} %");

    /// <summary>With a digit where there is one: "37.5 %", "37 %".</summary>
    public static string Short(double share) => Say($"{share * 100:0.#} %");

    /// <summary>To the point and without the sign, as a meter is drawn and read: "37".</summary>
    public static string Bare(double share) => Say($"{share * 100:0}");

    /// <summary>As it is and without the sign, for a field that has it beside: "37.25".</summary>
    public static string Exact(double share) => Say($"{share * 100:0.##}");

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
