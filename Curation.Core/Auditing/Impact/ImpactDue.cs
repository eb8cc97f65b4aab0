using System.Globalization;

namespace Curation.Core.Auditing.Impact;

/// <summary>When an impact assessment has to be run again.</summary>
public static class ImpactDue
{
    /// <summary>How long a signed assessment holds where nothing changes.</summary>
    public const int Years = 1;

    /// <summary>Why it is due now, in words; empty where it is not.</summary>
    /// <param name="signed">The newest signed version, or null where none was ever signed.</param>
    /// <param name="ground">What is in force now.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<string> Because(ImpactVersion? signed, ImpactGround ground, DateTimeOffset now)
    {
        if (signed is null) return ["It was never assessed."];
        var reasons = new List<string>(3);
        if (signed.ClosedAt is { } at && at.AddYears(Years) <= now) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"It was signed on {at:d MMMM yyyy}, a year ago or more."));
        if (signed.ModelHash != ground.ModelHash) reasons.Add("Another model is in use since.");
        if (signed.RecipeHash != ground.RecipeHash) reasons.Add("The recipe is another one since.");
        return reasons;
    }
}
