namespace Curation.Core.Listening;

/// <summary>Sorts triples from a source that can be read twice into a <see cref="ListeningMatrix"/>: every triple is counted, then, in any order, placed. Eight bytes a triple and no more.</summary>
public sealed class CountedMatrixBuilder
{
    private int[] starts = new int[1];
    private int[] columns = [];
    private float[] weights = [];
    private long counted;
    private int placed;
    private bool placing;

    /// <summary>First reading: notes that a triple will come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative row or column, or a weight that is not a finite number.</exception>
    public void Count(int row, int column, float weight)
    {
        if (placing) throw new InvalidOperationException("Triples are counted before the first of them is placed.");
        MustMakeSense(row, column, weight);
        if (weight == 0) return;
        if (row + 1 >= starts.Length) Array.Resize(ref starts, (int)Math.Min(Array.MaxLength, Math.Max(row + 2L, starts.Length * 2L)));
        starts[row + 1]++;
        counted++;
    }

    /// <summary>Second reading: takes a triple. Triples of the same row and column add up; a negative weight is so many skips, and what adds up to 0 is no evidence and is dropped.</summary>
    public void Place(int row, int column, float weight)
    {
        MustMakeSense(row, column, weight);
        if (weight == 0) return;
        if (!placing) BeginPlacing();
        if (placed == counted) throw new InvalidOperationException("The second reading brings more triples than the first.");
        var at = starts[row]++;
        (columns[at], weights[at]) = (column, weight);
        placed++;
    }

    /// <summary>The matrix; the builder is used up.</summary>
    /// <exception cref="ArgumentException">A triple lies outside these sizes, or the weights of a pair add up to more than a float holds.</exception>
    public ListeningMatrix Build(int listeners, int lists, int tracks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(listeners);
        ArgumentOutOfRangeException.ThrowIfNegative(lists);
        ArgumentOutOfRangeException.ThrowIfNegative(tracks);
        if (!placing) BeginPlacing();
        if (placed != counted) throw new InvalidOperationException($"{counted} triples were counted, {placed} were placed.");
        var rows = checked(listeners + lists);
        for (var row = starts.Length - 1; row >= rows; row--)
            if (EndOf(row) > StartOf(row)) throw new ArgumentException($"A weight stands in row {row}, but there are only {rows}.");
        var ends = new int[rows + 1];
        var end = 0;
        for (var row = 0; row < rows; row++)
        {
            end = Merge(row, StartOf(row), EndOf(row), end, tracks);
            ends[row + 1] = end;
        }

        if (end < columns.Length - (columns.Length / 8)) (columns, weights) = (columns[..end], weights[..end]);
        return new(listeners, tracks, ends, columns, weights);
    }

    internal static void MustMakeSense(int row, int column, float weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        if (!float.IsFinite(weight)) throw new ArgumentOutOfRangeException(nameof(weight), weight, $"The weight of row {row}, column {column} must be a finite number.");
    }

    /// <summary>Where a row ends once all is placed: its start has moved there.</summary>
    private int EndOf(int row) => row < starts.Length ? starts[row] : placed;

    private int StartOf(int row) => row == 0 ? 0 : EndOf(row - 1);

    private void BeginPlacing()
    {
        if (counted > Array.MaxLength) throw new InvalidOperationException($"{counted} weights do not fit into one matrix; {Array.MaxLength} do.");
        placing = true;
        for (var row = 1; row < starts.Length; row++) starts[row] += starts[row - 1];
        columns = new int[counted];
        weights = new float[counted];
    }

    /// <summary>Sorts one row and moves it to <paramref name="end"/>, equal columns added; returns the new end.</summary>
    private int Merge(int row, int first, int last, int end, int tracks)
    {
        var length = last - first;
        columns.AsSpan(first, length).Sort(weights.AsSpan(first, length));
        if (length > 0 && columns[last - 1] >= tracks) throw new ArgumentException($"A weight stands in column {columns[last - 1]}, but there are only {tracks}.");
        for (var i = first; i < last;)
        {
            var (column, sum) = (columns[i], 0.0);
            for (; i < last && columns[i] == column; i++) sum += weights[i];
            if (float.IsInfinity((float)sum)) throw new ArgumentException($"The weights of row {row}, column {column} add up to more than can be held.");
            if ((float)sum != 0) (columns[end], weights[end++]) = (column, (float)sum);
        }

        return end;
    }
}
