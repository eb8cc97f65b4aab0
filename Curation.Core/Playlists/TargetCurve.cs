using System.Collections.Immutable;

namespace Curation.Core.Playlists;

/// <summary>How a target for the energy runs. The numbers are stored in drafts and never change.</summary>
public enum CurveShape
{
    /// <summary>Through points set by hand.</summary>
    Drawn = 0,

    /// <summary>Evenly from the first value to the second; down, where the second is lower.</summary>
    Rise = 1,

    /// <summary>From the first value to the second at the turn, and back.</summary>
    Arc = 2,

    /// <summary>From the first value to the second, which it holds, and back.</summary>
    Plateau = 3,

    /// <summary>Between the two values and back, so many times.</summary>
    Wave = 4,
}

/// <summary>A point of a drawn curve.</summary>
/// <param name="At">Place in the list, 0 (first) to 1 (last).</param>
/// <param name="Energy">0 to 1.</param>
public readonly record struct CurvePoint(double At, double Energy);

/// <summary>The energy that an order aims at, for a list of any length.</summary>
public sealed record TargetCurve
{
    /// <summary>Most points of a drawn curve.</summary>
    public const int MostPoints = 12;

    /// <summary>How it runs.</summary>
    public CurveShape Shape { get; init; } = CurveShape.Arc;

    /// <summary>The value it starts from. Default 0.35, from 0 to 1.</summary>
    public double From { get; init; } = 0.35;

    /// <summary>The value it goes to. Default 0.8, from 0 to 1.</summary>
    public double To { get; init; } = 0.8;

    /// <summary>Where an arc turns, or how much of the list a plateau holds. Default 0.65, from 0.05 to 0.95.</summary>
    public double Turn { get; init; } = 0.65;

    /// <summary>How many times a wave rises. Default 3, from 1 to 12.</summary>
    public int Waves { get; init; } = 3;

    /// <summary>Points of a drawn curve from first to last.</summary>
    public ImmutableArray<CurvePoint> Points { get; init; } = [];

    /// <summary>Whether a drawn curve is rounded without overshooting (Fritsch, Carlson 1980) instead of straight between its points.</summary>
    public bool Smooth { get; init; } = true;

    /// <summary>The target at a place from 0 (first) to 1 (last).</summary>
    public double At(double place) => Shape switch
    {
        CurveShape.Drawn => DrawnCurve.At(Points, place, Smooth),
        CurveShape.Rise => Between(place),
        CurveShape.Arc => Between(Ease(place <= Turn ? place / Turn : (1 - place) / (1 - Turn))),
        CurveShape.Plateau => Between(Ease(Math.Min(1, Math.Min(place, 1 - place) / Math.Max(1e-9, (1 - Turn) / 2)))),
        _ => Between(0.5 - (0.5 * Math.Cos(2 * Math.PI * Waves * place))),
    };

    /// <summary>The target at each of <paramref name="positions"/> positions.</summary>
    public double[] Over(int positions)
    {
        var targets = new double[positions];
        for (var i = 0; i < positions; i++) targets[i] = At(positions == 1 ? 0 : i / (positions - 1.0));
        return targets;
    }

    /// <summary>The same course through as many points as asked, to go on drawing from.</summary>
    public TargetCurve AsDrawn(int points) =>
        this with { Shape = CurveShape.Drawn, Points = [.. Enumerable.Range(0, points).Select(i => i / (points - 1.0)).Select(at => new CurvePoint(at, Math.Round(At(at), 2)))] };

    /// <inheritdoc/>
    public bool Equals(TargetCurve? other) =>
        other is not null && Shape == other.Shape && From.Equals(other.From) && To.Equals(other.To) && Turn.Equals(other.Turn) && Waves == other.Waves
        && Smooth == other.Smooth && Points.AsSpan().SequenceEqual(other.Points.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shape, From, To, Turn, Waves, Points.Length);

    internal void Checked()
    {
        var points = Points.IsDefault ? [] : Points;
        var inside = Share(From) && Share(To) && Turn is >= 0.05 and <= 0.95 && Waves is >= 1 and <= 12 && points.All(point => Share(point.At) && Share(point.Energy));
        var ordered = Shape != CurveShape.Drawn || (points.Length is >= 2 and <= MostPoints && points.Zip(points.Skip(1)).All(pair => pair.First.At < pair.Second.At));
        if (!inside || !ordered) throw new RefusedException($"A target curve lies between 0 and 1 and has from 2 to {MostPoints} points in order. The old curve was kept.");
    }

    private static bool Share(double value) => value is >= 0 and <= 1;

    private static double Ease(double share) => 0.5 - (0.5 * Math.Cos(Math.PI * share));

    private double Between(double share) => From + ((To - From) * share);
}
