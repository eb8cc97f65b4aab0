using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Says the way from one state of a draft to another as edits that name what they change and what stood there. The way back is the inverse.</summary>
public static class EditSteps
{
    /// <summary>More moves than this are said as one order.</summary>
    private const int MostMoves = 24;

    /// <summary>Edits that lead exactly from one state to another; none where nothing an editor wrote is different.</summary>
    public static IEnumerable<DraftEdit> Between(Draft before, Draft after)
    {
        var left = after.Pool.Select(entry => entry.Track).ToHashSet();
        var held = before.Pool.Select(entry => entry.Track).ToHashSet();
        var gone = before.Pool.Where(entry => !left.Contains(entry.Track)).ToList();
        var values = DraftFields.Between(before, after with { Missing = before.Missing });
        var added = Added(held, after).ToList();
        if (gone.Count > 0) yield return new DraftEdit.RemoveTracks([.. gone.Select(entry => entry.Track)], gone);
        if (StillMissing.Change(before.Missing, after.Missing) is { IsEmpty: false } missing) yield return new DraftEdit.ChangeMissing(missing.Added, missing.Dropped);
        if (values.Count > 0) yield return new DraftEdit.SetFields(values);
        if (added.Count > 0) yield return new DraftEdit.PutEntries(added);
        var order = before.Pool.Where(entry => left.Contains(entry.Track)).Select(entry => entry.Track).ToList();
        foreach (var placed in added) order.Insert(PlaceOf(order, placed), placed.Entry.Track);
        foreach (var edit in Placing(order, [.. after.Pool.Select(entry => entry.Track)])) yield return edit;
    }

    /// <summary>Where an entry goes: behind the one that stood before it, else in front of the one that followed, else at the end.</summary>
    internal static int PlaceOf(List<TrackId> order, PlacedEntry placed)
    {
        if (placed.After is { } after && order.IndexOf(after) is >= 0 and var front) return front + 1;
        if (placed.Before is { } before && order.IndexOf(before) is >= 0 and var back) return back;
        return placed.After is null ? 0 : order.Count;
    }

    private static IEnumerable<PlacedEntry> Added(HashSet<TrackId> held, Draft after)
    {
        for (var i = 0; i < after.Pool.Length; i++)
        {
            if (!held.Contains(after.Pool[i].Track))
                yield return new PlacedEntry(after.Pool[i], i > 0 ? after.Pool[i - 1].Track : null, i + 1 < after.Pool.Length ? after.Pool[i + 1].Track : null);
        }
    }

    /// <summary>From the last track to the first, each one that moved goes in front of its neighbour.</summary>
    private static IEnumerable<DraftEdit> Placing(List<TrackId> now, List<TrackId> wanted)
    {
        var loose = FewestMoves.Between(now, wanted).Select(move => move.Track).ToHashSet();
        if (loose.Count > MostMoves)
        {
            yield return new DraftEdit.Arrange(wanted);
            yield break;
        }

        for (var i = wanted.Count - 1; i >= 0; i--)
        {
            if (loose.Contains(wanted[i]))
                yield return new DraftEdit.MoveTracks([wanted[i]], i + 1 < wanted.Count ? wanted[i + 1] : null, i > 0 ? wanted[i - 1] : null);
        }
    }
}
