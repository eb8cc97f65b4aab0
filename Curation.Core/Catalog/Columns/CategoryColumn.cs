namespace Curation.Core.Catalog.Columns;

/// <summary>The values that each row has of one category, possibly none or several; a value is stored once and named by number.</summary>
public sealed class CategoryColumn
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<string> values = [];
    private readonly int[] starts;
    private readonly int[] held;

    /// <summary>A column of so many rows.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="valuesOf">The values of a row; empty texts count as none.</param>
    public CategoryColumn(int rows, Func<int, IEnumerable<string>> valuesOf)
    {
        ArgumentNullException.ThrowIfNull(valuesOf);
        starts = new int[rows + 1];
        var all = new List<int>(rows);
        for (var row = 0; row < rows; row++)
        {
            foreach (var value in valuesOf(row))
            {
                if (value.Length > 0 && Code(value) is var code && all.IndexOf(code, starts[row]) < 0) all.Add(code);
            }

            starts[row + 1] = all.Count;
        }

        held = [.. all];
    }

    /// <summary>Number of rows.</summary>
    public int Rows => starts.Length - 1;

    /// <summary>The values that any row has.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>The values of a row.</summary>
    public IEnumerable<string> this[int row]
    {
        get
        {
            for (var i = starts[row]; i < starts[row + 1]; i++) yield return values[held[i]];
        }
    }

    /// <summary>Rows that have one of the values; the empty value stands for rows that have none.</summary>
    public RowSet Having(IEnumerable<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var marked = new bool[values.Count];
        var unknown = false;
        foreach (var value in wanted)
        {
            if (value.Length == 0) unknown = true;
            else if (codes.TryGetValue(value, out var code)) marked[code] = true;
        }

        var found = new RowSet(Rows);
        for (var row = 0; row < Rows; row++)
        {
            var (at, end) = (starts[row], starts[row + 1]);
            var has = unknown && at == end;
            for (; at < end && !has; at++) has = marked[held[at]];
            if (has) found.Add(row);
        }

        return found;
    }

    /// <summary>How many rows of a set have each value, the unknown under the empty value; values without a row are left out.</summary>
    public Dictionary<string, int> Count(RowSet within)
    {
        ArgumentNullException.ThrowIfNull(within);
        var counts = new int[values.Count];
        var unknown = 0;
        foreach (var row in within.Each())
        {
            if (starts[row] == starts[row + 1]) unknown++;
            for (var at = starts[row]; at < starts[row + 1]; at++) counts[held[at]]++;
        }

        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0) named[values[code]] = counts[code];
        }

        if (unknown > 0) named[""] = unknown;
        return named;
    }

    private int Code(string value)
    {
        if (codes.TryGetValue(value, out var code)) return code;
        values.Add(value);
        return codes[value] = values.Count - 1;
    }
}
