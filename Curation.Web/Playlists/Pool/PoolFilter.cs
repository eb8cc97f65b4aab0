namespace Curation.Web.Playlists.Pool;

/// <summary>Which rows of the pool are shown. It hides rows, never changes them; commands act on what is shown.</summary>
/// <param name="Text">Words of which each has to stand in title, artist, note or a tag.</param>
/// <param name="Tag">A tag that the entry has to have; null for any.</param>
/// <param name="Warned">Whether only rows with a warning are shown.</param>
public sealed record PoolFilter(string Text, string? Tag, bool Warned)
{
    /// <summary>Shows all.</summary>
    public static PoolFilter None { get; } = new("", null, false);

    public bool IsNone => Text.Trim().Length == 0 && Tag is null && !Warned;

    /// <summary>The rows that pass, in their order; <paramref name="warned"/> says which have a warning.</summary>
    public IReadOnlyList<PoolLine> Of(IReadOnlyList<PoolLine> lines, Func<PoolLine, bool> warned)
    {
        if (IsNone) return lines;
        var words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => Admits(line, words) && (!Warned || warned(line)))];
    }

    private bool Admits(PoolLine line, string[] words) =>
        (Tag is null || line.Entry.Tags?.Contains(Tag, StringComparer.Ordinal) == true)
        && words.All(word => Has(line.Title, word) || Has(line.Artist, word) || Has(line.Entry.Note, word) || line.Entry.Tags?.Any(tag => Has(tag, word)) == true);

    private static bool Has(string text, string word) => System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0;
}
