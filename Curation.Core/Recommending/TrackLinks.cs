namespace Curation.Core.Recommending;

/// <summary>What each track says for others: of every row the rows it leads to, and how strongly. Immutable.</summary>
internal sealed class TrackLinks(int[] starts, int[] rows, float[] strengths)
{
    /// <summary>First position of each row, and the end of the last.</summary>
    public int[] Starts => starts;

    /// <summary>Rows led to, of all rows one after the other.</summary>
    public int[] Rows => rows;

    /// <summary>The strength of each.</summary>
    public float[] Strengths => strengths;

    /// <summary>Joins the lists of all rows.</summary>
    public static TrackLinks Join((int[] Rows, float[] Strengths)[] lists)
    {
        var starts = new int[lists.Length + 1];
        for (var i = 0; i < lists.Length; i++) starts[i + 1] = checked(starts[i] + lists[i].Rows.Length);
        var rows = new int[starts[^1]];
        var strengths = new float[starts[^1]];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i].Rows.CopyTo(rows, starts[i]);
            lists[i].Strengths.CopyTo(strengths, starts[i]);
        }

        return new(starts, rows, strengths);
    }

    /// <summary>Where a row leads to.</summary>
    public ReadOnlySpan<int> RowsOf(int row) => rows.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>How strongly a row leads to each of <see cref="RowsOf"/>.</summary>
    public ReadOnlySpan<float> StrengthsOf(int row) => strengths.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The links of a row, in the order in which they are kept.</summary>
    public Scored[] Of(int row)
    {
        var links = new Scored[starts[row + 1] - starts[row]];
        for (var i = 0; i < links.Length; i++) links[i] = new(rows[starts[row] + i], strengths[starts[row] + i]);
        return links;
    }
}
