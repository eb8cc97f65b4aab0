using System.Collections.Immutable;

namespace Curation.Core.Playlists;

/// <summary>Runs through points: straight between them, or as a monotone cubic that never overshoots (Fritsch, Carlson 1980).</summary>
internal static class DrawnCurve
{
    public static double At(ImmutableArray<CurvePoint> points, double place, bool smooth)
    {
        if (points.IsDefaultOrEmpty) return 0.5;
        if (place <= points[0].At) return points[0].Energy;
        if (place >= points[^1].At) return points[^1].Energy;
        var i = 0;
        while (points[i + 1].At < place) i++;
        var width = points[i + 1].At - points[i].At;
        var share = (place - points[i].At) / width;
        if (!smooth) return points[i].Energy + (share * (points[i + 1].Energy - points[i].Energy));
        return Hermite(points[i].Energy, points[i + 1].Energy, width * Slope(points, i), width * Slope(points, i + 1), share);
    }

    /// <summary>The slope at a point: none at a turn, else the weighted harmonic mean of the slopes beside it (Fritsch, Butland 1984).</summary>
    private static double Slope(ImmutableArray<CurvePoint> points, int i)
    {
        if (i == 0) return Secant(points, 0);
        if (i == points.Length - 1) return Secant(points, i - 1);
        double before = Secant(points, i - 1), after = Secant(points, i);
        if (before * after <= 0) return 0;
        double left = points[i].At - points[i - 1].At, right = points[i + 1].At - points[i].At;
        double one = (2 * right) + left, other = right + (2 * left);
        return (one + other) / ((one / before) + (other / after));
    }

    private static double Secant(ImmutableArray<CurvePoint> points, int i) => (points[i + 1].Energy - points[i].Energy) / (points[i + 1].At - points[i].At);

    private static double Hermite(double from, double to, double leaving, double arriving, double s) =>
        ((1 + (2 * s)) * (1 - s) * (1 - s) * from) + (s * (1 - s) * (1 - s) * leaving) + (s * s * (3 - (2 * s)) * to) + (s * s * (s - 1) * arriving);
}
