using System.Globalization;
using System.Text.Json;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>Says a value of a draft, which goes by its JSON name, as an editor reads it, and reads back what one typed.</summary>
public static class FieldWords
{
    public static string Name(string field) => field switch
    {
        "seed" => "genre seed",
        "flow" => "rules of the order",
        "sections" => "smart sections",
        "missing" => "lines still missing",
        "blend.size" => "tracks in a list",
        "blend.editorialWeight" => "editorial weight",
        "blend.discoveryShare" => "discovery share",
        "blend.artistSeparation" => "artist separation",
        "blend.separationIsHard" => "hard separation",
        "blend.allowExplicit" => "explicit tracks",
        "blend.seed" => "seed of ties",
        _ => Words(field[(field.LastIndexOf('.') + 1)..]),
    };

    /// <summary>The value without its JSON dress; "none" where there is none.</summary>
    public static string Value(string field, string? json, Func<int, string>? genre = null)
    {
        if (json is null) return field == DraftFields.Pin ? "not pinned" : "none";
        var value = JsonDocument.Parse(json).RootElement;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : "empty",
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Number when field == DraftFields.Pin => $"pinned at {value.GetInt32()}",
            JsonValueKind.Number when field is "blend.editorialWeight" or "blend.discoveryShare" => string.Create(CultureInfo.InvariantCulture, $"{value.GetDouble() * 100:0.##} %"),
            JsonValueKind.Number when field == "seed" && genre is not null => genre(value.GetInt32()),
            JsonValueKind.Number => json,
            JsonValueKind.Object when field == CommercialTie.Field => $"{value.GetProperty("what").GetString()}, by {value.GetProperty("who").GetString()}",
            JsonValueKind.Object when field == "flow" && value.Deserialize<Flow>(DraftJson.Options) is { } flow => FlowWords.Of(flow),
            JsonValueKind.Object => Parts(value),
            JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array) => value.GetArrayLength() == 1 ? "1 of them" : $"{value.GetArrayLength()} of them",
            JsonValueKind.Array => $"{value.GetArrayLength()} values: {string.Join(", ", value.EnumerateArray().Take(6).Select(item => item.ToString()))}",
            _ => json,
        };
    }

    /// <summary>Whether an editor can type a third value instead of choosing between two.</summary>
    public static bool CanType(string? mine, string? theirs) => (mine ?? theirs) is [>= '0' and <= '9' or '"', ..];

    /// <summary>What was typed as JSON of the same kind as the others; null where it does not fit.</summary>
    public static string? Typed(string text, string? like)
    {
        if (like is ['"', ..]) return JsonSerializer.Serialize(text.Trim());
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonSerializer.Serialize(number) : null;
    }

    /// <summary>The value as it stands in a field to type in.</summary>
    public static string Raw(string? json) => json is ['"', ..] ? JsonSerializer.Deserialize<string>(json) ?? "" : json ?? "";

    /// <summary>The parts of a value that has several, each by its name; lists by their length.</summary>
    private static string Parts(JsonElement value)
    {
        var parts = value.EnumerateObject().Where(part => part.Value.ValueKind is not JsonValueKind.Null)
            .Select(part => $"{Words(part.Name)} {(part.Value.ValueKind is JsonValueKind.Array ? part.Value.GetArrayLength().ToString(CultureInfo.InvariantCulture) : Value(part.Name, part.Value.GetRawText()))}").ToList();
        return parts.Count == 0 ? "empty" : string.Join(", ", parts);
    }

    private static string Words(string camel) => string.Concat(camel.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
