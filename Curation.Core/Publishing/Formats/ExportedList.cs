using System.Security.Cryptography;
using System.Text;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Publishing.Formats;

/// <summary>A published list on its way out.</summary>
/// <param name="Slug">The playlist's name in addresses.</param>
/// <param name="Title">The title as published.</param>
/// <param name="EditionNumber">Number of the edition within the playlist.</param>
/// <param name="EditionHash">Hash of the edition.</param>
/// <param name="ListHash">Hash of this list.</param>
/// <param name="PublishedAt">When the edition first went live.</param>
/// <param name="Tracks">The tracks in order.</param>
public sealed record ExportedList(string Slug, string Title, int EditionNumber, string EditionHash, string ListHash, DateTimeOffset PublishedAt, IReadOnlyList<ExportedTrack> Tracks)
{
    /// <summary>Tracks that were published but are not given any more, in order.</summary>
    public IReadOnlyList<NotGiven> LeftOut { get; init; } = [];

    /// <summary>The list's hash, with a mark of its own where what is given now is not just what was published.</summary>
    public string GivenHash => LeftOut.Count == 0 && Tracks.All(track => !track.Advised) ? ListHash : $"{ListHash}-{Mark()}";

    private string Mark() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', LeftOut.Select(track => $"{track.Because}:{track.Track}").Concat(Tracks.Where(track => track.Advised).Select(track => $"advised:{track.Slot.Track}"))))).AsSpan(0, 4));
}

/// <summary>A track of a published list that is not given any more.</summary>
/// <param name="Track">The track.</param>
/// <param name="Because">Why: "removed", "restricted", "territory" or "explicit".</param>
public sealed record NotGiven(TrackId Track, string Because);

/// <summary>A track of a published list.</summary>
/// <param name="Slot">Its place.</param>
/// <param name="Title">Title as given.</param>
/// <param name="Artist">Artist credit as printed.</param>
/// <param name="DurationMs">Length in milliseconds, where known.</param>
/// <param name="Isrc">International Standard Recording Code, where known.</param>
/// <param name="Mbid">MusicBrainz recording identifier, where known.</param>
public sealed record ExportedTrack(Slot Slot, string Title, string Artist, int? DurationMs, string? Isrc, Guid? Mbid)
{
    /// <summary>Whether a decision marks it for listeners.</summary>
    public bool Advised { get; init; }

    /// <summary>What somebody gives for it, as its editors declared; null where nothing is.</summary>
    public CommercialTie? Promoted { get; init; }

    /// <summary>The recording's address at MusicBrainz where it is known, else a name within this store.</summary>
    public string Identifier => Mbid is { } id ? $"https://musicbrainz.org/recording/{id:D}" : $"urn:curation:track:{Slot.Track}";
}

/// <summary>A format in which a list leaves the house. What it writes depends on the list alone: UTF-8 without a byte order mark, lines ending in LF.</summary>
public interface IListFormat
{
    /// <summary>Short name, also the file's ending: "jspf", "xspf", "m3u8", "csv".</summary>
    string Name { get; }

    /// <summary>Media type with character set.</summary>
    string ContentType { get; }

    /// <summary>Writes the list.</summary>
    void Write(ExportedList list, Stream into);
}

/// <summary>The formats there are.</summary>
public static class ListFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IListFormat> All { get; } = [new Jspf(), new Xspf(), new M3u8(), new Csv()];

    /// <summary>The format of a name, or null.</summary>
    public static IListFormat? Find(string name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The list as bytes.</summary>
    public static byte[] ToBytes(this IListFormat format, ExportedList list)
    {
        ArgumentNullException.ThrowIfNull(format);
        using var bytes = new MemoryStream();
        format.Write(list, bytes);
        return bytes.ToArray();
    }
}
