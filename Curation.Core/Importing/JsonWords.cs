using System.Text.Json;

namespace Curation.Core.Importing;

/// <summary>Takes values from JSON of unknown shape; what is not there, or of another kind, is null.</summary>
internal static class JsonWords
{
    public static JsonElement? Child(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var child) ? child : null;

    public static string? Text(JsonElement? parent, string name) => Child(parent, name) is { } child ? First(child) : null;

    public static long? Whole(JsonElement? parent, string name)
    {
        var child = Child(parent, name);
        return child is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;
    }

    /// <summary>A number of seconds as milliseconds; one too large for that is as large as can be, for the caller to refuse.</summary>
    public static long? SecondsAsMs(JsonElement? parent, string name) => Whole(parent, name) is { } seconds ? Math.Clamp(seconds, -long.MaxValue / 1000, long.MaxValue / 1000) * 1000 : null;

    public static Guid? Mbid(JsonElement? parent, string name) => Guid.TryParseExact(Text(parent, name), "D", out var id) ? id : null;

    /// <summary>The text, or the first text of a list.</summary>
    public static string? First(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0) element = element[0];
        if (element.ValueKind != JsonValueKind.String) return null;
        var text = element.GetString()?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
