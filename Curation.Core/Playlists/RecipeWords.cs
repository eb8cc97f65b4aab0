using System.Globalization;

namespace Curation.Core.Playlists;

/// <summary>Says parts of a recipe as people read them.</summary>
public static class RecipeWords
{
    /// <summary>An exposure goal, for instance "gender: female at least 40 %, in every prefix".</summary>
    public static string Of(ExposureGoal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var shares = string.Join(", ", goal.Shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Group} at least {share.Share * 100:0.##} %")));
        return $"{goal.Dimension}: {(shares.Length == 0 ? "no least shares" : shares)}, {Of(goal.Method)}";
    }

    /// <summary>A way to keep places.</summary>
    public static string Of(ExposureMethod method) => method switch
    {
        ExposureMethod.Prefixes => "in every prefix",
        ExposureMethod.FairDraw => "as a fair draw would have",
        _ => "over all listeners",
    };
}
