using System.Globalization;

namespace Curation.Core.Auditing.Content;

/// <summary>One difference between two versions of the content policy.</summary>
/// <param name="What">"added", "taken out" or "changed".</param>
/// <param name="Words">What it is about, in words.</param>
public sealed record RulesChange(string What, string Words)
{
    /// <summary>What is different in a later version: rules first, then terms.</summary>
    public static IReadOnlyList<RulesChange> Between(ContentRules before, ContentRules after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. OfRules(before, after), .. OfTerms(before.Lexicon, after.Lexicon)];
    }

    private static IEnumerable<RulesChange> OfRules(ContentRules before, ContentRules after)
    {
        var old = before.Rules.ToDictionary(rule => rule.Number);
        foreach (var rule in after.Rules)
        {
            if (!old.TryGetValue(rule.Number, out var was)) yield return new RulesChange("added", Named(rule));
            else if (Parts(was, rule) is { Count: > 0 } parts) yield return new RulesChange("changed", $"{Named(rule)}: {string.Join("; ", parts)}");
        }

        foreach (var rule in before.Rules.Where(rule => after.Rules.All(other => other.Number != rule.Number))) yield return new RulesChange("taken out", Named(rule));
    }

    private static List<string> Parts(ContentRule was, ContentRule now)
    {
        var parts = new List<string>();
        Say("name", was.Name, now.Name);
        Say("level", was.Level.ToString().ToLowerInvariant(), now.Level.ToString().ToLowerInvariant());
        Say("genre", was.Scope.Genre?.ToString(), now.Scope.Genre?.ToString());
        Say("kind", was.Scope.Kind?.ToString().ToLowerInvariant(), now.Scope.Kind?.ToString().ToLowerInvariant());
        Say("playlist", was.Scope.Playlist?.ToString(), now.Scope.Playlist?.ToString());
        Say("territories", was.Scope.Territories, now.Scope.Territories);
        Say("last day", Day(was.Until), Day(now.Until));
        Say("why", was.Why, now.Why);
        Say("not stated counts", was.DemandStated ? "yes" : "no", now.DemandStated ? "yes" : "no");
        Named("artists", was.Artists, now.Artists);
        Named("tracks", was.Tracks, now.Tracks);
        Named("words", was.Words, now.Words);
        return parts;

        void Say(string what, string? one, string? other)
        {
            if ((one ?? "") != (other ?? "")) parts.Add($"{what} {Or(one)} → {Or(other)}");
        }

        void Named<T>(string what, IEnumerable<T> one, IEnumerable<T> other)
        {
            var (added, gone) = (other.Except(one).Count(), one.Except(other).Count());
            if (added + gone > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{what} +{added} −{gone}"));
        }
    }

    private static IEnumerable<RulesChange> OfTerms(Lexicon before, Lexicon after)
    {
        foreach (var term in after.Terms.Except(before.Terms)) yield return new RulesChange("added", Named(term));
        foreach (var term in before.Terms.Except(after.Terms)) yield return new RulesChange("taken out", Named(term));
    }

    private static string Named(ContentRule rule) => string.Create(CultureInfo.InvariantCulture, $"rule {rule.Number}, {rule.Name}");

    private static string Named(LexiconTerm term) => $"term “{term.Text}” ({term.Category}, {term.Language}, {term.Level.ToString().ToLowerInvariant()})";

    private static string Or(string? value) => string.IsNullOrEmpty(value) ? "none" : value;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
