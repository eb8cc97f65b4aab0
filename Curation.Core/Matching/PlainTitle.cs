using System.Text.RegularExpressions;
using Curation.Core.Catalog;

namespace Curation.Core.Matching;

/// <summary>A title without anything in brackets, guests, or a version behind a dash. Coarser than a reading of versions, since here a person looks at what was matched.</summary>
internal static partial class PlainTitle
{
    public static string Of(string title)
    {
        var core = AfterDash().Replace(Guest().Replace(Brackets().Replace(title, " "), ""), "");
        var folded = ArtistKey.Of(core).Trim();
        return folded.Length > 0 ? folded : ArtistKey.Of(title);
    }

    [GeneratedRegex(@"[\(\[\{][^\)\]\}]*[\)\]\}]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s+(feat\.?|ft\.?|featuring)\s.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Guest();

    [GeneratedRegex(@"\s+[-–—]\s+[^-–—]*\b(remaster(ed)?|remix(ed)?|mix|version|edit|mono|stereo|live|demo)\b.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex AfterDash();
}
