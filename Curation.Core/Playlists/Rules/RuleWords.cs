using System.Globalization;
using Curation.Core.Catalog.Columns;

namespace Curation.Core.Playlists.Rules;

/// <summary>Says a rule as a sentence: "genre is Ambient or Downtempo and year from 2015 and not explicit".</summary>
public static class RuleWords
{
    /// <summary>The rule in words, without a full stop.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="name">Says the name of a value, for instance of a genre's id; it is not asked for the unknown.</param>
    public static string Say(Rule rule, Func<Category, string, string> name) => rule switch
    {
        Rule.Group { Rules.IsEmpty: true } => "every track",
        Rule.Group group => Together(group, name, outer: true),
        Rule.IsOneOf { Values.IsEmpty: true } one => $"any {Noun(one.Category)}",
        Rule.IsOneOf { Category: Category.Explicit } one when one.Values is [var said] => (said == "yes") != one.Not ? "explicit" : "not explicit",
        Rule.IsOneOf one => $"{Noun(one.Category)} is {(one.Not ? "not " : "")}{Listed(one.Values.Select(value => value.Length == 0 ? "unknown" : name(one.Category, value)), " or ")}",
        Rule.IsBetween between => Range(between) + (between is { OrUnknown: true, From: null, To: null } ? " is unknown" : between.OrUnknown ? " or unknown" : ""),
        Rule.KeyFits fits => $"key goes with {fits.Key}",
        Rule.ReleasedWithin within => $"released in the last {Counted(within.Months, "month")}",
        Rule.NotUsedFor rested => $"not used in the last {Counted(rested.Weeks, "week")}",
        Rule.HasText text => $"title or artist has {(text.Not ? "not " : "")}\u201c{text.Text}\u201d",
        _ => "",
    };

    /// <summary>What a category is called within a sentence.</summary>
    public static string Noun(Category category) => category switch { Category.Tier => "popularity", Category.Country => "country", _ => category.ToString().ToLowerInvariant() };

    /// <summary>What a measure is called within a sentence.</summary>
    public static string Noun(Measure measure) => measure switch { Measure.Plays => "plays percentile", _ => measure.ToString().ToLowerInvariant() };

    private static string Together(Rule.Group group, Func<Category, string, string> name, bool outer)
    {
        var parts = group.Rules.Select(part => part is Rule.Group { Rules.IsEmpty: false } inner ? Together(inner, name, outer: false) : Say(part, name)).ToList();
        var joined = Listed(parts, group.Match == Match.All ? " and " : " or ");
        if (group.Match == Match.None) return parts.Count == 1 ? $"not ({joined})" : $"none of ({joined})";
        return outer || parts.Count == 1 ? joined : $"({joined})";
    }

    private static string Range(Rule.IsBetween between)
    {
        var unit = between.Measure switch { Measure.Tempo => " bpm", Measure.Length => " min", _ => "" };
        return (between.From, between.To) switch
        {
            ({ } from, { } to) => $"{Noun(between.Measure)} from {Number(from)} to {Number(to)}{unit}",
            ({ } from, null) => $"{Noun(between.Measure)} from {Number(from)}{unit}",
            (null, { } to) => $"{Noun(between.Measure)} up to {Number(to)}{unit}",
            _ => Noun(between.Measure) + (between.OrUnknown ? "" : " is known"),
        };
    }

    private static string Listed(IEnumerable<string> words, string between) => string.Join(between, words);

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{(count == 1 ? "" : $"{count} ")}{what}{(count == 1 ? "" : "s")}");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
