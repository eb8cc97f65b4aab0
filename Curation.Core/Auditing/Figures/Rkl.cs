namespace Curation.Core.Auditing.Figures;

/// <summary>
/// rKL of one group against all others (Yang and Stoyanovich 2017, "Measuring fairness in ranked outputs"): the divergence of the group's share in the first 10, 20, 30 ... places from its share in all candidates,
/// discounted by log2 of the place, over the largest value that any order of the candidates could have, which is that of the group wholly first or wholly last. 0 is the mix of the candidates everywhere, 1 the furthest from it; not defined below ten places, and where all candidates or none are of the group.
/// </summary>
internal static class Rkl
{
    /// <summary>Places between two cut-offs.</summary>
    public const int Step = 10;
}

/// <summary>The largest sum that a list of one length could reach, by how many of the group there are to place.</summary>
internal readonly struct RklScale(int length, double members, double candidates)
{
    /// <summary>The larger of group first and group last. A list that has more of one kind than the candidates are said to have raises the bound by what it has.</summary>
    public double Ceiling(double found)
    {
        var (most, least) = (Math.Max(members, found), Math.Max(candidates - members, length - found));
        double first = 0, last = 0;
        for (var place = Rkl.Step; place <= length; place += Rkl.Step)
        {
            first += At(Math.Min(place, most), place, members / candidates);
            last += At(Math.Max(0, place - least), place, members / candidates);
        }

        return Math.Max(first, last);
    }

    /// <summary>The discounted divergence at one cut-off.</summary>
    public static double At(double found, int place, double share)
    {
        var here = Math.Clamp(found / place, 0, 1);
        return (Part(here, share) + Part(1 - here, 1 - share)) / Math.Log2(place);
    }

    private static double Part(double here, double there) => here <= 0 ? 0 : here * Math.Log(here / there);
}
