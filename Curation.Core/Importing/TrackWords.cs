using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>A track as a file describes it. A reader hands out the same object for the same words, so that they are folded once.</summary>
public sealed class TrackWords
{
    private string? key;

    /// <summary>A track by title and artist credit as given.</summary>
    public TrackWords(string title, string artist)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(artist);
        Title = title;
        Artist = artist;
    }

    /// <summary>Title as given.</summary>
    public string Title { get; }

    /// <summary>Artist credit as given.</summary>
    public string Artist { get; }

    /// <summary>Title of the release, where given.</summary>
    public string? Album { get; init; }

    /// <summary>Day of release, where given; a year alone is 1 January.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>Length in milliseconds, where given.</summary>
    public int? DurationMs { get; init; }

    /// <summary>Explicit mark, where given.</summary>
    public bool? Explicit { get; init; }

    /// <summary>Language of the words, ISO 639-1 in lower case, where given.</summary>
    public string? Language { get; init; }

    /// <summary>Recording code in upper case, where given.</summary>
    public string? Isrc { get; init; }

    /// <summary>MusicBrainz recording, where given.</summary>
    public Guid? Mbid { get; init; }

    /// <summary>MusicBrainz identifier of the main artist, where given.</summary>
    public Guid? ArtistMbid { get; init; }

    /// <summary>Measured sound, where given.</summary>
    public AudioFeatures Features { get; init; }

    /// <summary>Path inside the media folder, where given.</summary>
    public string? MediaPath { get; init; }

    /// <summary>Address of a preview, where given.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>Whether the rights are cleared, where given.</summary>
    public RightsState? Rights { get; init; }

    /// <summary>Who holds the rights, where given.</summary>
    public string? RightsHolder { get; init; }

    /// <summary>The only territories in which it may be heard, where given; empty for everywhere.</summary>
    public string? AllowedIn { get; init; }

    /// <summary>Territories in which it may not be heard, where given; empty for none.</summary>
    public string? BlockedIn { get; init; }

    /// <summary>Whether anything is said about rights.</summary>
    public bool SaysRights => Rights is not null || RightsHolder is not null || AllowedIn is not null || BlockedIn is not null;

    /// <summary>Genre names as given, possibly none.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>True for an entry that stands for everything by its artist.</summary>
    public bool WholeArtist { get; init; }

    /// <summary>The key of the track, from <see cref="TrackKey"/>.</summary>
    public string Key => key ??= WholeArtist ? TrackKey.OfWholeArtist(Artist) : TrackKey.Of(Title, Artist, Isrc, Mbid);
}
