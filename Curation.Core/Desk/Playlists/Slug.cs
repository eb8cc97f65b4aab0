using System.Globalization;
using System.Text;

namespace Curation.Core.Desk.Playlists;

/// <summary>Makes the name in addresses from a title.</summary>
public static class Slug
{
    /// <summary>Lower-case ASCII letters and digits with single hyphens, at most 60; "playlist" where nothing is left.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= 60) break;
        }

        var result = slug.ToString().Trim('-');
        return result.Length == 0 ? "playlist" : result;
    }
}
