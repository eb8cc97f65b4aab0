using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

public sealed partial record Draft
{
    /// <summary>Whether the neighbours that a place was taken from between still stand next to each other, but for what came back with it.</summary>
    public bool IsOpenAt(WidePlace place, IReadOnlySet<TrackId> restored)
    {
        var before = place.Before is { } left ? IndexOf(left) : -1;
        var after = place.After is { } right ? IndexOf(right) : Pool.Length;
        if ((place.Before is not null && before < 0) || after < 0 || after <= before) return false;
        return Pool.Skip(before + 1).Take(after - before - 1).All(entry => restored.Contains(entry.Track));
    }

    /// <summary>Puts an entry back to its place, without its pin where that is taken now; <paramref name="why"/> then says so.</summary>
    public Draft PutBack(WidePlace place, out string? why)
    {
        var entry = Pinned(place.Was, out why);
        return this with { Pool = Pool.Insert(place.After is { } after ? IndexOf(after) : Pool.Length, entry) };
    }

    /// <summary>Puts a track back to where another took its place; pin, note and tags stay as they are there now.</summary>
    public Draft SwappedBack(TrackId with, Entry was, out string? why)
    {
        why = null;
        var place = IndexOf(with);
        return this with { Pool = Pool.SetItem(place, Pool[place] with { Track = was.Track, AddedBy = was.AddedBy, AddedAt = was.AddedAt }) };
    }

    private Entry Pinned(Entry was, out string? why)
    {
        why = null;
        if (was.Pin is not { } pin || (pin <= Blend.Size && !Pool.Any(entry => entry.Pin == pin))) return was;
        why = $"it is back, but without its pin at {pin}, which is taken or past the end of the list now.";
        return was with { Pin = null };
    }
}
