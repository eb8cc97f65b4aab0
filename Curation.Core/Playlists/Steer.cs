using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>What an editor told the engine of one playlist beside its pool: more like a track, or less of an artist. It changes what is suggested and never what is on a list.</summary>
public sealed class Steer
{
    private Steer()
    {
    }

    private Steer(PlaylistId playlist, TrackId? more, ArtistId? less, PersonId by, DateTimeOffset at) => (Playlist, MoreLike, LessOf, By, At) = (playlist, more, less, by, at);

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist it is said of.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The track that more should be like; null where less is wanted of an artist.</summary>
    public TrackId? MoreLike { get; private set; }

    /// <summary>The artist of whom there should be less; null where more is wanted like a track.</summary>
    public ArtistId? LessOf { get; private set; }

    /// <summary>Who said so.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>More like a track.</summary>
    public static Steer More(PlaylistId playlist, TrackId track, PersonId by, DateTimeOffset at) => new(playlist, track, null, by, at);

    /// <summary>Less of an artist.</summary>
    public static Steer Less(PlaylistId playlist, ArtistId artist, PersonId by, DateTimeOffset at) => new(playlist, null, artist, by, at);
}
