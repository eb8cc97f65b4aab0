using System.Collections.Immutable;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;

namespace Curation.Core.Playlists.Rules;

/// <summary>Refuses rules that mean nothing or are too large to save.</summary>
public static class RuleCheck
{
    /// <summary>How deep groups may be nested.</summary>
    public const int Deepest = 5;

    /// <summary>How many conditions a rule may have.</summary>
    public const int MostConditions = 60;

    private const int MostValues = 200;

    /// <summary>The rule, where it can be saved.</summary>
    /// <exception cref="RefusedException">It cannot; nothing was saved.</exception>
    public static Rule Checked(this Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (Count(rule) > MostConditions) throw new RefusedException($"A rule has at most {MostConditions} conditions; nothing was saved. Take some away, or make two rules of it.");
        Check(rule, 1);
        return rule;
    }

    /// <summary>The rule without the parts that say nothing: a category without a value, an empty text, a group without a condition; null where nothing is left.</summary>
    public static Rule? Stated(this Rule rule) => rule switch
    {
        Rule.Group group => group.Rules.Select(Stated).OfType<Rule>().ToImmutableArray() is { IsEmpty: false } parts ? group with { Rules = parts } : null,
        Rule.IsOneOf { Values.IsEmpty: true } => null,
        Rule.HasText { Text: null or "" } => null,
        _ => rule,
    };

    private static int Count(Rule rule) => rule is Rule.Group group ? group.Rules.Sum(Count) : 1;

    private static void Check(Rule rule, int depth)
    {
        var wrong = rule switch
        {
            Rule.Group when depth > Deepest => $"Groups can be nested {Deepest} deep, not deeper",
            Rule.IsOneOf { Values.Length: > MostValues } => $"A condition names at most {MostValues} values",
            Rule.IsBetween { From: { } from, To: { } to } when from > to => $"From {from:0.##} to {to:0.##} holds nothing",
            Rule.KeyFits fits when !MusicalKey.TryParse(fits.Key, out _) => $"\"{fits.Key}\" is not a key on the Camelot wheel",
            Rule.ReleasedWithin { Months: < 1 or > 1_200 } => "Newness is counted in 1 to 1,200 months",
            Rule.NotUsedFor { Weeks: < 1 or > 520 } => "Rest is counted in 1 to 520 weeks",
            Rule.HasText { Text: not { Length: >= 1 and <= 200 } } => "A text to look for has 1 to 200 characters",
            _ => null,
        };
        if (wrong is not null) throw new RefusedException($"{wrong}; nothing was saved.");
        if (rule is Rule.Group group)
        {
            foreach (var part in group.Rules) Check(part, depth + 1);
        }
    }
}
