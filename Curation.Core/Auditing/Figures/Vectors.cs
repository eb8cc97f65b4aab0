namespace Curation.Core.Auditing.Figures;

/// <summary>Lengths in double precision.</summary>
internal static class Vectors
{
    public static double Length(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var value in vector) sum += (double)value * value;
        return Math.Sqrt(sum);
    }

    public static double Length(ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        foreach (var value in vector) sum += value * value;
        return Math.Sqrt(sum);
    }
}
