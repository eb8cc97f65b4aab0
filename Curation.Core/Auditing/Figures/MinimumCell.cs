namespace Curation.Core.Auditing.Figures;

/// <summary>Keeps figures of few listeners or few tracks from leaving the house.</summary>
public static class MinimumCell
{
    /// <summary>The fewest listeners or tracks that a figure may rest on by default.</summary>
    public const int Default = 10;

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
        return Hides(figure, least) ? new Figure(figure.Key, null, null, null, 0, null) : figure;
    }
}
