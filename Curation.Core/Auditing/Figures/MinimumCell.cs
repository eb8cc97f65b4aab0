namespace Curation.Core.Auditing.Figures;

/// <summary>Keeps figures of few listeners or few tracks from leaving the house.</summary>
public static class MinimumCell
{
    /// <summary>The fewest listeners or tracks that anything told outside may rest on, where nothing else is said.</summary>
    public const int Default = 10;

    /// <summary>The least to which that can be set. With three in a cell two who know each other tell the third, and with four one more friend does; five is the lowest threshold in wide use for tables of counts (Hundepool et al. 2012, "Statistical Disclosure Control").</summary>
    public const int Least = 5;

    /// <summary>Whether a figure rests on fewer than <paramref name="least"/>.</summary>
    public static bool Hides(Figure figure, int least = Default)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Count < least;
    }

    /// <summary>The figure as it may leave the house: with its name and nothing else where it rests on too few.</summary>
    public static Figure Suppressed(Figure figure, int least = Default)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Hides(figure, least) ? Bare(figure) : figure;
    }

    /// <summary>A figure with its name and nothing else.</summary>
    internal static Figure Bare(Figure figure) => new(figure.Key, null, null, null, 0, null);
}
