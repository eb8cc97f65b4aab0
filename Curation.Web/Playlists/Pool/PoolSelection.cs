using Curation.Core.Catalog;

namespace Curation.Web.Playlists.Pool;

/// <summary>Which tracks of a pool are chosen, where the cursor is and where a range began. Tracks, not places, so that it lives through edits.</summary>
public sealed class PoolSelection
{
    private readonly HashSet<TrackId> chosen = [];
    private TrackId? anchor;

    public IReadOnlySet<TrackId> Chosen => chosen;

    /// <summary>The track under the cursor.</summary>
    public TrackId? Cursor { get; private set; }

    public bool Has(TrackId track) => chosen.Contains(track);

    /// <summary>The chosen tracks in the order of the pool.</summary>
    public IReadOnlyList<TrackId> In(IReadOnlyList<TrackId> pool) => pool.Where(chosen.Contains).ToList();

    /// <summary>A click: alone, adding or taking away (ctrl), or a range from the last click (shift).</summary>
    public void Click(IReadOnlyList<TrackId> pool, TrackId track, bool range = false, bool toggle = false)
    {
        if (range) Range(pool, track, keep: toggle);
        else if (toggle) Toggle(track);
        else Only(track);
        Cursor = track;
    }

    /// <summary>Moves the cursor by places; with <paramref name="range"/> the choice grows along. Where there is no cursor yet it comes in at the top, or for a way as long as the pool at the end.</summary>
    public void Step(IReadOnlyList<TrackId> pool, int by, bool range = false)
    {
        if (pool.Count == 0) return;
        var at = Cursor is { } cursor ? IndexOf(pool, cursor) : -1;
        var next = pool[at >= 0 ? Math.Clamp(at + by, 0, pool.Count - 1) : by >= pool.Count ? pool.Count - 1 : 0];
        Click(pool, next, range);
    }

    /// <summary>Adds the track under the cursor to the choice, or takes it away.</summary>
    public void ToggleCursor()
    {
        if (Cursor is { } cursor) Toggle(cursor);
    }

    public void All(IReadOnlyList<TrackId> pool) => chosen.UnionWith(pool);

    public void Clear()
    {
        chosen.Clear();
        anchor = null;
    }

    /// <summary>Forgets what the pool does not hold any more; a cursor whose track went stays at its place.</summary>
    public void Keep(IReadOnlyList<TrackId> before, IReadOnlyList<TrackId> pool)
    {
        var held = pool.ToHashSet();
        chosen.IntersectWith(held);
        if (anchor is { } from && !held.Contains(from)) anchor = null;
        if (Cursor is not { } cursor || held.Contains(cursor)) return;
        var place = IndexOf(before, cursor);
        Cursor = pool.Count == 0 || place < 0 ? null : pool[Math.Min(place, pool.Count - 1)];
    }

    private void Only(TrackId track)
    {
        chosen.Clear();
        chosen.Add(track);
        anchor = track;
    }

    private void Toggle(TrackId track)
    {
        if (!chosen.Remove(track)) chosen.Add(track);
        anchor = track;
    }

    private void Range(IReadOnlyList<TrackId> pool, TrackId track, bool keep)
    {
        var (from, to) = (anchor is { } start ? IndexOf(pool, start) : -1, IndexOf(pool, track));
        if (to < 0) return;
        if (from < 0) (from, anchor) = (to, track);
        if (!keep) chosen.Clear();
        for (var i = Math.Min(from, to); i <= Math.Max(from, to); i++) chosen.Add(pool[i]);
    }

    private static int IndexOf(IReadOnlyList<TrackId> pool, TrackId track)
    {
        for (var i = 0; i < pool.Count; i++)
            if (pool[i] == track) return i;
        return -1;
    }
}
