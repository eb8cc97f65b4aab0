using System.Text;

namespace Curation.Core.Importing;

/// <summary>The first rows of a file of separated columns, as they stand.</summary>
public static class ColumnSample
{
    private const int MostCharacters = 120;

    /// <summary>Up to <paramref name="count"/> well-formed rows, each with all columns; long cells are cut.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(ImportSource source, ImportLimits limits, int count)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(limits);
        var table = Table.Of(source.Parts[0], limits);
        var sample = new List<IReadOnlyList<string>>();
        using var rows = table.Rows(new Reading(limits, DateTimeOffset.UnixEpoch, _ => { }));
        while (sample.Count < count && rows.Next(table.Columns.Count))
        {
            if (rows.Problem is null) sample.Add(Enumerable.Range(0, rows.Count).Select(column => Cell(rows[column])).ToList());
        }

        return sample;
    }

    private static string Cell(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.Length > MostCharacters ? text[..MostCharacters] + "..." : text;
    }
}
