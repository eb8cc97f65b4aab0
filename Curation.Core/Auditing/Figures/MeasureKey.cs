namespace Curation.Core.Auditing.Figures;

/// <summary>Names one measured figure, so that a policy, a page and a report mean the same number.</summary>
/// <param name="Measure">What is measured, one of <see cref="Measures"/>.</param>
/// <param name="Dimension">The dimension whose groups are told apart, such as "gender"; two joined by " × " where they are crossed; empty where the figure is of the whole.</param>
/// <param name="Group">The group within the dimension, such as "female", and in a crossing of each side, such as "female × unknown"; empty where the figure is of all groups.</param>
/// <param name="Against">The baseline it is measured against, one of <see cref="Baselines"/>; empty where there is none.</param>
public sealed record MeasureKey(string Measure, string Dimension = "", string Group = "", string Against = "")
{
    /// <summary>Stands for any dimension, group or baseline in a name that means many figures at once.</summary>
    public const string Any = "*";

    /// <summary>The parts joined by slashes, trailing empty ones left out; a slash within a part is written as %2F and a percent sign as %25.</summary>
    public override string ToString() => string.Join('/', ((string[])[Measure, Dimension, Group, Against]).Select(Escaped)).TrimEnd('/');

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text has no measure or more than four parts.</exception>
    public static MeasureKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/').Select(Plain).ToArray();
        if (parts.Length > 4 || parts[0].Length == 0) throw new FormatException($"\"{text}\" does not name a figure; write measure/dimension/group/baseline.");
        return new MeasureKey(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "", parts.ElementAtOrDefault(3) ?? "");
    }

    private static string Escaped(string part) => part.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);

    private static string Plain(string part) => part.Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}

/// <summary>The baselines that figures are measured against.</summary>
public static class Baselines
{
    /// <summary>Every track of the catalogue once.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Every track of the draft's pool once.</summary>
    public const string Pool = "pool";

    /// <summary>Every play of the listeners.</summary>
    public const string History = "history";

    /// <summary>The edition that is live.</summary>
    public const string Edition = "edition";
}
