using Curation.Core.Catalog.Columns;
using Curation.Core.Playlists.Rules;

namespace Curation.Web.Playlists.Rules;

/// <summary>A kind of condition to choose from, with the condition it starts as.</summary>
/// <param name="Key">Names it in the page.</param>
/// <param name="Label">What an editor reads.</param>
/// <param name="Start">The condition before anything is chosen.</param>
public sealed record ConditionKind(string Key, string Label, Rule Start)
{
    /// <summary>All kinds, in the order to show them.</summary>
    public static IReadOnlyList<ConditionKind> All { get; } =
    [
        Is(Category.Genre, "Genre"), Is(Category.Artist, "Artist"), Is(Category.Tag, "Tag"), Between(Measure.Year, "Year"), new("released", "Released within", new Rule.ReleasedWithin(12)),
        Between(Measure.Tempo, "Tempo"), Between(Measure.Energy, "Energy"), Between(Measure.Valence, "Valence"), Between(Measure.Length, "Length in minutes"),
        Is(Category.Key, "Key"), new("goes", "Key goes with", new Rule.KeyFits("8A")), new("is-Explicit", "Explicit", new Rule.IsOneOf(Category.Explicit, ["no"])), Is(Category.Language, "Language"),
        Is(Category.Country, "Country"), Is(Category.Tier, "Popularity"), Between(Measure.Plays, "Plays percentile"), new("rested", "Not used for", new Rule.NotUsedFor(8)), new("text", "Title or artist", new Rule.HasText("")),
    ];

    /// <summary>The kind of a condition.</summary>
    public static ConditionKind Of(Rule rule) => All.First(kind => kind.Key == KeyOf(rule));

    private static string KeyOf(Rule rule) => rule switch
    {
        Rule.IsOneOf one => $"is-{one.Category}",
        Rule.IsBetween between => $"between-{between.Measure}",
        Rule.ReleasedWithin => "released",
        Rule.KeyFits => "goes",
        Rule.NotUsedFor => "rested",
        _ => "text",
    };

    private static ConditionKind Is(Category category, string label) => new($"is-{category}", label, new Rule.IsOneOf(category, []));

    private static ConditionKind Between(Measure measure, string label) => new($"between-{measure}", label, new Rule.IsBetween(measure, null, null));
}
