using System.Globalization;
using Curation.Core.Recommending;

namespace Curation.Web.Admin.Models;

/// <summary>How the models page says names, figures and intervals.</summary>
internal static class ModelWords
{
    /// <summary>The metric that decides which recommender and which model is better.</summary>
    public const string Decisive = "ndcg@20";

    /// <summary>A recommender's name as people say it; a name that is not known stays as it is.</summary>
    public static string Named(string recommender) => recommender switch
    {
        "ials" => "Factorisation (iALS)",
        "neighbours" => "Neighbours",
        "ease" => "Track weights (EASE)",
        "sparse-ease" => "Track weights (sparse EASE)",
        "popularity" => "Popularity",
        "recent" => "Recently popular",
        "blend" => "Learned order",
        _ => recommender,
    };

    /// <summary>A metric as people write it: "NDCG@20".</summary>
    public static string Metric(string metric) => metric.StartsWith("ndcg", StringComparison.Ordinal) ? "NDCG" + metric[4..] : char.ToUpperInvariant(metric[0]) + metric[1..];

    /// <summary>A whole number with its thousands set apart.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A figure: 0.123.</summary>
    public static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A difference with its sign: +0.0123.</summary>
    public static string Signed(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);

    /// <summary>The ends of a difference's interval; nothing where they are not known.</summary>
    public static string Between(double? low, double? high) => low is { } from && high is { } to ? $"{Signed(from)} to {Signed(to)}" : "";

    /// <summary>A setting: as many decimals as it has, up to six.</summary>
    public static string Setting(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The probability that a difference is chance.</summary>
    public static string Chance(double? p) => p switch
    {
        null => "n/a",
        < 0.001 => "< 0.001",
        { } value => Figure(value),
    };

    /// <summary>The beginning of a hash.</summary>
    public static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    /// <summary>The best recommender by the deciding metric; null where nothing was measured.</summary>
    public static CardFigure? Best(ModelCard card) => card.Figures.Where(figure => figure.Metric == Decisive).MaxBy(figure => figure.Value);
}
