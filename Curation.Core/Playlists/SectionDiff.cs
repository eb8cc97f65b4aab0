using Curation.Core.Playlists.Rules;

namespace Curation.Core.Playlists;

/// <summary>Says how the smart sections of two states differ.</summary>
internal static class SectionDiff
{
    public static IEnumerable<ValueChange> Between(Draft before, Draft after)
    {
        var (old, now) = (Of(before), Of(after));
        foreach (var id in old.Keys.Union(now.Keys).Order())
        {
            var (was, isNow) = (old.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if (was != isNow) yield return new ValueChange($"smart section \u201c{(isNow ?? was)!.Name}\u201d", Said(was), Said(isNow));
        }
    }

    private static Dictionary<int, SmartSection> Of(Draft draft) => (draft.Sections ?? []).ToDictionary(section => section.Id);

    private static string Said(SmartSection? section) =>
        section is null ? "" : $"{section.Limit} tracks: {RuleWords.Say(section.Rule, (_, value) => value)}";
}
