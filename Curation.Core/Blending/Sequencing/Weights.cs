namespace Curation.Core.Blending.Sequencing;

/// <summary>How much the parts of an order weigh against each other. The unit is the difference between the best and the worst transition.</summary>
internal static class Weights
{
    /// <summary>A broken hard rule outweighs everything else together.</summary>
    public const double Hard = 10_000;

    /// <summary>A broken soft rule is worth three bad transitions, half of that where it is nearly kept.</summary>
    public const double Soft = 3;

    /// <summary>Energy off the target by the whole scale at one place.</summary>
    public const double Curve = 3;

    /// <summary>The worst transition.</summary>
    public const double Transition = 1;

    /// <summary>What breaking a rule costs, from 0 (just broken) to 1 (wholly ignored).</summary>
    public static double Of(bool hard, double share) => (hard ? Hard : Soft) * (0.5 + (0.5 * Math.Clamp(share, 0, 1)));
}
