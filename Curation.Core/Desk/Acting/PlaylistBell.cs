using System.Collections.Concurrent;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Acting;

/// <summary>Rings when something of a playlist was committed, so that other open pages of it look again.</summary>
public sealed class PlaylistBell
{
    private readonly ConcurrentDictionary<PlaylistId, ConcurrentDictionary<object, Action<PersonId>>> ears = new();

    /// <summary>Calls <paramref name="heard"/> with who changed the playlist, on any thread, until the answer is disposed of.</summary>
    public IDisposable Listen(PlaylistId playlist, Action<PersonId> heard)
    {
        var key = new object();
        var room = ears.GetOrAdd(playlist, _ => new());
        room[key] = heard;
        return new Ear(() => room.TryRemove(key, out _));
    }

    /// <summary>Something of the playlist is different.</summary>
    public void Ring(PlaylistId playlist, PersonId by)
    {
        if (!ears.TryGetValue(playlist, out var room)) return;
        foreach (var heard in room.Values) heard(by);
    }

    private sealed class Ear(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
