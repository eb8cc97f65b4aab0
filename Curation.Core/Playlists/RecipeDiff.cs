using System.Globalization;

namespace Curation.Core.Playlists;

/// <summary>Says which values of a recipe are different, as an editor reads them.</summary>
internal static class RecipeDiff
{
    public static IEnumerable<ValueChange> Between(Blend before, Blend after) =>
        Values(before).Zip(Values(after), (one, other) => new ValueChange(one.What, one.Value, other.Value)).Where(change => change.Before != change.After);

    private static IEnumerable<(string What, string Value)> Values(Blend blend) =>
    [
        ("tracks in a list", Say(blend.Size)),
        ("editorial weight", Percent(blend.EditorialWeight)),
        ("discovery share", Percent(blend.DiscoveryShare)),
        ("artist separation", Say(blend.ArtistSeparation)),
        ("separation", blend.SeparationIsHard ? "hard" : "soft"),
        ("explicit tracks", blend.AllowExplicit ? "allowed" : "left out"),
        ("calibration", blend.Calibration is { } weight and > 0 ? Percent(weight) : "none"),
        ("exposure goal", blend.Exposure is { } goal ? RecipeWords.Of(goal) : "none"),
        ("seed of ties", Say(blend.Seed)),
    ];

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
