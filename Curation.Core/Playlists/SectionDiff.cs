using Curation.Core.Playlists.Rules;

namespace Curation.Core.Playlists;

/// <summary>Says how the smart sections of two states differ, for reading and as edits.</summary>
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

    /// <summary>The edits that give a state that already has the later one's tracks also its sections and their entries.</summary>
    public static IEnumerable<DraftEdit> Edits(Draft before, Draft after)
    {
        var (old, now) = (Of(before), Of(after));
        foreach (var gone in old.Keys.Except(now.Keys)) yield return new DraftEdit.DetachRule(gone);
        var held = before.Pool.Where(entry => entry.Section is not null).ToDictionary(entry => entry.Track, entry => entry.Section);
        foreach (var (id, section) in now)
        {
            var fresh = after.Pool.Where(entry => entry.Section == id && held.GetValueOrDefault(entry.Track) != id).Select(entry => entry.Track).ToList();
            if (fresh.Count > 0 || old.GetValueOrDefault(id) != section) yield return new DraftEdit.AttachRule(section, fresh);
        }
    }

    private static Dictionary<int, SmartSection> Of(Draft draft) => (draft.Sections ?? []).ToDictionary(section => section.Id);

    private static string Said(SmartSection? section) =>
        section is null ? "" : $"{section.Limit} tracks: {RuleWords.Say(section.Rule, (_, value) => value)}";
}
