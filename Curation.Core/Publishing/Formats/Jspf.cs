using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Curation.Core.Publishing.Formats;

/// <summary>JSPF, the JSON form of XSPF. The edition and list hashes stand in an extension under <see cref="Extension"/>, each track's slot likewise.</summary>
public sealed class Jspf : IListFormat
{
    /// <summary>Name of the extension.</summary>
    public const string Extension = "urn:curation:edition:1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "jspf";

    /// <inheritdoc/>
    public string ContentType => "application/jspf+json; charset=utf-8";

    /// <inheritdoc/>
    public void Write(ExportedList list, Stream into)
    {
        ArgumentNullException.ThrowIfNull(list);
        using var json = new Utf8JsonWriter(into, Options);
        json.WriteStartObject();
        json.WriteStartObject("playlist");
        json.WriteString("title", list.Title);
        json.WriteString("creator", "Curation");
        json.WriteString("identifier", $"urn:curation:edition:{list.EditionHash}");
        json.WriteString("date", Xspf.Date(list.PublishedAt));
        WriteEdition(json, list);
        json.WriteStartArray("track");
        foreach (var track in list.Tracks) WriteTrack(json, track);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEdition(Utf8JsonWriter json, ExportedList list)
    {
        StartExtension(json);
        json.WriteString("slug", list.Slug);
        json.WriteNumber("edition", list.EditionNumber);
        json.WriteString("editionHash", list.EditionHash);
        json.WriteString("listHash", list.ListHash);
        if (list.LeftOut.Count > 0)
        {
            json.WriteStartArray("leftOut");
            foreach (var track in list.LeftOut)
            {
                json.WriteStartObject();
                json.WriteNumber("track", track.Track.Value);
                json.WriteString("because", track.Because);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        EndExtension(json);
    }

    private static void WriteTrack(Utf8JsonWriter json, ExportedTrack track)
    {
        json.WriteStartObject();
        json.WriteString("title", track.Title);
        json.WriteString("creator", track.Artist);
        if (track.DurationMs is { } duration) json.WriteNumber("duration", duration);
        json.WriteStartArray("identifier");
        json.WriteStringValue(track.Identifier);
        json.WriteEndArray();
        StartExtension(json);
        json.WriteNumber("track", track.Slot.Track.Value);
        if (track.Isrc is { } isrc) json.WriteString("isrc", isrc);
        json.WriteString("provenance", CultureInfo.InvariantCulture.TextInfo.ToLower(track.Slot.Provenance.ToString()));
        json.WriteNumber("score", track.Slot.Score);
        if (track.Advised) json.WriteBoolean("advisory", true);
        if (track.Promoted is { } tie)
        {
            json.WriteStartObject("promoted");
            json.WriteString("by", tie.Who);
            json.WriteString("for", tie.What);
            json.WriteEndObject();
        }

        EndExtension(json);
        json.WriteEndObject();
    }

    private static void StartExtension(Utf8JsonWriter json)
    {
        json.WriteStartObject("extension");
        json.WriteStartArray(Extension);
        json.WriteStartObject();
    }

    private static void EndExtension(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
