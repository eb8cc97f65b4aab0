namespace Curation.Core.Listening;

/// <summary>Gathers (row, column, weight) triples in any order and sorts them into a <see cref="ListeningMatrix"/>. Twelve bytes a triple, and eight more while sorting.</summary>
public sealed class ListeningMatrixBuilder
{
    private const int PartLength = 1 << 16;

    private readonly List<(int Row, int Column, float Weight)[]> parts = [];

    /// <summary>A builder that expects about <paramref name="capacity"/> triples.</summary>
    public ListeningMatrixBuilder(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        parts.Add(new (int, int, float)[Math.Clamp(capacity, 16, PartLength)]);
    }

    /// <summary>Triples taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a triple. Triples of the same row and column add up; a negative weight is so many skips, and what adds up to 0 is no evidence and is dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative row or column, or a weight that is not a finite number.</exception>
    public void Add(int row, int column, float weight)
    {
        CountedMatrixBuilder.MustMakeSense(row, column, weight);
        if (weight == 0) return;
        if (Count == Array.MaxLength) throw new InvalidOperationException($"More than {Count} weights do not fit into one matrix.");
        var (part, at) = Math.DivRem(Count, PartLength);
        if (part == parts.Count) parts.Add(new (int, int, float)[PartLength]);
        if (at == parts[part].Length) Grow();
        parts[part][at] = (row, column, weight);
        Count++;
    }

    /// <summary>The matrix of all triples so far. The builder can go on afterwards.</summary>
    /// <exception cref="ArgumentException">A triple lies outside these sizes, or the weights of a pair add up to more than a float holds.</exception>
    public ListeningMatrix Build(int listeners, int lists, int tracks)
    {
        var sorted = new CountedMatrixBuilder();
        ForEach(sorted.Count);
        ForEach(sorted.Place);
        return sorted.Build(listeners, lists, tracks);
    }

    private void ForEach(Action<int, int, float> take)
    {
        var left = Count;
        foreach (var part in parts)
        {
            foreach (var (row, column, weight) in part.AsSpan(0, Math.Min(left, part.Length))) take(row, column, weight);
            left -= Math.Min(left, part.Length);
        }
    }

    private void Grow()
    {
        var small = parts[^1];
        Array.Resize(ref small, Math.Min(PartLength, small.Length * 2));
        parts[^1] = small;
    }
}
