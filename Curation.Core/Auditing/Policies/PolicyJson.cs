using System.Text.Json;
using System.Text.Json.Serialization;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Policies;

/// <summary>Writes and reads what a policy says, the same text for the same rules.</summary>
public static class PolicyJson
{
    // What is null is written too: left out, it would be read as the default.
    private static readonly JsonSerializerOptions Options = new() { Converters = { new KeyConverter(), new JsonStringEnumConverter() } };

    /// <summary>As one line of JSON.</summary>
    public static string Write(PolicyRules rules) => JsonSerializer.Serialize(rules, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PolicyRules Read(string text) => JsonSerializer.Deserialize<PolicyRules>(text, Options) ?? throw new JsonException("A policy is an object.");

    private sealed class KeyConverter : JsonConverter<MeasureKey>
    {
        public override MeasureKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => MeasureKey.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, MeasureKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
