using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>An edit on top of a newer state than the one it was made on.</summary>
/// <param name="Draft">The newer state with all of the edit that goes with it.</param>
/// <param name="Conflicts">What does not, value by value.</param>
public sealed record Merged(Draft Draft, IReadOnlyList<EditConflict> Conflicts);

/// <summary>Puts edits of several people together. An edit that says what its writer saw needs no common version: a value that is still what they saw, or already what they want, is no conflict.</summary>
public static class Merge
{
    /// <summary>The edit as its writer meant it: value by value, with what was seen, so that it can be put on any later state.</summary>
    public static DraftEdit Refine(Draft seen, DraftEdit edit, PersonId by, DateTimeOffset at) => edit switch
    {
        DraftEdit.SetFields or DraftEdit.PutEntries or DraftEdit.AddTracks or DraftEdit.AddEntries or DraftEdit.ChangeMissing or DraftEdit.Arrange or DraftEdit.Restore => edit,
        DraftEdit.RemoveTracks { Was: null } remove => remove with { Was = [.. seen.Pool.Where(entry => remove.Tracks.Contains(entry.Track))] },
        DraftEdit.RemoveTracks => edit,
        DraftEdit.MoveTracks move => move.Behind is null ? move with { Behind = Behind(seen, move) } : move,
        DraftEdit.Several several => several with { Edits = RefineAll(seen, several.Edits, by, at) },
        DraftEdit.ReplaceDraft replace => Whole([.. EditSteps.Between(seen, replace.With)], replace.Why),
        _ => Whole([.. EditSteps.Between(seen, seen.Apply(edit, by, at))], ""),
    };

    /// <summary>Puts a refined edit on the newest state.</summary>
    /// <exception cref="RefusedException">The newest state does not allow the edit at all.</exception>
    public static Merged Onto(Draft newest, DraftEdit edit, PersonId by, DateTimeOffset at)
    {
        var conflicts = new List<EditConflict>();
        return new Merged(Step(newest, edit, by, at, conflicts), conflicts);
    }

    private static Draft Step(Draft draft, DraftEdit edit, PersonId by, DateTimeOffset at, List<EditConflict> conflicts)
    {
        switch (edit)
        {
            case DraftEdit.Several several:
                return several.Edits.Aggregate(draft, (now, part) => Step(now, part, by, at, conflicts));
            case DraftEdit.SetFields set:
                var free = set.Fields.Where(field => !InTheWay(draft, field, set.Fields, conflicts)).ToList();
                return free.Count == 0 ? draft : draft.Apply(new DraftEdit.SetFields(free), by, at);
            case DraftEdit.RemoveTracks { Was: { } was } remove:
                var written = was.Where(entry => IsWritten(draft, entry, conflicts)).Select(entry => entry.Track).ToHashSet();
                return draft.Apply(new DraftEdit.RemoveTracks([.. remove.Tracks.Where(track => !written.Contains(track))]), by, at);
            case DraftEdit.PutEntries put:
                return Put(draft, put, by, at, conflicts);
            default:
                return draft.Apply(edit, by, at);
        }
    }

    /// <summary>Entries come back whole, but a position that was given away since is asked about, and what somebody put back already is only written on.</summary>
    private static Draft Put(Draft draft, DraftEdit.PutEntries put, PersonId by, DateTimeOffset at, List<EditConflict> conflicts)
    {
        var bare = put.Entries.Select(placed => placed with { Entry = placed.Entry with { Pin = null } }).ToList();
        var held = put.Entries.Where(placed => draft.Holds(placed.Entry.Track)).ToList();
        var result = draft.Apply(new DraftEdit.PutEntries(bare), by, at);
        var pins = put.Entries.Except(held).Where(placed => placed.Entry.Pin is not null)
            .Select(placed => DraftFields.Between(placed.Entry with { Pin = null }, placed.Entry)).SelectMany(edits => edits);
        var blank = held.SelectMany(placed => DraftFields.Between(new Entry { Track = placed.Entry.Track, AddedBy = placed.Entry.AddedBy, AddedAt = placed.Entry.AddedAt }, placed.Entry));
        return Step(result, new DraftEdit.SetFields([.. pins, .. blank]), by, at, conflicts);
    }

    private static bool InTheWay(Draft draft, FieldEdit field, IReadOnlyList<FieldEdit> all, List<EditConflict> conflicts)
    {
        if (field.Track is { } track && !draft.Holds(track))
        {
            if (field.Now is not null) conflicts.Add(new EditConflict(ConflictKind.Removed, track, field.Field, field.Now, null, new DraftEdit.SetFields([field])));
            return true;
        }

        var theirs = DraftFields.Read(draft, field.Track, field.Field);
        if (theirs == field.Now) return true;
        if (theirs != field.Was)
        {
            if (OnlyMakesRoom(field, all)) return true;
            conflicts.Add(new EditConflict(ConflictKind.Value, field.Track, field.Field, field.Now, theirs, new DraftEdit.SetFields([field with { Was = theirs }])));
            return true;
        }

        if (field is not { Field: DraftFields.Pin, Now: not null, Track: { } pinned } || Holder(draft, pinned, field.Now) is not { } holder) return false;
        if (all.Any(other => other.Track == holder && other.Field == DraftFields.Pin && other.Now != field.Now)) return false;
        conflicts.Add(new EditConflict(ConflictKind.Position, pinned, DraftFields.Pin, field.Now, theirs, new DraftEdit.SetFields([new FieldEdit(holder, DraftFields.Pin, field.Now, null), field])) { Holder = holder });
        return true;
    }

    /// <summary>A pin that was only taken off because another took its position; where it has moved since there is nothing to take off.</summary>
    private static bool OnlyMakesRoom(FieldEdit field, IReadOnlyList<FieldEdit> all) =>
        field is { Field: DraftFields.Pin, Now: null } && all.Any(other => other.Field == DraftFields.Pin && other.Now == field.Was);

    private static bool IsWritten(Draft draft, Entry seen, List<EditConflict> conflicts)
    {
        if (draft.IndexOf(seen.Track) is not (>= 0 and var place)) return false;
        var changes = DraftFields.Between(seen, draft.Pool[place]);
        if (changes.Count == 0) return false;
        conflicts.Add(new EditConflict(ConflictKind.Written, seen.Track, changes[0].Field, null, changes[0].Now, new DraftEdit.RemoveTracks([seen.Track])));
        return true;
    }

    private static TrackId? Holder(Draft draft, TrackId except, string position) =>
        draft.Pool.Where(entry => entry.Track != except && entry.Pin is not null && DraftFields.Read(draft, entry.Track, DraftFields.Pin) == position).Select(entry => (TrackId?)entry.Track).FirstOrDefault();

    private static TrackId? Behind(Draft seen, DraftEdit.MoveTracks move) =>
        seen.Pool.TakeWhile(entry => entry.Track != move.Before).Where(entry => !move.Tracks.Contains(entry.Track)).Select(entry => (TrackId?)entry.Track).LastOrDefault();

    private static List<DraftEdit> RefineAll(Draft seen, IReadOnlyList<DraftEdit> edits, PersonId by, DateTimeOffset at)
    {
        var refined = new List<DraftEdit>();
        foreach (var edit in edits)
        {
            refined.Add(Refine(seen, edit, by, at));
            seen = seen.Apply(edit, by, at);
        }

        return refined;
    }

    private static DraftEdit Whole(IReadOnlyList<DraftEdit> steps, string why) => steps is [var one] && why.Length == 0 ? one : new DraftEdit.Several(steps, why);
}
