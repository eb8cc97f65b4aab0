using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Says one state of a draft as edits on another, so that what one person did can be put on top of what somebody else saved.</summary>
public static class EditSteps
{
    /// <summary>Edits that lead from one state to another; who added a track, and when, is not among them.</summary>
    public static IEnumerable<DraftEdit> Between(Draft before, Draft after)
    {
        var diff = DraftDiff.Between(before, after);
        if (diff.Words.Count > 0) yield return new DraftEdit.Describe(after.Title, after.Need, after.Seed);
        if (diff.Recipe.Count > 0) yield return new DraftEdit.SetBlend(after.Blend);
        if (diff.Removed.Count > 0) yield return new DraftEdit.RemoveTracks(diff.Removed);
        if (diff.Added.Count > 0) yield return new DraftEdit.AddTracks(diff.Added);
        foreach (var move in Placing(diff, after)) yield return move;
        var off = diff.Pins.Where(pin => pin.To is null).Select(pin => pin.Track).ToList();
        if (off.Count > 0) yield return new DraftEdit.UnpinTracks(off);
        foreach (var pin in diff.Pins.Where(pin => pin.To is not null)) yield return new DraftEdit.PinTrack(pin.Track, pin.To!.Value);
        foreach (var note in diff.Notes) yield return new DraftEdit.WriteNote(note.Track, note.After);
        foreach (var tags in diff.Tags) yield return new DraftEdit.TagEntries([tags.Track], [.. tags.After.Except(tags.Before)], [.. tags.Before.Except(tags.After)]);
    }

    /// <summary>Puts on top of <paramref name="theirs"/> what leads from <paramref name="common"/> to <paramref name="mine"/>; what theirs does not allow any more is left out and named in <paramref name="dropped"/>.</summary>
    public static Draft OnTop(Draft theirs, Draft common, Draft mine, PersonId by, DateTimeOffset at, out IReadOnlyList<string> dropped)
    {
        var reasons = new List<string>();
        var result = theirs;
        foreach (var edit in Between(common, mine))
        {
            try
            {
                result = result.Apply(edit, by, at);
            }
            catch (RefusedException refused)
            {
                reasons.Add(refused.Message);
            }
        }

        dropped = reasons;
        return result;
    }

    /// <summary>From the last track to the first, each one that moved or came goes in front of its neighbour.</summary>
    private static IEnumerable<DraftEdit> Placing(DraftDiff diff, Draft after)
    {
        var loose = diff.Moved.Select(move => move.Track).Concat(diff.Added).ToHashSet();
        TrackId? next = null;
        foreach (var entry in after.Pool.Reverse())
        {
            if (loose.Contains(entry.Track)) yield return new DraftEdit.MoveTracks([entry.Track], next);
            next = entry.Track;
        }
    }
}
