using Curation.Core.Catalog;

namespace Curation.Web.Hearing;

/// <summary>The list that is played from, and where in it. It names tracks, so that it lives through edits of the list.</summary>
/// <param name="Key">Tells one list on screen from another: "pool-4".</param>
/// <param name="Name">The list as people call it: "the pool".</param>
/// <param name="Tracks">The list as it is now.</param>
/// <param name="Current">What plays; it may have left the list.</param>
/// <param name="At">Its place, or the place at which the list goes on where it has left.</param>
public sealed record PlayQueue(string Key, string Name, IReadOnlyList<TrackId> Tracks, TrackId Current, int At)
{
    public TrackId? Next => Holds ? Peek(At + 1) : Peek(At);

    public TrackId? Previous => Peek(At - 1);

    private bool Holds => Peek(At) == Current;

    /// <summary>A list, from one of its tracks.</summary>
    public static PlayQueue Of(string key, string name, IReadOnlyList<TrackId> tracks, TrackId current)
    {
        var at = PlaceOf(tracks, current);
        return at >= 0 ? new PlayQueue(key, name, tracks, current, at) : new PlayQueue(key, name, [current], current, 0);
    }

    /// <summary>The same list, at another of its tracks.</summary>
    public PlayQueue To(TrackId track) => Of(Key, Name, Tracks, track);

    /// <summary>The list after an edit. Where the current track has left, it goes on with the first of those behind it that stayed.</summary>
    public PlayQueue With(IReadOnlyList<TrackId> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        if (ReferenceEquals(tracks, Tracks) || tracks.SequenceEqual(Tracks)) return this;
        var at = PlaceOf(tracks, Current);
        for (var i = Holds ? At + 1 : At; at < 0 && i < Tracks.Count; i++) at = PlaceOf(tracks, Tracks[i]);
        return this with { Tracks = tracks, At = at < 0 ? tracks.Count : at };
    }

    private TrackId? Peek(int place) => place >= 0 && place < Tracks.Count ? Tracks[place] : null;

    private static int PlaceOf(IReadOnlyList<TrackId> tracks, TrackId track)
    {
        for (var i = 0; i < tracks.Count; i++)
            if (tracks[i] == track) return i;
        return -1;
    }
}
