using System.Collections.Immutable;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

public sealed partial record Draft
{
    /// <summary>The draft after one edit by a person at a time; refuses what would break the draft.</summary>
    /// <exception cref="RefusedException">The edit cannot be made; nothing is changed.</exception>
    public Draft Apply(DraftEdit edit, PersonId by, DateTimeOffset at) => edit switch
    {
        DraftEdit.AddTracks add => Add(add.Tracks, add.After, by, at),
        DraftEdit.RemoveTracks remove => this with { Pool = Pool.RemoveAll(entry => remove.Tracks.Contains(entry.Track)) },
        DraftEdit.MoveTracks move => Move(move),
        DraftEdit.PinTrack pin => PinAt(pin.Track, pin.Position),
        DraftEdit.UnpinTracks unpin => Change(unpin.Tracks, entry => entry with { Pin = null }),
        DraftEdit.WriteNote note => Change([note.Track], entry => entry with { Note = Text(note.Note, "note") }),
        DraftEdit.Describe words => this with { Title = CheckedTitle(words.Title), Need = Text(words.Need, "need"), Seed = words.Seed },
        DraftEdit.SetBlend recipe => this with { Blend = recipe.Blend.Checked() },
        DraftEdit.Reorder order => PutInOrder(order.Tracks),
        DraftEdit.KeepWithNext keep => Change(keep.Tracks, entry => entry with { KeepWithNext = keep.Keep ? true : null }),
        DraftEdit.SetFlow flow => this with { Flow = flow.Flow is { } asked && !asked.AsksNothing() ? asked.Checked() : null },
        DraftEdit.AddEntries add => Take(add, by, at),
        DraftEdit.ChangeMissing change => this with { Missing = StillMissing.Of(Missing, change.Add, change.Drop) },
        DraftEdit.ReplaceDraft replace => replace.With,
        DraftEdit.Restore restore => restore.With,
        DraftEdit.SetFields set => Set(set.Fields),
        DraftEdit.PutEntries put => Put(put.Entries),
        DraftEdit.Arrange arrange => InOrder(arrange.Order),
        DraftEdit.Several several => several.Edits.Aggregate(this, (draft, part) => draft.Apply(part, by, at)),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "No such edit."),
    };

    private static string CheckedTitle(string title)
    {
        var trimmed = title.Trim();
        if (trimmed.Length == 0) throw new RefusedException("A playlist needs a title; the old one was kept.");
        if (trimmed.Length > LongestTitle) throw new RefusedException($"A title has at most {LongestTitle} characters; the old one was kept.");
        return trimmed;
    }

    private static string Text(string text, string what) =>
        text.Length <= LongestText ? text.Trim() : throw new RefusedException($"A {what} has at most {LongestText} characters; the old one was kept.");

    private Draft Add(IReadOnlyList<TrackId> tracks, TrackId? after, PersonId by, DateTimeOffset at)
    {
        var held = Pool.Select(entry => entry.Track).ToHashSet();
        var fresh = tracks.Where(held.Add).Select(track => new Entry { Track = track, AddedBy = by, AddedAt = at }).ToList();
        if (Pool.Length + fresh.Count > LargestPool)
            throw new RefusedException($"A pool holds at most {LargestPool} tracks; nothing was added.");
        var place = after is { } anchor && IndexOf(anchor) is >= 0 and var found ? found + 1 : Pool.Length;
        return this with { Pool = Pool.InsertRange(place, fresh) };
    }

    private Draft Move(DraftEdit.MoveTracks move)
    {
        var chosen = move.Tracks.ToHashSet();
        if (move.Before is { } anchor && chosen.Contains(anchor)) return this;
        var moved = Pool.Where(entry => chosen.Contains(entry.Track)).ToList();
        var rest = Pool.RemoveAll(entry => chosen.Contains(entry.Track));
        var order = rest.Select(entry => entry.Track).ToList();
        var place = move.Before is { } target ? order.IndexOf(target) : rest.Length;
        if (place < 0 && move.Behind is { } behind && order.IndexOf(behind) is >= 0 and var found) place = found + 1;
        return this with { Pool = rest.InsertRange(place < 0 ? rest.Length : place, moved) };
    }

    private Draft PutInOrder(IReadOnlyList<TrackId> tracks)
    {
        var entries = Pool.ToDictionary(entry => entry.Track);
        var inOrder = tracks.Distinct().Where(entries.ContainsKey).ToList();
        var named = inOrder.ToHashSet();
        var next = 0;
        return this with { Pool = Pool.Select(entry => named.Contains(entry.Track) ? entries[inOrder[next++]] : entry).ToImmutableArray() };
    }

    private Draft PinAt(TrackId track, int position)
    {
        if (position < 1 || position > Blend.Size)
            throw new RefusedException($"A list has {Blend.Size} positions; position {position} is not one of them. The pin was not set.");
        if (!Holds(track)) throw new RefusedException("That track is no longer in the pool, so it cannot be pinned.");
        return this with
        {
            Pool = Pool.Select(entry => entry.Track == track ? entry with { Pin = position } : entry.Pin == position ? entry with { Pin = null } : entry).ToImmutableArray(),
        };
    }

    private Draft Change(IReadOnlyList<TrackId> tracks, Func<Entry, Entry> change)
    {
        var chosen = tracks.ToHashSet();
        return this with { Pool = Pool.Select(entry => chosen.Contains(entry.Track) ? change(entry) : entry).ToImmutableArray() };
    }
}
