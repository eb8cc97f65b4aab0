using System.Globalization;

namespace Curation.Core.Catalog;

/// <summary>The key under which imports recognise a track again: the strongest identifier that its source gave.</summary>
/// <remarks>Two keys of different kinds never merge two tracks; that is a decision for a person.</remarks>
public static class TrackKey
{
    /// <summary>A recording's MusicBrainz identifier, else its ISRC, else its folded title and artist credit.</summary>
    public static string Of(string title, string artistCredit, string? isrc = null, Guid? mbid = null)
    {
        if (mbid is { } id) return "mbid:" + id.ToString("D", CultureInfo.InvariantCulture);
        if (!string.IsNullOrWhiteSpace(isrc)) return "isrc:" + isrc.Trim().ToUpperInvariant();
        return OfNames(title, artistCredit);
    }

    /// <summary>The key of a track that is known only by title and artist credit.</summary>
    public static string OfNames(string title, string artistCredit) =>
        "name:" + ArtistKey.Fold(artistCredit) + "\u001f" + ArtistKey.Fold(title);

    /// <summary>The key of a catalogue entry that stands for everything by one artist, for artist-level data.</summary>
    public static string OfWholeArtist(string artist) => "artist:" + ArtistKey.Fold(artist);
}
