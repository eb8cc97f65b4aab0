using System.Text.Json;
using System.Text.Json.Nodes;

namespace Curation.Core.Playlists;

/// <summary>Writes a draft in two parts, as files of lists hold it: everything but the pool, and each entry. What is added to drafts and entries later is in the parts by itself.</summary>
public static class DraftParts
{
    /// <summary>Name under which the parts stand in the extension of a format that has such.</summary>
    public const string Extension = "urn:curation:draft:1";

    private const string Pool = "pool";

    /// <summary>The draft without its pool, as JSON on one line of ASCII.</summary>
    public static JsonObject Head(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var head = JsonSerializer.SerializeToNode(draft with { Pool = [] }, DraftJson.Options)!.AsObject();
        head.Remove(Pool);
        return head;
    }

    /// <summary>An entry as JSON on one line of ASCII.</summary>
    public static JsonObject Of(Entry entry) => JsonSerializer.SerializeToNode(entry, DraftJson.Options)!.AsObject();

    /// <summary>Reads what <see cref="Head"/> wrote; null where it is no such thing.</summary>
    public static Draft? ReadHead(string? json) => Read<Draft>(json) is { Title: not null, Need: not null, Blend: not null } head ? head with { Pool = [] } : null;

    /// <summary>Reads what <see cref="Of"/> wrote; null where it is no such thing.</summary>
    public static Entry? ReadEntry(string? json) => Read<Entry>(json) is { Note: not null } entry ? entry : null;

    private static T? Read<T>(string? json)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(json, DraftJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
