using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Publishing.Drafts;

/// <summary>A draft on its way out, with what its tracks are called.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Tracks">Facts of the tracks in its pool; one that is not here goes out by its number alone.</param>
/// <param name="SavedAt">When it was saved.</param>
public sealed record DraftFile(Draft Draft, IReadOnlyDictionary<TrackId, TrackFacts> Tracks, DateTimeOffset SavedAt)
{
    /// <summary>Name of the genre seed, since its number says nothing in another store.</summary>
    public string? Seed { get; init; }

    /// <summary>Titles of the releases, where known.</summary>
    public IReadOnlyDictionary<TrackId, string> Albums { get; init; } = new Dictionary<TrackId, string>();

    /// <summary>Where the files of the tracks lie, beside the list or in folders below it, with forward slashes.</summary>
    public IReadOnlyDictionary<TrackId, string> Paths { get; init; } = new Dictionary<TrackId, string>();

    /// <summary>The pool in order with what is known of each track.</summary>
    internal IEnumerable<DraftLine> Lines => Draft.Pool.Select(entry => new DraftLine(entry, Tracks.GetValueOrDefault(entry.Track), Albums.GetValueOrDefault(entry.Track), Paths.GetValueOrDefault(entry.Track)));
}

/// <summary>An entry on its way out.</summary>
internal sealed record DraftLine(Entry Entry, TrackFacts? Facts, string? Album, string? Path)
{
    public string Title => Facts?.Title ?? $"Track {Entry.Track}";

    public string Artist => Facts?.ArtistLine ?? "";

    /// <summary>Everything by which the track can be found again, the most general first.</summary>
    public IEnumerable<string> Identifiers
    {
        get
        {
            if (Facts?.Mbid is { } mbid) yield return $"https://musicbrainz.org/recording/{mbid:D}";
            if (Facts?.Isrc is { } isrc) yield return $"urn:isrc:{isrc}";
            yield return $"urn:curation:track:{Entry.Track}";
        }
    }

    /// <summary>The path as a relative address.</summary>
    public string? Location => Path is null ? null : string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
}

/// <summary>A format in which a draft leaves the house and comes back without loss: UTF-8 without a byte order mark, lines ending in LF.</summary>
public interface IDraftFormat
{
    /// <summary>Short name, also the file's ending.</summary>
    string Name { get; }

    /// <summary>Media type with character set.</summary>
    string ContentType { get; }

    /// <summary>Writes the draft.</summary>
    void Write(DraftFile file, Stream into);
}

/// <summary>The formats there are.</summary>
public static class DraftFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IDraftFormat> All { get; } = [new DraftJspf(), new DraftXspf(), new DraftM3u8(), new DraftCsv()];

    /// <summary>The format of a name, or null.</summary>
    public static IDraftFormat? Find(string name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The draft as bytes.</summary>
    public static byte[] ToBytes(this IDraftFormat format, DraftFile file)
    {
        ArgumentNullException.ThrowIfNull(format);
        using var bytes = new MemoryStream();
        format.Write(file, bytes);
        return bytes.ToArray();
    }
}
