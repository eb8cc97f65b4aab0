namespace Curation.Core.Importing;

/// <summary>Short forms that several formats share.</summary>
internal static class Codes
{
    private const int MostWords = 32;

    /// <summary>A recording code in upper case without hyphens, or null where the text is none.</summary>
    public static string? Isrc(string text)
    {
        var code = text.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
        return code.Length == 12 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) && code.All(char.IsAsciiLetterOrDigit) && code[5..].All(char.IsAsciiDigit)
            ? code
            : null;
    }

    /// <summary>The ISO 639-1 code at the start of a language tag such as "sv" or "pt-BR", in lower case, or null where there is none.</summary>
    public static string? Language(string text)
    {
        var code = text.Trim().Split('-', '_')[0];
        return code.Length == 2 && code.All(char.IsAsciiLetter) ? code.ToLowerInvariant() : null;
    }

    /// <summary>Names that stand in one text by semicolon, comma or bar, without doubles.</summary>
    public static string[] Words(string? text) =>
        text is null
            ? []
            : text.Split([';', ',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords).ToArray();
}
