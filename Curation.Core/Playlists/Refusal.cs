using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Where a refusal counts.</summary>
/// <param name="Playlist">In this playlist; null where it counts more widely.</param>
/// <param name="Genre">In every playlist that starts from this genre; null with a playlist, or for everywhere.</param>
public readonly record struct RefusalScope(PlaylistId? Playlist, GenreId? Genre)
{
    /// <summary>Everywhere.</summary>
    public static RefusalScope Everywhere { get; }

    /// <summary>In one playlist.</summary>
    public static RefusalScope In(PlaylistId playlist) => new(playlist, null);

    /// <summary>In every playlist that starts from a genre.</summary>
    public static RefusalScope In(GenreId genre) => new(null, genre);
}

/// <summary>A track that editors do not want suggested, for one playlist, for a genre or everywhere, for a while or for good.</summary>
public sealed class Refusal
{
    private Refusal()
    {
    }

    /// <summary>A refusal; <paramref name="until"/> null means for good.</summary>
    public Refusal(TrackId track, RefusalScope scope, PersonId by, DateTimeOffset at, DateTimeOffset? until, string reason)
    {
        Track = track;
        Playlist = scope.Playlist;
        Genre = scope.Genre;
        By = by;
        At = at;
        Until = until;
        Reason = reason;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The unwanted track.</summary>
    public TrackId Track { get; private set; }

    /// <summary>Where it is unwanted; null for more than one playlist.</summary>
    public PlaylistId? Playlist { get; private set; }

    /// <summary>In the playlists that start from this genre; null with a playlist, or for everywhere.</summary>
    public GenreId? Genre { get; private set; }

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
