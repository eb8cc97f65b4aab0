using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>A track that editors do not want suggested, for one playlist or everywhere, for a while or for good.</summary>
public sealed class Refusal
{
    private Refusal()
    {
    }

    /// <summary>A refusal; <paramref name="playlist"/> null means everywhere, <paramref name="until"/> null for good.</summary>
    public Refusal(TrackId track, PlaylistId? playlist, PersonId by, DateTimeOffset at, DateTimeOffset? until, string reason)
    {
        Track = track;
        Playlist = playlist;
        By = by;
        At = at;
        Until = until;
        Reason = reason;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The unwanted track.</summary>
    public TrackId Track { get; private set; }

    /// <summary>Where it is unwanted; null for everywhere.</summary>
    public PlaylistId? Playlist { get; private set; }

    /// <summary>Who refused it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the refusal ends; null for never.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Why, in the editor's words; may be empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether it counts at a time.</summary>
    public bool Holds(DateTimeOffset at) => Until is not { } end || at < end;
}
