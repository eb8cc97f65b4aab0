using System.Text.RegularExpressions;

namespace Curation.Core.Matching;

/// <summary>A reading folded once, to be compared with many rows.</summary>
internal sealed partial class AskedNames(TitleReading reading)
{
    private const double WordsInCommon = 0.83;

    public TitleReading Reading { get; } = reading;

    public string Title { get; } = Folded.Of(reading.Title);

    public string Core { get; } = Folded.Core(reading.Title);

    public IReadOnlyList<string> Version { get; } = VersionWords.In(reading.Title);

    /// <summary>The artist as written, then each name of which the credit may be made; empty where the line names none.</summary>
    public IReadOnlyList<string> Artists { get; } = reading.Artist is { } artist
        ? [.. Together().Split(artist).Prepend(artist).Select(Folded.Artist).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).Take(6)]
        : [];

    /// <summary>How close the title is to a row's, with and without what names a version. Words in common alone never make it sure.</summary>
    public double Titled(MatchRow row)
    {
        if (Title == row.Title) return 1;
        if (Core == row.Core) return 0.995;
        var close = Math.Max(Closeness.Of(Core, row.Core), Closeness.Of(Title, row.Title));
        return close >= WordsInCommon ? close : Math.Max(close, WordsInCommon * Closeness.Words(Core, row.Core) * Shorter(Core, row.Core));
    }

    /// <summary>How close the artist is to any name in a row's credit; 0 where the line names none.</summary>
    public double Credited(MatchRow row)
    {
        if (Artists.Count == 0) return 0;
        var best = 0.0;
        foreach (var name in row.Artists)
        {
            best = Math.Max(best, Math.Max(Closeness.Of(Artists[0], name), 0.9 * Closeness.Words(Artists[0], name)));
            for (var part = 1; part < Artists.Count && best < 0.96; part++) best = Math.Max(best, 0.96 * Closeness.Of(Artists[part], name));
        }

        return best;
    }

    /// <summary>Words in common say the less, the more the longer title has beside them.</summary>
    private static double Shorter(string one, string other) => 0.6 + (0.4 * Math.Min(one.Length, other.Length) / Math.Max(one.Length, other.Length));

    [GeneratedRegex(@"\s*(?:\s[(\[]?(?:feat\.?|ft\.?|featuring|with|vs\.?)\s|[,;&/+]|\s(?:and|x|und|et|y)\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Together();
}
