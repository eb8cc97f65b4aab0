using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;

namespace Curation.Core.Publishing.Drafts;

/// <summary>A draft as XSPF version 1; what XSPF has no element for stands as JSON in an extension.</summary>
public sealed class DraftXspf : IDraftFormat
{
    private const string Space = "http://xspf.org/ns/0/";
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    /// <inheritdoc/>
    public string Name => "xspf";

    /// <inheritdoc/>
    public string ContentType => "application/xspf+xml; charset=utf-8";

    /// <inheritdoc/>
    public void Write(DraftFile file, Stream into)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var xml = XmlWriter.Create(into, Settings);
        xml.WriteStartElement("playlist", Space);
        xml.WriteAttributeString("version", "1");
        Element(xml, "title", file.Draft.Title);
        Element(xml, "creator", "Curation");
        if (file.Draft.Need.Length > 0) Element(xml, "annotation", file.Draft.Need);
        Element(xml, "date", Xspf.Date(file.SavedAt));
        Extension(xml, "draft", DraftParts.Head(file.Draft), file.Seed);
        xml.WriteStartElement("trackList", Space);
        foreach (var line in file.Lines) Track(xml, line);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Track(XmlWriter xml, DraftLine line)
    {
        xml.WriteStartElement("track", Space);
        if (line.Location is { } location) Element(xml, "location", location);
        foreach (var identifier in line.Identifiers) Element(xml, "identifier", identifier);
        Element(xml, "title", line.Title);
        if (line.Artist.Length > 0) Element(xml, "creator", line.Artist);
        if (line.Entry.Note.Length > 0) Element(xml, "annotation", line.Entry.Note);
        if (line.Album is not null) Element(xml, "album", line.Album);
        if (line.Facts?.DurationMs is { } duration) Element(xml, "duration", duration.ToString(CultureInfo.InvariantCulture));
        Extension(xml, "entry", DraftParts.Of(line.Entry), null);
        xml.WriteEndElement();
    }

    private static void Extension(XmlWriter xml, string name, JsonObject part, string? seed)
    {
        xml.WriteStartElement("extension", Space);
        xml.WriteAttributeString("application", DraftParts.Extension);
        xml.WriteElementString(name, DraftParts.Extension, part.ToJsonString());
        if (seed is not null) xml.WriteElementString("seed", DraftParts.Extension, Xspf.Holdable(seed));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Space, Xspf.Holdable(text));
}
