using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Policies;

/// <summary>The policy of a new workbench, there to be changed.</summary>
public static class StartingPolicy
{
    /// <summary>Why it is there.</summary>
    public const string Why = "The policy that a new workbench starts with. Change it to what you answer for.";

    /// <summary>What it says.</summary>
    public static PolicyRules Rules { get; } = new PolicyRules
    {
        Thresholds =
        [
            new(new MeasureKey(Measures.ExplicitReach), Side.Above, null, 0) { MustBeMeasured = true, Why = "Who excludes explicit tracks gets none." },
            new(new MeasureKey(Measures.Amplification, "gender", KeyPattern.Any, Baselines.Catalogue), Side.Below, -1, null) { Why = "No gender is shown less than half as often as the catalogue holds it." },
            new(new MeasureKey(Measures.Ndkl, "gender", "", Baselines.Catalogue), Side.Above, 0.3, null) { Why = "The order does not push one gender down the list." },
            new(new MeasureKey(Measures.FitGap, KeyPattern.Any), Side.Above, 0.15, null) { FromCount = 10, Why = "No group of listeners is served much worse than everybody." },
            new(new MeasureKey(Measures.Calibration), Side.Above, 1.5, null) { Why = "Lists stay near what their listeners like." },
        ],
        Checklist =
        [
            "Title, need and notes say what listeners get.",
            "Every warning was looked at, with the tracks behind it.",
            "The lists of a newcomer, a fan and an outsider were read.",
            "Nobody close to me gains from this playlist.",
        ],
    }.Checked();
}
