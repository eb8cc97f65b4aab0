namespace Curation.Core.Auditing.Figures;

/// <summary>Calibrated recommendations (Steck 2018): how far the mix of genres on a list is from the mix in a listener's history, C = sum of p log2(p / q~) with q~ = 0.99 q + 0.01 p. 0 is perfectly calibrated.</summary>
internal static class Calibration
{
    /// <summary>How much of the history is mixed into the list, so that a genre that is missing does not make the divergence infinite.</summary>
    public const double Smoothing = 0.01;

    /// <summary>One genre's part of the divergence.</summary>
    public static double Part(double history, double list) =>
        history <= 0 ? 0 : history * Math.Log2(history / (((1 - Smoothing) * list) + (Smoothing * history)));
}
