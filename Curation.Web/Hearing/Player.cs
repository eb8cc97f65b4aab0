using Curation.Core.Catalog;

namespace Curation.Web.Hearing;

/// <summary>What a person hears while they work, for the length of a circuit: it lives on when the page changes. Nothing of it counts as a listener's play.</summary>
public sealed class Player
{
    private readonly List<PlayPlace> places = [];

    /// <summary>What plays, or another mark on the rows.</summary>
    public event Action? Changed;

    /// <summary>Heard by the bar, which carries it out.</summary>
    public event Func<Cue, Task>? Cued;

    /// <summary>The list that is played from; null while nothing was.</summary>
    public PlayQueue? Queue { get; private set; }

    /// <summary>Whether there is sound at this moment.</summary>
    public bool Playing { get; private set; }

    public bool IsCurrent(TrackId track) => Queue?.Current == track;

    /// <summary>Plays a track of a list, or pauses it where it is the one that plays.</summary>
    public Task Play(TrackId track, PlayPlace? place)
    {
        if (IsCurrent(track)) return Cue(new Cue.Toggle());
        Queue = place is null ? PlayQueue.Of($"track-{track}", "this track", [track], track) : PlayQueue.Of(place.Key, place.Name, place.Tracks, track);
        return Cue(new Cue.Start(track));
    }

    /// <summary>The same, in the list on screen that holds it.</summary>
    public Task PlayHere(TrackId track) => Play(track, places.FindLast(place => place.Tracks.Contains(track)));

    public Task Toggle() => Queue is null ? Task.CompletedTask : Cue(new Cue.Toggle());

    public Task Ending() => Queue is null ? Task.CompletedTask : Cue(new Cue.Ending());

    /// <summary>Goes on to the next track of the list; false at its end.</summary>
    public Task<bool> Next() => Go(Queue?.Next);

    /// <summary>Goes back to the track before; false at the beginning.</summary>
    public Task<bool> Previous() => Go(Queue?.Previous);

    /// <summary>Plays the end of a track into the beginning of the one that follows it in its list; false where none follows.</summary>
    public async Task<bool> HearTransition(TrackId from)
    {
        var list = places.FindLast(place => place.Tracks.Contains(from)) is { } place ? PlayQueue.Of(place.Key, place.Name, place.Tracks, from) : IsCurrent(from) ? Queue : null;
        if (list?.Next is not { } into) return false;
        Queue = list;
        await Cue(new Cue.Blend(from, into));
        return true;
    }

    /// <summary>The row that a list on screen has under its cursor, else the first row of the latest list.</summary>
    public TrackId? UnderCursor(bool orFirst) =>
        places.Select(place => place.Cursor()).LastOrDefault(cursor => cursor is not null)
        ?? (orFirst && places.FindLast(place => place.Tracks.Count > 0) is { } list ? list.Tracks[0] : null);

    public Task Stop()
    {
        Queue = null;
        return Cue(new Cue.Stop());
    }

    internal void Enter(PlayPlace place) => places.Add(place);

    internal void Leave(PlayPlace place) => places.Remove(place);

    internal void Renew(PlayPlace place)
    {
        if (Queue is not { } queue || queue.Key != place.Key) return;
        var renewed = queue.With(place.Tracks);
        if (ReferenceEquals(renewed, queue)) return;
        Queue = renewed;
        Changed?.Invoke();
    }

    /// <summary>Told by the bar: there is sound, or not any more.</summary>
    internal void Heard(bool playing)
    {
        if (Playing == playing) return;
        Playing = playing;
        Changed?.Invoke();
    }

    /// <summary>Told by the bar: the transition is over, and the second track goes on alone.</summary>
    internal void Crossed(TrackId into)
    {
        Queue = Queue?.To(into);
        Changed?.Invoke();
    }

    private async Task<bool> Go(TrackId? track)
    {
        if (track is not { } to || Queue is null) return false;
        Queue = Queue.To(to);
        await Cue(new Cue.Start(to));
        return true;
    }

    private async Task Cue(Cue cue)
    {
        if (cue is Cue.Stop) Playing = false;
        Changed?.Invoke();
        if (Cued is { } cued) await cued(cue);
    }
}
