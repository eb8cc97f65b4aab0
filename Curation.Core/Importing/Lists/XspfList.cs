using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Curation.Core.Matching;
using Curation.Core.Playlists;

namespace Curation.Core.Importing.Lists;

/// <summary>Reads XSPF of any version, with the parts of a draft where it has them. Document types and entities are refused.</summary>
internal static class XspfList
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 0, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static GivenList Read(string name, string text, string? ownAddress)
    {
        var root = Parse(name, text);
        if (root.Name.LocalName != "playlist") throw new ImportStoppedException($"{name}: is XML, but no XSPF playlist; its root is {root.Name.LocalName}.");
        var passed = new List<PassedLine>();
        var tracks = new List<GivenTrack>();
        foreach (var (i, row) in root.Elements().Where(Called("trackList")).Take(1).SelectMany(list => list.Elements().Where(Called("track"))).Index())
        {
            if (Track(i + 1, row, ownAddress) is { } track) tracks.Add(track);
            else passed.Add(new PassedLine(i + 1, "", "a track without a name, an identifier or a file"));
        }

        return new GivenList
        {
            Format = "XSPF",
            Tracks = tracks,
            Passed = passed,
            Title = Text(root, "title"),
            Words = Text(root, "annotation"),
            Draft = DraftParts.ReadHead(Part(root, "draft")),
            Seed = Part(root, "seed"),
        };
    }

    private static GivenTrack? Track(int place, XElement row, string? ownAddress)
    {
        int? duration = int.TryParse(Text(row, "duration"), NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? ms : null;
        var wanted = GivenNames.Of(place, Text(row, "title"), Text(row, "creator"), duration, row.Elements().Where(Called("identifier")).Select(element => element.Value), Text(row, "location"), ownAddress);
        return wanted is null ? null : new GivenTrack(wanted) { Entry = DraftParts.ReadEntry(Part(row, "entry")) ?? GivenEntry.Noted(Text(row, "annotation")) };
    }

    private static string? Part(XElement of, string name) =>
        of.Elements().Where(Called("extension")).Where(extension => (string?)extension.Attribute("application") == DraftParts.Extension).SelectMany(extension => extension.Elements().Where(Called(name))).FirstOrDefault()?.Value;

    private static string? Text(XElement of, string name) => of.Elements().FirstOrDefault(Called(name))?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static Func<XElement, bool> Called(string name) => element => element.Name.LocalName == name;

    private static XElement Parse(string name, string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException broken)
        {
            throw new ImportStoppedException($"{name}, line {Math.Max(1, broken.LineNumber)}: the document is no XML that can be read; document types and entities are refused.", broken);
        }
    }
}
