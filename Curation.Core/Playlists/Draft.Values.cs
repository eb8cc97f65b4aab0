using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

public sealed partial record Draft
{
    /// <summary>Sets values under the rules that hold for them wherever they come from.</summary>
    private Draft Set(IReadOnlyList<FieldEdit> fields)
    {
        var written = DraftFields.With(this, fields);
        var pins = fields.Where(field => field is { Field: DraftFields.Pin, Now: not null, Track: not null }).Select(field => field.Track!.Value).ToHashSet();
        var entries = fields.Where(field => field.Track is not null).Select(field => field.Track!.Value).ToHashSet();
        var pool = written.Pool.Select(entry => entries.Contains(entry.Track) ? entry with { Note = Text(entry.Note, "note"), Commercial = entry.Commercial?.Checked() } : entry).ToImmutableArray();
        return (written with { Title = CheckedTitle(written.Title), Need = Text(written.Need, "need"), Blend = InRange(written.Blend), Pool = pool }).OnePinEach(pins);
    }

    /// <summary>What was pinned now keeps its position; who had it before loses the pin.</summary>
    private Draft OnePinEach(HashSet<TrackId> pinned)
    {
        if (pinned.Count == 0) return this;
        var taken = Pool.Where(entry => pinned.Contains(entry.Track)).ToLookup(entry => entry.Pin ?? 0, entry => entry.Track);
        if (taken.Any(at => at.Key < 1 || at.Key > Blend.Size)) throw new RefusedException($"A list has {Blend.Size} positions; one of these pins is not one of them. The pin was not set.");
        return this with { Pool = Pool.Select(entry => entry.Pin is { } at && taken.Contains(at) && taken[at].Last() != entry.Track ? entry with { Pin = null } : entry).ToImmutableArray() };
    }

    private Draft Put(IReadOnlyList<PlacedEntry> entries)
    {
        var order = Pool.Select(entry => entry.Track).ToList();
        var byTrack = Pool.ToDictionary(entry => entry.Track);
        var fresh = entries.Where(placed => byTrack.TryAdd(placed.Entry.Track, placed.Entry)).ToList();
        if (order.Count + fresh.Count > LargestPool) throw new RefusedException($"A pool holds at most {LargestPool} tracks; nothing was added.");
        foreach (var placed in fresh) order.Insert(EditSteps.PlaceOf(order, placed), placed.Entry.Track);
        var pinned = fresh.Where(placed => placed.Entry.Pin is not null).Select(placed => placed.Entry.Track).ToHashSet();
        return (this with { Pool = [.. order.Select(track => byTrack[track])] }).OnePinEach(pinned);
    }

    private Draft InOrder(IReadOnlyList<TrackId> order)
    {
        var byTrack = Pool.ToDictionary(entry => entry.Track);
        var named = order.Where(byTrack.ContainsKey).Distinct().ToList();
        var chosen = named.ToHashSet();
        var next = 0;
        return this with { Pool = Pool.Select(entry => chosen.Contains(entry.Track) ? byTrack[named[next++]] : entry).ToImmutableArray() };
    }

    private static Blend InRange(Blend blend)
    {
        try
        {
            return blend.Checked();
        }
        catch (ValidationException bad)
        {
            throw new RefusedException($"That is out of range: {bad.Message} The old value was kept.", bad);
        }
    }
}
