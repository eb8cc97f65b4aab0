namespace Curation.Core.Importing;

/// <summary>Which column of a file stands for which field; guessed by name and open to change before anything is written.</summary>
public sealed class ColumnMapping
{
    private readonly Dictionary<ImportField, int> columnOf;

    private ColumnMapping(ImportFormat format, IReadOnlyList<string> columns, Dictionary<ImportField, int> columnOf)
    {
        Format = format;
        Columns = columns;
        this.columnOf = columnOf;
    }

    /// <summary>The format that the columns are read as.</summary>
    public ImportFormat Format { get; }

    /// <summary>Names of the file's columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Needed fields that no column stands for.</summary>
    public IReadOnlyList<ImportField> Missing => FieldNames.NeededBy(Format).Except(columnOf.Keys).ToList();

    /// <summary>Columns that stand for nothing and are not read.</summary>
    public IReadOnlyList<string> Unused => Columns.Where((_, column) => !columnOf.ContainsValue(column)).ToList();

    /// <summary>The column of a field, or -1.</summary>
    public int this[ImportField field] => columnOf.GetValueOrDefault(field, -1);

    /// <summary>The mapping that the column names suggest; a column stands for one field only.</summary>
    public static ColumnMapping Guess(ImportFormat format, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var folded = columns.Select(FieldNames.Fold).ToList();
        var columnOf = new Dictionary<ImportField, int>();
        foreach (var field in FieldNames.Of(format))
        {
            var column = FieldNames.ColumnFor(field, format, folded);
            if (column >= 0 && !columnOf.ContainsValue(column)) columnOf[field] = column;
        }

        return new ColumnMapping(format, columns, columnOf);
    }

    /// <summary>The mapping of a file without a header whose columns are known.</summary>
    internal static ColumnMapping Fixed(ImportFormat format, int columns, params (ImportField Field, int Column)[] known) =>
        new(format, Enumerable.Range(1, columns).Select(column => $"column {column}").ToList(), known.ToDictionary(pair => pair.Field, pair => pair.Column));

    /// <summary>The name of the column that stands for a field, or null.</summary>
    public string? ColumnOf(ImportField field) => this[field] is var column and >= 0 ? Columns[column] : null;

    /// <summary>The same mapping with a field taken from a column, or from none where <paramref name="column"/> is null.</summary>
    /// <exception cref="ImportStoppedException">There is no such column, or the format has no such field.</exception>
    public ColumnMapping With(ImportField field, string? column)
    {
        if (!FieldNames.Of(Format).Contains(field))
            throw new ImportStoppedException($"The format {ImportFormats.NameOf(Format)} has no field {FieldNames.NameOf(field)}.");
        var changed = new Dictionary<ImportField, int>(columnOf);
        changed.Remove(field);
        if (column is not null) changed[field] = IndexOf(column);
        return new ColumnMapping(Format, Columns, changed);
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Equals(column, StringComparison.OrdinalIgnoreCase)) return i;
        }

        throw new ImportStoppedException($"There is no column {column}; the file has {string.Join(", ", Columns)}.");
    }
}
