namespace Curation.Core.Auditing.Figures;

/// <summary>Shares of the attention that a list's places give.</summary>
public static class Exposure
{
    /// <summary>Sum of the weights of a group's places over the sum of all weights; null for an empty list.</summary>
    /// <param name="inGroup">How much of each place is the group's, 0 to 1: a track by two artists of whom one is of the group gives it 0.5.</param>
    /// <param name="weight">What a place weighs.</param>
    public static double? Share(ReadOnlySpan<double> inGroup, PositionWeight weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        double sum = 0, all = 0;
        for (var place = 0; place < inGroup.Length; place++)
        {
            sum += weight.At(place) * inGroup[place];
            all += weight.At(place);
        }

        return all > 0 ? sum / all : null;
    }

    /// <summary>log2(share / baseline): 1 where a group gets twice what the baseline gives it. Null where either is not known or is 0.</summary>
    public static double? Amplification(double? share, double? baseline) => share > 0 && baseline > 0 ? Math.Log2(share.Value / baseline.Value) : null;
}
