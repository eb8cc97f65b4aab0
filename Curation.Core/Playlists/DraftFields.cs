using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>A draft as single values by name. It follows the JSON of the draft, so a new property of a draft, an entry or a recipe merges by itself.</summary>
public static class DraftFields
{
    /// <summary>The name of an entry's pin.</summary>
    public const string Pin = "pin";

    /// <summary>The name of an entry's note.</summary>
    public const string Note = "note";

    private const string Recipe = "blend";
    private static readonly string[] NotValues = ["pool", "track", "addedBy", "addedAt"];

    /// <summary>Values that are different: those of the draft first, then those of entries that both states hold.</summary>
    public static IReadOnlyList<FieldEdit> Between(Draft before, Draft after)
    {
        var old = before.Pool.ToDictionary(entry => entry.Track);
        var entries = from entry in after.Pool
                      let was = old.GetValueOrDefault(entry.Track)
                      where was is not null && !ReferenceEquals(was, entry) && !was.Equals(entry)
                      from edit in Between(entry.Track, Of(was), Of(entry))
                      select edit;
        return [.. Between(null, Of(before), Of(after)), .. entries];
    }

    /// <summary>Values of one entry that are different from another's of the same track.</summary>
    public static IReadOnlyList<FieldEdit> Between(Entry before, Entry after) => [.. Between(after.Track, Of(before), Of(after))];

    /// <summary>The value as JSON; null where there is none, or no such entry.</summary>
    public static string? Read(Draft draft, TrackId? track, string field) =>
        track is not { } id ? Of(draft).GetValueOrDefault(field)
        : draft.IndexOf(id) is >= 0 and var place ? Of(draft.Pool[place]).GetValueOrDefault(field) : null;

    internal static Draft With(Draft draft, IReadOnlyList<FieldEdit> fields)
    {
        var own = fields.Where(field => field.Track is null).ToList();
        var written = own.Count == 0 ? draft : Written(draft with { Pool = [] }, own) with { Pool = draft.Pool };
        var byTrack = fields.Where(field => field.Track is not null).ToLookup(field => field.Track!.Value);
        return byTrack.Count == 0 ? written : written with { Pool = written.Pool.Select(entry => byTrack.Contains(entry.Track) ? Written(entry, byTrack[entry.Track]) : entry).ToImmutableArray() };
    }

    private static T Written<T>(T whole, IEnumerable<FieldEdit> fields)
    {
        try
        {
            var json = JsonSerializer.SerializeToNode(whole, DraftJson.Options)!.AsObject();
            foreach (var field in fields) Put(json, field);
            return json.Deserialize<T>(DraftJson.Options)!;
        }
        catch (JsonException bad)
        {
            throw new RefusedException("That value does not fit there; the old one was kept.", bad);
        }
    }

    private static void Put(JsonObject json, FieldEdit field)
    {
        var dot = field.Field.IndexOf('.', StringComparison.Ordinal);
        var (home, name) = dot < 0 ? (json, field.Field) : (json[field.Field[..dot]]!.AsObject(), field.Field[(dot + 1)..]);
        if (NotValues.Contains(name)) throw new RefusedException($"“{name}” is not a value that can be set; nothing was changed.");
        if (field.Now is null) home.Remove(name);
        else home[name] = JsonNode.Parse(field.Now);
    }

    private static IEnumerable<FieldEdit> Between(TrackId? track, Dictionary<string, string> before, Dictionary<string, string> after) =>
        from name in before.Keys.Union(after.Keys)
        let edit = new FieldEdit(track, name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))
        where edit.Was != edit.Now
        select edit;

    private static Dictionary<string, string> Of(Entry entry) => Values(entry).ToDictionary(value => value.Name, value => value.Json);

    private static Dictionary<string, string> Of(Draft draft) => Values(draft with { Pool = [] }).ToDictionary(value => value.Name, value => value.Json);

    private static IEnumerable<(string Name, string Json)> Values<T>(T whole)
    {
        foreach (var (name, value) in JsonSerializer.SerializeToNode(whole, DraftJson.Options)!.AsObject())
        {
            if (value is null || NotValues.Contains(name)) continue;
            if (name != Recipe || value is not JsonObject recipe) yield return (name, value.ToJsonString());
            else foreach (var (part, inner) in recipe) if (inner is not null) yield return ($"{Recipe}.{part}", inner.ToJsonString());
        }
    }
}
