using System.Numerics;

namespace Curation.Core.Catalog.Columns;

/// <summary>Some rows of a table of columns, one bit a row.</summary>
public sealed class RowSet
{
    private readonly ulong[] bits;

    /// <summary>No rows of a table of so many.</summary>
    public RowSet(int rows)
    {
        Rows = rows;
        bits = new ulong[(rows + 63) / 64];
    }

    /// <summary>Number of rows of the table.</summary>
    public int Rows { get; }

    /// <summary>Number of rows in the set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in bits) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Whether a row is in the set.</summary>
    public bool this[int row] => (bits[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>Every row.</summary>
    public static RowSet All(int rows) => new RowSet(rows).Without();

    /// <summary>These rows; what is below 0 is left out.</summary>
    public static RowSet Of(int rows, IEnumerable<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var set = new RowSet(rows);
        foreach (var row in chosen)
        {
            if (row >= 0) set.Add(row);
        }

        return set;
    }

    /// <summary>The rows for which the test holds.</summary>
    public static RowSet Where(int rows, Func<int, bool> holds)
    {
        var set = new RowSet(rows);
        for (var row = 0; row < rows; row++)
        {
            if (holds(row)) set.Add(row);
        }

        return set;
    }

    /// <summary>Puts a row in; only while the set is being made.</summary>
    public void Add(int row) => bits[row >> 6] |= 1UL << (row & 63);

    /// <summary>Rows of both.</summary>
    public RowSet And(RowSet other) => Combined(other, (one, two) => one & two);

    /// <summary>Rows of either.</summary>
    public RowSet Or(RowSet other) => Combined(other, (one, two) => one | two);

    /// <summary>The rows that are not in the set.</summary>
    public RowSet Without()
    {
        var rest = new RowSet(Rows);
        for (var i = 0; i < bits.Length; i++) rest.bits[i] = ~bits[i];
        if ((Rows & 63) != 0) rest.bits[^1] &= (1UL << (Rows & 63)) - 1;
        return rest;
    }

    /// <summary>The rows, ascending.</summary>
    public IEnumerable<int> Each()
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1) yield return (i << 6) + BitOperations.TrailingZeroCount(word);
        }
    }

    private RowSet Combined(RowSet other, Func<ulong, ulong, ulong> combine)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Rows != Rows) throw new ArgumentException("The sets are of different tables.", nameof(other));
        var both = new RowSet(Rows);
        for (var i = 0; i < bits.Length; i++) both.bits[i] = combine(bits[i], other.bits[i]);
        return both;
    }
}
