namespace Curation.Core.Listening;

/// <summary>Gathers (row, column, weight) triples in any order and sorts them into a <see cref="ListeningMatrix"/>. Twelve bytes a triple.</summary>
public sealed class ListeningMatrixBuilder
{
    private int[] rows;
    private int[] columns;
    private float[] weights;

    /// <summary>A builder that expects about <paramref name="capacity"/> triples.</summary>
    public ListeningMatrixBuilder(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        rows = new int[capacity];
        columns = new int[capacity];
        weights = new float[capacity];
    }

    /// <summary>Triples taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a triple. Triples of the same row and column add up; a weight of 0 is no evidence and is dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative row or column, or a weight that is negative or not a finite number.</exception>
    public void Add(int row, int column, float weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        if (!float.IsFinite(weight) || weight < 0)
            throw new ArgumentOutOfRangeException(nameof(weight), weight, $"The weight of row {row}, column {column} must be a finite number of 0 or more.");
        if (weight == 0) return;
        if (Count == rows.Length) Grow();
        (rows[Count], columns[Count], weights[Count]) = (row, column, weight);
        Count++;
    }

    /// <summary>The matrix of all triples so far. The builder can go on afterwards.</summary>
    /// <exception cref="ArgumentException">A triple lies outside these sizes, or the weights of a pair add up to more than a float holds.</exception>
    public ListeningMatrix Build(int listeners, int lists, int tracks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(listeners);
        ArgumentOutOfRangeException.ThrowIfNegative(lists);
        ArgumentOutOfRangeException.ThrowIfNegative(tracks);
        var rowCount = checked(listeners + lists);
        var byColumn = Order(columns, null, Starts(columns, tracks, "column"));
        var starts = Starts(rows, rowCount, "row");
        var byBoth = Order(rows, byColumn, (int[])starts.Clone());
        return Merge(listeners, tracks, starts, byBoth);
    }

    /// <summary>First position of each key, counted.</summary>
    private int[] Starts(int[] keys, int keyCount, string what)
    {
        var starts = new int[keyCount + 1];
        for (var i = 0; i < Count; i++)
        {
            if (keys[i] >= keyCount) throw new ArgumentException($"A weight stands in {what} {keys[i]}, but there are only {keyCount}.");
            starts[keys[i] + 1]++;
        }

        for (var key = 0; key < keyCount; key++) starts[key + 1] += starts[key];
        return starts;
    }

    /// <summary>One stable pass of counting sort over positions; <paramref name="next"/> is used up.</summary>
    private int[] Order(int[] keys, int[]? positions, int[] next)
    {
        var ordered = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            var position = positions is null ? i : positions[i];
            ordered[next[keys[position]]++] = position;
        }

        return ordered;
    }

    private ListeningMatrix Merge(int listeners, int tracks, int[] starts, int[] order)
    {
        var mergedStarts = new int[starts.Length];
        var mergedColumns = new int[Count];
        var mergedWeights = new float[Count];
        var end = 0;
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            var first = end;
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                var (column, weight) = (columns[order[i]], weights[order[i]]);
                if (end == first || mergedColumns[end - 1] != column) (mergedColumns[end], mergedWeights[end++]) = (column, weight);
                else if (float.IsInfinity(mergedWeights[end - 1] += weight))
                    throw new ArgumentException($"The weights of row {row}, column {column} add up to more than can be held.");
            }

            mergedStarts[row + 1] = end;
        }

        Array.Resize(ref mergedColumns, end);
        Array.Resize(ref mergedWeights, end);
        return new(listeners, tracks, mergedStarts, mergedColumns, mergedWeights);
    }

    private void Grow()
    {
        var capacity = (int)Math.Min(Array.MaxLength, Math.Max(1024L, rows.Length * 2L));
        if (capacity == rows.Length) throw new InvalidOperationException($"More than {capacity} weights do not fit into one matrix.");
        Array.Resize(ref rows, capacity);
        Array.Resize(ref columns, capacity);
        Array.Resize(ref weights, capacity);
    }
}
