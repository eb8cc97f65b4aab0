namespace Curation.Core.Auditing.Assessing;

/// <summary>How one figure follows from the columns' sums.</summary>
/// <param name="Sum">Column above the line.</param>
/// <param name="Whole">Column below it.</param>
internal readonly record struct Estimate(int Sum, int Whole)
{
    private enum Kind
    {
        Quotient,
        Gain,
        Shortfall,
        Total,
    }

    private Kind What { get; init; }

    private int OtherSum { get; init; }

    private int OtherWhole { get; init; }

    /// <summary>What the value is measured against where that is a number; not a number where it is a quotient of columns itself.</summary>
    private double Fixed { get; init; }

    /// <summary>Whether the figure is a sum over all listeners.</summary>
    public bool IsTotal => What == Kind.Total;

    /// <summary>A mean or a share.</summary>
    public static Estimate Of(MeanColumns mean) => new(mean.Sum, mean.Count);

    /// <summary>The sum of a column.</summary>
    public static Estimate TotalOf(int column) => new(column, column) { What = Kind.Total };

    /// <summary>log2 of the share over a number.</summary>
    public Estimate GainOver(double share) => this with { What = Kind.Gain, Fixed = share };

    /// <summary>log2 of the share over another.</summary>
    public Estimate GainOver(Estimate other) => this with { What = Kind.Gain, Fixed = double.NaN, OtherSum = other.Sum, OtherWhole = other.Whole };

    /// <summary>How far this lies below another.</summary>
    public Estimate Below(Estimate other) => this with { What = Kind.Shortfall, OtherSum = other.Sum, OtherWhole = other.Whole };

    /// <summary>The value, or not a number where it is not defined.</summary>
    public double At(ReadOnlySpan<double> sums)
    {
        var own = What == Kind.Total ? sums[Sum] : Quotient(sums, Sum, Whole);
        switch (What)
        {
            case Kind.Total:
            case Kind.Quotient:
                return own;
            case Kind.Shortfall:
                return Quotient(sums, OtherSum, OtherWhole) - own;
            default:
                var other = double.IsNaN(Fixed) ? Quotient(sums, OtherSum, OtherWhole) : Fixed;
                return own > 0 && other > 0 ? Math.Log2(own / other) : double.NaN;
        }
    }

    private static double Quotient(ReadOnlySpan<double> sums, int sum, int whole) => sums[whole] > 0 ? sums[sum] / sums[whole] : double.NaN;
}
