using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>One version of the content policy: its rules and its lexicon. Immutable; a change is a new version.</summary>
public sealed class ContentRules
{
    private const int MostRules = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new GenreConverter(), new PlaylistConverter() },
    };

    private readonly Dictionary<int, Lexicon> words;
    private readonly Dictionary<int, HashSet<int>> named;

    /// <summary>A version of these rules and terms.</summary>
    public ContentRules(int version, IEnumerable<ContentRule> rules, Lexicon lexicon)
    {
        Version = version;
        Rules = [.. rules];
        Lexicon = lexicon;
        words = Rules.Where(rule => rule.Words.Length > 0).ToDictionary(rule => rule.Number, rule => new Lexicon(rule.Words.Select(word => new LexiconTerm("any", rule.Name, rule.Level, word))));
        named = Rules.ToDictionary(rule => rule.Number, rule => (rule.Kind == ContentRuleKind.Tracks ? rule.Tracks : rule.Artists).ToHashSet());
    }

    /// <summary>What a new workbench begins with, version 0: the text screen with the lexicon that comes along.</summary>
    public static ContentRules Starter { get; } = new(
        0,
        [new ContentRule { Number = 1, Kind = ContentRuleKind.Text, Name = "Words of the lexicon", Level = ContentLevel.Block, Why = "Nobody should read a slur or a threat in a playlist before a person has looked at it." }],
        Lexicon.Starter);

    /// <summary>No rules and no terms.</summary>
    public static ContentRules None { get; } = new(0, [], Lexicon.Empty);

    /// <summary>Counts from 1 with each saving; 0 before the first.</summary>
    public int Version { get; }

    /// <summary>The rules by number.</summary>
    public ImmutableArray<ContentRule> Rules { get; }

    /// <summary>The terms for the text screen.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Rules that count on a day in a playlist of a kind (null where it is not told) that starts from a genre.</summary>
    public IEnumerable<ContentRule> Holding(PlaylistId playlist, GenreId? seed, DateOnly day, PlaylistKind? kind = null) => Rules.Where(rule => rule.Holds(day) && rule.Scope.Covers(playlist, seed, kind));

    /// <summary>Whether a rule about tracks is about this one.</summary>
    public bool Names(ContentRule rule, TrackFacts track) => rule.Kind switch
    {
        ContentRuleKind.Artists => track.Artists.Any(artist => named[rule.Number].Contains(artist.Value)),
        ContentRuleKind.Tracks => named[rule.Number].Contains(track.Id.Value),
        ContentRuleKind.Words => InWords(rule, track.Title) is not null || InWords(rule, track.ArtistLine) is not null,
        ContentRuleKind.Explicit => track.Explicit,
        ContentRuleKind.Territory => track.Rights.IsLimited && (!rule.Scope.IsTerritorial || Territory.Codes(rule.Scope.Territories).Any(code => !track.Rights.MayBeHeardIn(code))),
        ContentRuleKind.Rights => track.Rights.State == RightsState.Missing || (rule.DemandStated && track.Rights.State == RightsState.NotStated),
        ContentRuleKind.Commercial => track.Artists.Any(artist => named[rule.Number].Contains(artist.Value)) || InWords(rule, track.Rights.Holder) is not null || InWords(rule, track.Title) is not null || InWords(rule, track.ArtistLine) is not null,
        _ => false,
    };

    /// <summary>The word of a rule that a text holds, or null.</summary>
    public string? InWords(ContentRule rule, string? text) => words.GetValueOrDefault(rule.Number)?.Screen(text).Select(hit => hit.Term.Text).FirstOrDefault();

    /// <summary>The rules where all of them say enough.</summary>
    /// <exception cref="RefusedException">One does not, or there are too many.</exception>
    public static IReadOnlyList<ContentRule> Checked(IReadOnlyList<ContentRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Count > MostRules) throw new RefusedException($"A policy has at most {MostRules} rules; nothing was saved.");
        if (rules.Select(rule => rule.Number).Distinct().Count() < rules.Count) throw new RefusedException("Two rules have the same number; nothing was saved. Open the page again.");
        return [.. rules.Select(rule => rule.Checked()).OrderBy(rule => rule.Number)];
    }

    /// <summary>Refuses a rule that is over before it counts. One that ended since it was saved stays as long as nobody changes it.</summary>
    /// <exception cref="RefusedException">The last day of a new or changed rule is past.</exception>
    public void MustNotBeOver(IEnumerable<ContentRule> rules, DateOnly today)
    {
        var known = Rules.Select(rule => Write([rule])).ToHashSet(StringComparer.Ordinal);
        if (rules.FirstOrDefault(rule => !rule.Holds(today) && !known.Contains(Write([rule]))) is not { } over) return;
        throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"The last day of “{over.Short}”, {over.Until:d MMMM yyyy}, is over already, so it would find nothing. Give it a later day or none; nothing was saved."));
    }

    /// <summary>Rules as JSON; the bytes depend on nothing but them.</summary>
    public static string Write(IEnumerable<ContentRule> rules) => JsonSerializer.Serialize(rules, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<ContentRule> Read(string json) => JsonSerializer.Deserialize<List<ContentRule>>(json, Json) ?? [];

    private sealed class GenreConverter : JsonConverter<GenreId>
    {
        public override GenreId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, GenreId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    private sealed class PlaylistConverter : JsonConverter<PlaylistId>
    {
        public override PlaylistId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, PlaylistId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
