using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;

namespace Curation.Core.Publishing.Drafts;

/// <summary>A draft as JSPF; what JSPF has no field for stands in an extension.</summary>
public sealed class DraftJspf : IDraftFormat
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "jspf";

    /// <inheritdoc/>
    public string ContentType => "application/jspf+json; charset=utf-8";

    /// <inheritdoc/>
    public void Write(DraftFile file, Stream into)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var json = new Utf8JsonWriter(into, Options);
        json.WriteStartObject();
        json.WriteStartObject("playlist");
        json.WriteString("title", file.Draft.Title);
        json.WriteString("creator", "Curation");
        if (file.Draft.Need.Length > 0) json.WriteString("annotation", file.Draft.Need);
        json.WriteString("date", Xspf.Date(file.SavedAt));
        Extension(json, "draft", DraftParts.Head(file.Draft), file.Seed);
        json.WriteStartArray("track");
        foreach (var line in file.Lines) Track(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Track(Utf8JsonWriter json, DraftLine line)
    {
        json.WriteStartObject();
        json.WriteString("title", line.Title);
        if (line.Artist.Length > 0) json.WriteString("creator", line.Artist);
        if (line.Album is not null) json.WriteString("album", line.Album);
        if (line.Facts?.DurationMs is { } duration) json.WriteNumber("duration", duration);
        if (line.Entry.Note.Length > 0) json.WriteString("annotation", line.Entry.Note);
        json.WriteStartArray("identifier");
        foreach (var identifier in line.Identifiers) json.WriteStringValue(identifier);
        json.WriteEndArray();
        if (line.Location is { } location)
        {
            json.WriteStartArray("location");
            json.WriteStringValue(location);
            json.WriteEndArray();
        }

        Extension(json, "entry", DraftParts.Of(line.Entry), null);
        json.WriteEndObject();
    }

    private static void Extension(Utf8JsonWriter json, string name, JsonObject part, string? seed)
    {
        json.WriteStartObject("extension");
        json.WriteStartArray(DraftParts.Extension);
        json.WriteStartObject();
        json.WritePropertyName(name);
        part.WriteTo(json);
        if (seed is not null) json.WriteString("seed", seed);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
