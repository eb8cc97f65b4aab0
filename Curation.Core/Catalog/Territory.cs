namespace Curation.Core.Catalog;

/// <summary>Countries as ISO 3166-1 alpha-2 codes, and sets of them as one text: "AT CH DE".</summary>
public static class Territory
{
    private const int Width = 3;

    /// <summary>The country of a region such as "de", "DE-BE" or "pt_BR", in upper case; null where it names none.</summary>
    public static string? Of(string? region)
    {
        var code = region?.Trim().Split('-', '_')[0];
        return code is { Length: 2 } && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
    }

    /// <summary>The set as text: codes in order, each once; null where one of them is no code.</summary>
    public static string? Set(IEnumerable<string> codes)
    {
        var known = codes.Select(Of).ToList();
        return known.Contains(null) ? null : string.Join(' ', known.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The codes of a set.</summary>
    public static IReadOnlyList<string> Codes(string? set) => string.IsNullOrEmpty(set) ? [] : set.Split(' ');

    /// <summary>Whether a set holds a code.</summary>
    public static bool Holds(string? set, string code)
    {
        for (var at = 0; set is not null && code.Length == 2 && at < set.Length; at += Width)
        {
            if (set.AsSpan(at).StartsWith(code, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
