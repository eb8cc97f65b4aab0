namespace Curation.Core.Listening;

/// <summary>Who heard what, how often; where a weight is negative, who skipped it. An immutable sparse matrix. Rows are listeners first, then lists that count as evidence; columns are rows of a <see cref="TrackIndex"/>.</summary>
public sealed class ListeningMatrix
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] weights;

    internal ListeningMatrix(int listeners, int columnCount, int[] starts, int[] columns, float[] weights)
    {
        Listeners = listeners;
        Columns = columnCount;
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
    }

    /// <summary>Number of rows: listeners and lists.</summary>
    public int Rows => starts.Length - 1;

    /// <summary>Number of rows that are listeners; the rest are lists.</summary>
    public int Listeners { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of pairs with a weight.</summary>
    public int Entries => starts[^1];

    /// <summary>One row, its columns ascending. Empty rows are fine.</summary>
    public ListeningRow Row(int row)
    {
        var start = starts[row];
        var length = starts[row + 1] - start;
        return new(columns.AsSpan(start, length), weights.AsSpan(start, length));
    }

    /// <summary>The memory of one row, for those who keep it beyond the call.</summary>
    internal (ReadOnlyMemory<int> Columns, ReadOnlyMemory<float> Weights) Share(int row)
    {
        var (start, length) = (starts[row], starts[row + 1] - starts[row]);
        return (columns.AsMemory(start, length), weights.AsMemory(start, length));
    }

    /// <summary>The same pairs with every weight replaced; the structure is shared.</summary>
    public ListeningMatrix WithWeights(Func<float, float> replace) =>
        new(Listeners, Columns, starts, columns, Array.ConvertAll(weights, weight => replace(weight)));

    /// <summary>The same pairs with every weight replaced according to its row and column; the structure is shared.</summary>
    public ListeningMatrix WithWeights(Func<int, int, float, float> replace)
    {
        var replaced = new float[Entries];
        for (var row = 0; row < Rows; row++)
            for (var i = starts[row]; i < starts[row + 1]; i++) replaced[i] = replace(row, columns[i], weights[i]);
        return new(Listeners, Columns, starts, columns, replaced);
    }

    /// <summary>The same pairs with the weights of whole rows replaced, a row at a time: the old ones come in, the new ones go out. The structure is shared.</summary>
    internal ListeningMatrix WithRows(Action<ReadOnlySpan<float>, Span<float>> replace)
    {
        var replaced = new float[Entries];
        for (var row = 0; row < Rows; row++) replace(Row(row).Weights, replaced.AsSpan(starts[row], starts[row + 1] - starts[row]));
        return new(Listeners, Columns, starts, columns, replaced);
    }

    /// <summary>The pairs that another matrix of the same size does not have.</summary>
    public ListeningMatrix Without(ListeningMatrix seen)
    {
        var builder = new ListeningMatrixBuilder(Entries);
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i);
            var known = seen.Row(i).Columns;
            for (var k = 0; k < row.Count; k++)
                if (known.BinarySearch(row.Columns[k]) < 0) builder.Add(i, row.Columns[k], row.Weights[k]);
        }

        return builder.Build(Listeners, Rows - Listeners, Columns);
    }

    /// <summary>The sum with another matrix of the same size.</summary>
    public ListeningMatrix Plus(ListeningMatrix other)
    {
        var builder = new ListeningMatrixBuilder(Entries + other.Entries);
        foreach (var matrix in new[] { this, other })
        {
            for (var i = 0; i < matrix.Rows; i++)
            {
                var row = matrix.Row(i);
                for (var k = 0; k < row.Count; k++) builder.Add(i, row.Columns[k], row.Weights[k]);
            }
        }

        return builder.Build(Listeners, Rows - Listeners, Columns);
    }

    /// <summary>Rows and columns exchanged, by one counting sort. Its rows are tracks, so none of them is a listener.</summary>
    public ListeningMatrix Transpose()
    {
        var next = new int[Columns + 1];
        foreach (var column in columns.AsSpan(0, Entries)) next[column + 1]++;
        for (var i = 0; i < Columns; i++) next[i + 1] += next[i];
        var turnedStarts = (int[])next.Clone();
        var turnedColumns = new int[Entries];
        var turnedWeights = new float[Entries];
        for (var row = 0; row < Rows; row++)
        {
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                var at = next[columns[i]]++;
                turnedColumns[at] = row;
                turnedWeights[at] = weights[i];
            }
        }

        return new(0, Rows, turnedStarts, turnedColumns, turnedWeights);
    }
}

/// <summary>One row of a <see cref="ListeningMatrix"/>: columns ascending, and the weight of each.</summary>
public readonly ref struct ListeningRow(ReadOnlySpan<int> columns, ReadOnlySpan<float> weights)
{
    /// <summary>Columns that have a weight, ascending.</summary>
    public ReadOnlySpan<int> Columns { get; } = columns;

    /// <summary>The weights, none of them 0; negative ones are skips.</summary>
    public ReadOnlySpan<float> Weights { get; } = weights;

    /// <summary>Number of columns that have a weight.</summary>
    public int Count => Columns.Length;

    /// <summary>The row as a history that a recommender takes.</summary>
    public Evidence[] ToHistory()
    {
        var history = new Evidence[Count];
        for (var i = 0; i < history.Length; i++) history[i] = new(Columns[i], Weights[i]);
        return history;
    }
}
