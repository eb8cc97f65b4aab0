using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Pool;

/// <summary>Ways to move the chosen rows without a mouse.</summary>
public enum PoolMove
{
    Up,
    Down,
    Top,
    Bottom,
}

/// <summary>Turns a movement on the screen into an edit that names tracks.</summary>
public static class PoolMoves
{
    /// <summary>The chosen rows one place up or down, or to an end; null where nothing would move.</summary>
    public static DraftEdit? By(PoolMove move, IReadOnlyList<TrackId> pool, IReadOnlyList<TrackId> chosen)
    {
        if (chosen.Count == 0) return null;
        var (first, last) = (Index(pool, chosen[0]), Index(pool, chosen[^1]));
        var rows = move switch
        {
            PoolMove.Up => Math.Max(0, first - 1),
            PoolMove.Down => Math.Min(pool.Count, last + 2),
            PoolMove.Top => 0,
            _ => pool.Count,
        };
        return To(rows, pool, chosen);
    }

    /// <summary>The chosen rows in front of the row that stands at <paramref name="place"/> (from 0; the number of rows for the end).</summary>
    public static DraftEdit? To(int place, IReadOnlyList<TrackId> pool, IReadOnlyList<TrackId> chosen)
    {
        var held = chosen.ToHashSet();
        TrackId? before = pool.Skip(place).Where(track => !held.Contains(track)).Select(track => (TrackId?)track).FirstOrDefault();
        var rest = pool.Where(track => !held.Contains(track)).ToList();
        var target = before is { } anchor ? rest.IndexOf(anchor) : rest.Count;
        rest.InsertRange(target, pool.Where(held.Contains));
        return rest.SequenceEqual(pool) ? null : new DraftEdit.MoveTracks(chosen, before);
    }

    private static int Index(IReadOnlyList<TrackId> pool, TrackId track) => pool.Index().First(place => place.Item == track).Index;
}
