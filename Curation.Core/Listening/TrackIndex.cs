using Curation.Core.Catalog;

namespace Curation.Core.Listening;

/// <summary>The only converter between track ids and the rows of a model's matrices. Rows run in ascending id order.</summary>
public sealed class TrackIndex
{
    private readonly int[] ids;

    /// <summary>An index over these tracks; duplicates are dropped and ids sorted.</summary>
    public TrackIndex(IEnumerable<TrackId> tracks)
    {
        ids = tracks.Select(track => track.Value).Distinct().ToArray();
        Array.Sort(ids);
    }

    /// <summary>Number of rows.</summary>
    public int Count => ids.Length;

    /// <summary>The track of a row.</summary>
    public TrackId this[int row] => new(ids[row]);

    /// <summary>The row of a track, or -1 where the model does not know it.</summary>
    public int RowOf(TrackId track)
    {
        var row = Array.BinarySearch(ids, track.Value);
        return row < 0 ? -1 : row;
    }
}
