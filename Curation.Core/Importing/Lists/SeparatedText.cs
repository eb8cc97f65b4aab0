using System.Text;

namespace Curation.Core.Importing.Lists;

/// <summary>Splits a bounded text into rows of cells by RFC 4180, keeping line breaks within quotes as they are.</summary>
internal static class SeparatedText
{
    /// <summary>The rows with the lines on which they start; empty lines are left out.</summary>
    public static IEnumerable<(int Line, List<string> Cells)> Rows(string text, char separator)
    {
        var (line, at) = (1, 0);
        while (at < text.Length)
        {
            var start = line;
            var cells = new List<string>();
            while (true)
            {
                cells.Add(Cell(text, separator, ref at, ref line));
                if (at >= text.Length || text[at] != separator) break;
                at++;
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            line++;
            if (cells.Count > 1 || cells[0].Length > 0) yield return (start, cells);
        }
    }

    private static string Cell(string text, char separator, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"') return Plain(text, separator, ref at);
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else break;
        }

        at++;
        if (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(Plain(text, separator, ref at));
        return cell.ToString();
    }

    private static string Plain(string text, char separator, ref int at)
    {
        var end = text.AsSpan(Math.Min(at, text.Length)).IndexOfAny(separator, '\r', '\n');
        var from = Math.Min(at, text.Length);
        at = end < 0 ? text.Length : from + end;
        return text[from..at];
    }
}
