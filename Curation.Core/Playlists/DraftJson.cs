using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Writes and reads drafts as JSON with ids as plain numbers. The bytes depend on nothing but the draft, so they can be hashed.</summary>
public static class DraftJson
{
    /// <summary>The options under which drafts and edits are written.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new IntId<TrackId>(value => new TrackId(value), id => id.Value), new IntId<GenreId>(value => new GenreId(value), id => id.Value), new PersonConverter() },
    };

    /// <summary>The draft as JSON.</summary>
    public static string Write(Draft draft) => JsonSerializer.Serialize(draft, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Draft Read(string json) =>
        JsonSerializer.Deserialize<Draft>(json, Options) ?? throw new JsonException("A draft cannot be null.");

    /// <summary>SHA-256 over the draft's JSON, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(Draft draft) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft, Options)));

    private sealed class IntId<TId>(Func<int, TId> make, Func<TId, int> value) : JsonConverter<TId>
        where TId : struct
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, TId id, JsonSerializerOptions options) => writer.WriteNumberValue(value(id));
    }

    private sealed class PersonConverter : JsonConverter<PersonId>
    {
        // A pool names the same few people thousands of times; each is kept once.
        public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(string.Intern(reader.GetString() ?? ""));

        public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
