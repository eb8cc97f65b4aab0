using Curation.Core.Catalog;
using Curation.Core.Listening;

namespace Curation.Core.Auditing.Assessing;

/// <summary>The lists of many listeners side by side, as a simulation or an edition made them. Row r is the list of the r-th listener, in listener order.</summary>
public sealed class ListSet
{
    private readonly ListenerId[] listeners;
    private readonly int[] starts;
    private readonly TrackId[] tracks;

    /// <summary>Lists laid out one after another.</summary>
    /// <param name="listeners">Whose lists they are, ascending.</param>
    /// <param name="starts">Where each list starts in <paramref name="tracks"/>, and at last where the last one ends: one more than there are listeners.</param>
    /// <param name="tracks">The tracks of all lists.</param>
    public ListSet(ListenerId[] listeners, int[] starts, TrackId[] tracks)
    {
        ArgumentNullException.ThrowIfNull(listeners);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(tracks);
        if (starts.Length != listeners.Length + 1 || starts[^1] != tracks.Length) throw new ArgumentException("There is one start for each listener, and the end.", nameof(starts));
        this.listeners = listeners;
        this.starts = starts;
        this.tracks = tracks;
    }

    /// <summary>Number of lists.</summary>
    public int Count => listeners.Length;

    /// <summary>Whose lists they are, ascending.</summary>
    public ReadOnlySpan<ListenerId> Listeners => listeners;

    /// <summary>The tracks of all lists, one list after another.</summary>
    public ReadOnlySpan<TrackId> Tracks => tracks;

    /// <summary>The tracks of one row's list, first place first.</summary>
    public ReadOnlySpan<TrackId> Of(int row) => tracks.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The lists of some rows, which are ascending.</summary>
    public ListSet Only(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var ends = new int[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++) ends[i + 1] = ends[i] + Of(rows[i]).Length;
        var some = new TrackId[ends[^1]];
        for (var i = 0; i < rows.Count; i++) Of(rows[i]).CopyTo(some.AsSpan(ends[i]));
        return new ListSet([.. rows.Select(row => listeners[row])], ends, some);
    }
}
