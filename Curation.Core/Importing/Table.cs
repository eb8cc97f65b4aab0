using System.Text;

namespace Curation.Core.Importing;

/// <summary>The header of a file of separated columns, and how they are separated.</summary>
internal sealed class Table
{
    private static readonly byte[] Separators = ",\t;|"u8.ToArray();
    private readonly SourcePart part;
    private readonly Separation separation;

    private Table(SourcePart part, Separation separation, IReadOnlyList<string> columns)
    {
        this.part = part;
        this.separation = separation;
        Columns = columns;
    }

    /// <summary>The column names as they stand.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The table of a part; the separator is the one that gives the header most columns.</summary>
    /// <exception cref="ImportStoppedException">There is no header that can be read.</exception>
    public static Table Of(SourcePart part, ImportLimits limits, Separation? known = null)
    {
        Table? best = null;
        string? problem = null;
        foreach (var separation in known is { } one ? [one] : Separators.Select(separator => new Separation(separator, Quoted: true)))
        {
            var columns = Header(part, limits, separation, ref problem);
            if (columns is not null && columns.Length > (best?.Columns.Count ?? 0)) best = new Table(part, separation, columns);
        }

        return best ?? throw new ImportStoppedException($"{part.Name}, {problem}.");
    }

    /// <summary>The rows after the header.</summary>
    public SeparatedRows Rows(Reading reading)
    {
        var rows = Open(part, reading.Limits, separation, reading);
        rows.Next(expected: 0);
        return rows;
    }

    public static SeparatedRows Open(SourcePart part, ImportLimits limits, Separation separation, Reading? reading) =>
        new(new ByteFeed(part.Open(reading), limits.RowBytes), separation, limits);

    private static string[]? Header(SourcePart part, ImportLimits limits, Separation separation, ref string? problem)
    {
        using var rows = Open(part, limits, separation, null);
        if (!rows.Next(expected: 0)) throw new ImportStoppedException($"{part.Name}: the file is empty.");
        if (rows.Problem is not null)
        {
            problem ??= $"line {rows.Line}: the header cannot be read: {rows.Problem}";
            return null;
        }

        var columns = new string[rows.Count];
        for (var i = 0; i < columns.Length; i++) columns[i] = Encoding.UTF8.GetString(rows[i]).Trim();
        return columns;
    }
}
