using System.Globalization;
using System.Text;

namespace Curation.Core.Catalog;

/// <summary>Folds the name of an artist to the form under which the same credit is recognised again.</summary>
public static class ArtistKey
{
    /// <summary>Unicode NFC, invariant lower case, runs of white space as one space, no space at the ends.</summary>
    public static string Of(string name) => Fold(name);

    internal static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString().TrimEnd();
    }
}
