using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Together;

/// <summary>Somebody who has a playlist open, and the row they are on.</summary>
public sealed record Visitor(PersonId Person, string Name, TrackId? Row);

/// <summary>Who has which playlist open now. Nothing of it is kept: it ends with the process.</summary>
public sealed class Rooms
{
    private readonly ConcurrentDictionary<PlaylistId, ConcurrentDictionary<Seat, bool>> rooms = new();
    private long moves;

    /// <summary>Takes a seat for one open page; <paramref name="changed"/> is called, on any thread, when somebody else comes, goes or moves.</summary>
    public Seat Enter(PlaylistId playlist, PersonId person, string name, Action changed)
    {
        var seat = new Seat(this, playlist, person, name, changed);
        rooms.GetOrAdd(playlist, _ => new())[seat] = true;
        Tell(seat);
        return seat;
    }

    /// <summary>Everybody but this person, once each however many pages they have open, by name; their row is the one they went to last.</summary>
    public IReadOnlyList<Visitor> Others(Seat seat) => !rooms.TryGetValue(seat.Playlist, out var room) ? [] :
        [.. room.Keys.Where(other => !other.Away && other.Person != seat.Person).GroupBy(other => other.Person)
            .Select(pages => pages.MaxBy(page => page.Moved)!).Select(page => new Visitor(page.Person, page.Name, page.Row)).OrderBy(visitor => visitor.Name, StringComparer.Ordinal)];

    internal long Move() => Interlocked.Increment(ref moves);

    internal void Leave(Seat seat)
    {
        if (rooms.TryGetValue(seat.Playlist, out var room) && room.TryRemove(seat, out _)) Tell(seat);
    }

    internal void Tell(Seat seat)
    {
        if (!rooms.TryGetValue(seat.Playlist, out var room)) return;
        foreach (var other in room.Keys.Where(other => other.Person != seat.Person)) other.Changed();
    }
}

/// <summary>One open page of a playlist.</summary>
public sealed class Seat : IDisposable
{
    private readonly Rooms rooms;

    internal Seat(Rooms rooms, PlaylistId playlist, PersonId person, string name, Action changed)
    {
        (this.rooms, Playlist, Person, Name, Changed) = (rooms, playlist, person, name, changed);
        Moved = rooms.Move();
    }

    public PlaylistId Playlist { get; }

    public PersonId Person { get; }

    public string Name { get; }

    public TrackId? Row { get; private set; }

    /// <summary>The browser does not answer at the moment.</summary>
    public bool Away { get; private set; }

    internal Action Changed { get; }

    internal long Moved { get; private set; }

    /// <summary>The cursor of this page is on a row now, or on none.</summary>
    public void At(TrackId? row)
    {
        if (Row == row) return;
        Row = row;
        Moved = rooms.Move();
        rooms.Tell(this);
    }

    /// <summary>The browser went away, or is back.</summary>
    public void Is(bool away)
    {
        if (Away == away) return;
        Away = away;
        rooms.Tell(this);
    }

    public void Dispose() => rooms.Leave(this);
}
