using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Playlists.Rules;

namespace Curation.Tests.Playlists.Rules;

/// <summary>A catalogue drawn from a seed, and the slow way to say whether a track fits a rule.</summary>
public sealed class RuleWorld
{
    public static readonly DateOnly Today = new(2026, 5, 4);
    private static readonly string[] Tiers = ["head", "middle", "tail"];
    private static readonly string?[] Languages = ["en", "sv", null];
    private static readonly string[] Tagged = ["calm", "rain", "night drive"];

    public RuleWorld(int seed, int tracks = 150)
    {
        var random = new Random(seed);
        Tracks = [.. Enumerable.Range(1, tracks).Select(id => Track(random, id))];
        Plays = Tracks.ToDictionary(track => track.Id, _ => (double)random.Next(0, 30));
        Tier = Tracks.ToDictionary(track => track.Id, _ => Tiers[random.Next(3)]);
        Tags = Tracks.ToDictionary(track => track.Id, _ => Tagged.Where(_ => random.Next(3) == 0).ToArray());
        Used = Tracks.Where(_ => random.Next(4) == 0).ToDictionary(track => track.Id, _ => Today.AddDays(-random.Next(0, 100)));
        var countries = new Dictionary<ArtistId, ArtistTraits> { [new(1)] = new(Gender.Unknown, "SE"), [new(2)] = new(Gender.Unknown, "NG") };
        var names = Enumerable.Range(1, 5).ToDictionary(id => new ArtistId(id), id => $"Artist {id}");
        Catalogue = new Catalogue(Tracks, Enumerable.Range(1, 4).ToDictionary(id => new GenreId(id), id => $"Genre {id}"), names) { Artists = countries };
        Ground = new RuleGround(new TrackColumns(Catalogue, new ColumnSources(id => Plays[id], id => Tier[id], id => Tags[id])), Today, Used);
    }

    public IReadOnlyList<TrackFacts> Tracks { get; }

    public Catalogue Catalogue { get; }

    public RuleGround Ground { get; }

    private Dictionary<TrackId, double> Plays { get; }

    private Dictionary<TrackId, string> Tier { get; }

    private Dictionary<TrackId, string[]> Tags { get; }

    private Dictionary<TrackId, DateOnly> Used { get; }

    /// <summary>The tracks that the columns say fit.</summary>
    public IReadOnlyList<TrackId> Found(Rule rule) => [.. Ground.RowsOf(rule).Each().Select(row => Ground.Columns[row].Id)];

    /// <summary>The tracks that fit when each is looked at by itself.</summary>
    public IReadOnlyList<TrackId> Reference(Rule rule) => [.. Tracks.Where(track => Fits(rule, track)).Select(track => track.Id)];

    public bool Fits(Rule rule, TrackFacts track) => rule switch
    {
        Rule.Group { Rules.Length: 0 } => true,
        Rule.Group { Match: Match.All } all => all.Rules.All(part => Fits(part, track)),
        Rule.Group { Match: Match.Any } any => any.Rules.Any(part => Fits(part, track)),
        Rule.Group none => !none.Rules.Any(part => Fits(part, track)),
        Rule.IsOneOf { Values.Length: 0 } => true,
        Rule.IsOneOf one => one.Not != (Values(one.Category, track) is { Count: > 0 } held ? held.Exists(one.Values.Contains) : one.Values.Contains("")),
        Rule.IsBetween { From: null, To: null } between => Value(between.Measure, track) is null == between.OrUnknown,
        Rule.IsBetween between => Value(between.Measure, track) is { } value ? !(value < (float?)between.From) && !(value > (float?)between.To) : between.OrUnknown,
        Rule.KeyFits fits => track.Features.Key is { } key && MusicalKey.TryParse(fits.Key, out var other) && GoTogether(key, other),
        Rule.ReleasedWithin within => track.ReleasedOn is { } day && day >= Today.AddMonths(-within.Months) && day <= Today,
        Rule.NotUsedFor rested => !Used.TryGetValue(track.Id, out var day) || day < Today.AddDays(-7 * rested.Weeks),
        Rule.HasText text => text.Not != $"{track.Title} {track.ArtistLine}".Contains(text.Text, StringComparison.OrdinalIgnoreCase),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static bool GoTogether(MusicalKey one, MusicalKey other)
    {
        var apart = Math.Abs(one.Hour - other.Hour);
        return one.Major == other.Major ? apart is 0 or 1 or 11 : apart == 0;
    }

    private List<string> Values(Category category, TrackFacts track) => category switch
    {
        Category.Genre => [.. track.Genres.Select(genre => genre.ToString())],
        Category.Key => track.Features.Key is { } key ? [key.ToString()] : [],
        Category.Explicit => [track.Explicit ? "yes" : "no"],
        Category.Language => track.Language is { } language ? [language] : [],
        Category.Country => Catalogue.Artists.TryGetValue(track.Artists[0], out var traits) && traits.Country is { } country ? [country] : [],
        Category.Tier => [Tier[track.Id]],
        Category.Artist => [.. track.Artists.Select(artist => artist.ToString())],
        _ => [.. Tags[track.Id]],
    };

    private float? Value(Measure measure, TrackFacts track) => measure switch
    {
        Measure.Year => track.ReleasedOn?.Year,
        Measure.Tempo => (float?)track.Features.Tempo,
        Measure.Energy => (float?)track.Features.Energy,
        Measure.Valence => (float?)track.Features.Valence,
        Measure.Length => track.DurationMs / 60_000f,
        _ => 100f * Plays.Values.Count(plays => plays < Plays[track.Id]) / (Tracks.Count - 1),
    };

    private static TrackFacts Track(Random random, int id)
    {
        bool Known() => random.Next(4) != 0;
        var artists = Enumerable.Range(1, 5).OrderBy(_ => random.Next()).Take(random.Next(1, 3)).Select(artist => new ArtistId(artist)).ToArray();
        var genres = Enumerable.Range(1, 4).OrderBy(_ => random.Next()).Take(random.Next(0, 3)).Select(genre => new GenreId(genre)).ToArray();
        var sound = new AudioFeatures(
            Known() ? random.Next(60, 180) : null, Known() ? random.Next(0, 11) / 10.0 : null, Known() ? random.Next(0, 11) / 10.0 : null, Known() ? new MusicalKey(random.Next(1, 13), random.Next(2) == 0) : null);
        return new TrackFacts(
            new TrackId(id), $"{(random.Next(3) == 0 ? "Rain" : "Sun")} {id}", "Somebody", artists, genres, Known() ? Today.AddDays(-random.Next(-30, 4_000)) : null,
            Known() ? random.Next(60_000, 600_000) : null, random.Next(5) == 0, null, null, sound)
        { Language = Languages[random.Next(3)] };
    }
}
