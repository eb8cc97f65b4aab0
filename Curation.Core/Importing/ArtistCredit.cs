using System.Text.RegularExpressions;

namespace Curation.Core.Importing;

/// <summary>Takes a printed credit apart into the main artist and guests.</summary>
public static partial class ArtistCredit
{
    /// <summary>The main artist first; "A feat. B" has two. Words such as "and" stay, since they are part of many names.</summary>
    public static IReadOnlyList<string> Of(string credit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(credit);
        var parts = Guest().Split(credit).Select(part => part.Trim(' ', '(', ')', '[', ']')).Where(part => part.Length > 0).ToList();
        return parts.Count > 1 ? parts.DistinctBy(Catalog.ArtistKey.Of).ToList() : [credit];
    }

    [GeneratedRegex(@"\s[(\[]?(?:feat\.?|ft\.?|featuring)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Guest();
}
