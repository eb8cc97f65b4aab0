using System.Collections.Immutable;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

public sealed partial record Draft
{
    /// <summary>Longest tag of an entry, in characters.</summary>
    public const int LongestTag = 40;

    /// <summary>Most tags of an entry.</summary>
    public const int MostTags = 12;

    /// <summary>A tag as it is kept: folded, with white space as single spaces.</summary>
    /// <exception cref="RefusedException">It is empty or too long.</exception>
    public static string TagOf(string text)
    {
        var tag = ArtistKey.Of(text).Trim();
        if (tag.Length is 0 or > LongestTag) throw new RefusedException($"A tag has 1 to {LongestTag} characters; nothing was tagged.");
        return tag;
    }

    private Draft PinFrom(IReadOnlyList<TrackId> tracks, int from)
    {
        var chosen = tracks.ToHashSet();
        var order = Pool.Where(entry => chosen.Contains(entry.Track)).Select(entry => entry.Track).ToList();
        if (order.Count < chosen.Count) throw new RefusedException("One of these tracks is no longer in the pool, so nothing was pinned.");
        if (from < 1 || from + order.Count - 1 > Blend.Size)
            throw new RefusedException($"A list has {Blend.Size} positions, and {(order.Count == 1 ? "1 pin" : $"{order.Count} pins")} from {from} on {(order.Count == 1 ? "ends" : "end")} at {from + order.Count - 1}. Nothing was pinned.");
        var places = order.Index().ToDictionary(row => row.Item, row => from + row.Index);
        return this with
        {
            Pool = [.. Pool.Select(entry => places.TryGetValue(entry.Track, out var place) ? entry with { Pin = place } : entry.Pin >= from && entry.Pin < from + order.Count ? entry with { Pin = null } : entry)],
        };
    }

    private Draft Replace(TrackId track, TrackId with, PersonId by, DateTimeOffset at)
    {
        var place = IndexOf(track);
        if (place < 0) throw new RefusedException("That track is no longer in the pool, so it was not replaced.");
        if (track == with) return this;
        var old = Pool[place];
        var twin = IndexOf(with);
        var entry = twin < 0 ? old with { Track = with, AddedBy = by, AddedAt = at } : Joined(old, Pool[twin]);
        return this with { Pool = Pool.SetItem(place, entry).RemoveAll(other => other.Track == with && !ReferenceEquals(other, entry)) };
    }

    /// <summary>One entry of two: in the place of the first, with what either of them says.</summary>
    private static Entry Joined(Entry old, Entry twin) => twin with
    {
        Pin = old.Pin ?? twin.Pin,
        Note = old.Note.Length == 0 || old.Note == twin.Note ? twin.Note : twin.Note.Length == 0 ? old.Note : Text($"{old.Note}\n{twin.Note}", "note"),
        Tags = Tags([.. old.Tags ?? [], .. twin.Tags ?? []]),
        Commercial = old.Commercial ?? twin.Commercial,
    };

    private Draft Tag(DraftEdit.TagEntries edit)
    {
        var (add, remove) = (edit.Add.Select(TagOf).ToList(), edit.Remove.Select(TagOf).ToHashSet(StringComparer.Ordinal));
        return Change(edit.Tracks, entry => entry with { Tags = Tags([.. (entry.Tags ?? []).Where(tag => !remove.Contains(tag)), .. add]) });
    }

    private static IReadOnlyList<string>? Tags(IReadOnlyList<string> tags)
    {
        var distinct = tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (distinct.Count > MostTags) throw new RefusedException($"An entry has at most {MostTags} tags; nothing was tagged.");
        return distinct.Count == 0 ? null : distinct;
    }
}
