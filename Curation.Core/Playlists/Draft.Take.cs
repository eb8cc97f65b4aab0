using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

public sealed partial record Draft
{
    /// <summary>Notes that are too long are cut and pins that are taken or out of range are dropped; losing the whole list to one of them would be worse.</summary>
    private Draft Take(DraftEdit.AddEntries add, PersonId by, DateTimeOffset at)
    {
        var added = Add([.. add.Entries.Select(entry => entry.Track)], add.After, by, at);
        var given = add.Entries.DistinctBy(entry => entry.Track).Where(entry => !Holds(entry.Track)).ToDictionary(entry => entry.Track);
        var pins = Pool.Select(entry => entry.Pin).OfType<int>().ToHashSet();
        return added with
        {
            Pool = [.. added.Pool.Select(entry => given.TryGetValue(entry.Track, out var taken)
                ? taken with { AddedBy = by, AddedAt = at, Note = StillMissing.Shortened(taken.Note, LongestText), Commercial = taken.Commercial is { IsWhole: true } tie ? tie.Checked() : null, Pin = taken.Pin is { } pin && pin >= 1 && pin <= Blend.Size && pins.Add(pin) ? pin : null }
                : entry)],
            Missing = StillMissing.Of(Missing, add.Add, add.Drop),
        };
    }
}
