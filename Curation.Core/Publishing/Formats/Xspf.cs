using System.Globalization;
using System.Text;
using System.Xml;

namespace Curation.Core.Publishing.Formats;

/// <summary>XSPF version 1. Characters that XML cannot hold become U+FFFD.</summary>
public sealed class Xspf : IListFormat
{
    private const string Space = "http://xspf.org/ns/0/";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    /// <inheritdoc/>
    public string Name => "xspf";

    /// <inheritdoc/>
    public string ContentType => "application/xspf+xml; charset=utf-8";

    /// <inheritdoc/>
    public void Write(ExportedList list, Stream into)
    {
        ArgumentNullException.ThrowIfNull(list);
        using var xml = XmlWriter.Create(into, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("playlist", Space);
        xml.WriteAttributeString("version", "1");
        Element(xml, "title", list.Title);
        Element(xml, "creator", "Curation");
        Element(xml, "identifier", $"urn:curation:edition:{list.EditionHash}");
        Element(xml, "date", Date(list.PublishedAt));
        xml.WriteStartElement("trackList", Space);
        foreach (var track in list.Tracks) WriteTrack(xml, track);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>An instant as XML Schema writes it.</summary>
    internal static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteTrack(XmlWriter xml, ExportedTrack track)
    {
        xml.WriteStartElement("track", Space);
        Element(xml, "identifier", track.Identifier);
        Element(xml, "title", track.Title);
        Element(xml, "creator", track.Artist);
        if (track.DurationMs is { } duration) Element(xml, "duration", duration.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Space, Holdable(text));

    internal static string Holdable(string text)
    {
        var held = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            held.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return held.ToString();
    }
}
