using System.Text.Json;
using Curation.Core.Matching;
using Curation.Core.Playlists;

namespace Curation.Core.Importing.Lists;

/// <summary>Reads JSPF, with the parts of a draft where it has them.</summary>
internal static class JspfList
{
    private const int Depth = 48;

    public static GivenList Read(string name, string text, string? ownAddress)
    {
        using var json = Parse(name, text);
        if (JsonWords.Child(json.RootElement, "playlist") is not { ValueKind: JsonValueKind.Object } list) throw new ImportStoppedException($"{name}: is JSON, but holds no playlist, as JSPF has it.");
        var head = Part(list, "draft");
        var passed = new List<PassedLine>();
        var tracks = new List<GivenTrack>();
        if (JsonWords.Child(list, "track") is { ValueKind: JsonValueKind.Array } rows)
        {
            foreach (var (i, row) in rows.EnumerateArray().Index())
            {
                if (Track(i + 1, row, ownAddress) is { } track) tracks.Add(track);
                else passed.Add(new PassedLine(i + 1, "", "a track without a name, an identifier or a file"));
            }
        }

        return new GivenList
        {
            Format = "JSPF",
            Tracks = tracks,
            Passed = passed,
            Title = JsonWords.Text(list, "title"),
            Words = JsonWords.Text(list, "annotation"),
            Draft = DraftParts.ReadHead(JsonWords.Child(head, "draft")?.GetRawText()),
            Seed = JsonWords.Text(head, "seed"),
        };
    }

    private static GivenTrack? Track(int place, JsonElement row, string? ownAddress)
    {
        var duration = JsonWords.Whole(row, "duration") is { } ms and > 0 and < int.MaxValue ? (int)ms : (int?)null;
        var wanted = GivenNames.Of(place, JsonWords.Text(row, "title"), JsonWords.Text(row, "creator"), duration, All(row, "identifier"), All(row, "location").FirstOrDefault(), ownAddress);
        if (wanted is null) return null;
        return new GivenTrack(wanted) { Entry = DraftParts.ReadEntry(JsonWords.Child(Part(row, "entry"), "entry")?.GetRawText()) ?? GivenEntry.Noted(JsonWords.Text(row, "annotation")) };
    }

    /// <summary>The part of the extension that has a name; extensions are lists of anything.</summary>
    private static JsonElement? Part(JsonElement of, string name) =>
        JsonWords.Child(JsonWords.Child(of, "extension"), DraftParts.Extension) is { ValueKind: JsonValueKind.Array } parts
            ? parts.EnumerateArray().Where(part => JsonWords.Child(part, name) is { ValueKind: JsonValueKind.Object }).Select(part => (JsonElement?)part).FirstOrDefault()
            : null;

    private static IEnumerable<string> All(JsonElement row, string name) => JsonWords.Child(row, name) switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private static JsonDocument Parse(string name, string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Depth });
        }
        catch (JsonException broken)
        {
            throw Documents.Broken(name, broken);
        }
    }
}
