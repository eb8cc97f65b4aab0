using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Tests.Auditing.Assessing;

/// <summary>A small catalogue with an audience and lists, all drawn from a seed.</summary>
internal sealed class SmallWorld
{
    public static readonly DateOnly Day = new(2026, 5, 4);

    private readonly SeededRandom random;

    public SmallWorld(int seed, int tracks = 80, int artists = 30, int listeners = 25)
    {
        random = new SeededRandom(seed);
        Catalogue = Draw(tracks, artists);
        Rows = new CatalogueRows(Catalogue);
        Vectors = [.. Enumerable.Range(0, tracks).Select(_ => random.NextInt(12) == 0 ? new float[5] : Enumerable.Range(0, 5).Select(_ => (float)random.NextGaussian()).ToArray())];
        Plays = [.. Enumerable.Range(0, tracks).Select(_ => (double)random.NextInt(100))];
        Label = new AttributeTable("label type", true, Enumerable.Range(1, artists).Where(_ => random.NextInt(3) > 0).Select(id => KeyValuePair.Create(id, random.NextInt(2) == 0 ? "major" : "independent")));
        Ground = GroundOf(Rows, BuiltInDimensions.Of(Rows, track => (track.Value % 3) switch { 0 => "head", 1 => "middle", _ => "tail" }, Day, [Label]));
        Pool = [.. Pick(tracks, 30)];
        Measured = new MeasuredLists
        {
            Lists = ListsOf(listeners),
            Audience = AudienceOf(listeners),
            Pool = Pool,
            Shared = Pool[..12],
            Live = ListsOf(7),
            Fit = [.. Enumerable.Range(0, listeners).Select(_ => random.NextInt(5) == 0 ? double.NaN : random.NextDouble())],
        };
        Measured = Measured with { Relevance = [.. Enumerable.Range(0, Measured.Lists.Tracks.Length).Select(_ => random.NextInt(6) == 0 ? float.NaN : (float)random.NextDouble())] };
    }

    public Catalogue Catalogue { get; }

    public CatalogueRows Rows { get; }

    public float[][] Vectors { get; }

    public double[] Plays { get; }

    public AttributeTable Label { get; }

    public MeasuringGround Ground { get; }

    public TrackId[] Pool { get; }

    public MeasuredLists Measured { get; }

    public MeasuringGround GroundOf(CatalogueRows rows, IReadOnlyList<Dimension> dimensions)
    {
        var matrix = new DenseMatrix(Vectors.Length, 5);
        for (var row = 0; row < Vectors.Length; row++) Vectors[row].CopyTo(matrix.PaddedRow(row));
        return new MeasuringGround(rows, dimensions, track => Plays[track.Value - 1], new TrackVectors(rows, rows.Index, matrix));
    }

    private Catalogue Draw(int tracks, int artists)
    {
        string?[] countries = [null, "SE", "NG", "US", "GB", "JP"];
        Gender[] genders = [Gender.Unknown, Gender.Female, Gender.Male, Gender.NonBinary];
        var traits = Enumerable.Range(1, artists).ToDictionary(id => new ArtistId(id), _ => new ArtistTraits(genders[random.NextInt(4)], countries[random.NextInt(6)]));
        var facts = Enumerable.Range(1, tracks).Select(id => new TrackFacts(
            new TrackId(id), $"Track {id}", "", [.. Pick(artists, 1 + (random.NextInt(3) == 0 ? random.NextInt(3) : 0)).Select(artist => new ArtistId(artist.Value))],
            [.. Pick(5, random.NextInt(3)).Select(genre => new GenreId(genre.Value))], random.NextInt(6) == 0 ? null : new DateOnly(2010 + random.NextInt(17), 1, 1), null, random.NextInt(4) == 0, null, null, default)
        { Language = random.NextInt(3) == 0 ? null : random.NextInt(2) == 0 ? "sv" : "yo", ExplicitStated = id % 3 != 0 });
        return new Catalogue(facts.ToList(), Enumerable.Range(1, 5).ToDictionary(id => new GenreId(id), id => $"genre {id}"), new Dictionary<ArtistId, string>()) { Artists = traits };
    }

    private IEnumerable<TrackId> Pick(int from, int count)
    {
        var ids = Enumerable.Range(1, from).ToArray();
        random.Shuffle<int>(ids);
        return ids.Take(count).Select(id => new TrackId(id)).ToArray();
    }

    private ListSet ListsOf(int listeners)
    {
        var lists = Enumerable.Range(0, listeners).Select(_ => Pick(Rows.Count, random.NextInt(5) switch { 0 => 0, 1 => random.NextInt(10), _ => 25 }).Select(track => random.NextInt(60) == 0 ? new TrackId(9_999) : track).ToArray()).ToArray();
        return Sets.Of(lists);
    }

    private Audience AudienceOf(int listeners)
    {
        var heard = Enumerable.Range(0, listeners).Select(_ => Pick(Rows.Count, random.NextInt(4) == 0 ? random.NextInt(2) : 20).ToArray()).ToArray();
        var plays = heard.SelectMany(tracks => tracks.Select(_ => (float)random.NextInt(4))).ToArray();
        var facts = Enumerable.Range(0, listeners).Select(_ => new ListenerFacts(random.NextInt(3) switch { 0 => null, 1 => "18-24", _ => "25-34" }, random.NextInt(2) == 0 ? null : "SE", random.NextInt(4) == 0)).ToArray();
        return new Audience(facts, Sets.Starts(heard), [.. heard.SelectMany(tracks => tracks)], plays);
    }
}

/// <summary>Lays lists out one after another.</summary>
internal static class Sets
{
    public static ListSet Of(params IReadOnlyList<TrackId[]> lists) =>
        new([.. Enumerable.Range(1, lists.Count).Select(id => new ListenerId(id))], Starts(lists), [.. lists.SelectMany(list => list)]);

    public static int[] Starts(IReadOnlyList<TrackId[]> lists)
    {
        var starts = new int[lists.Count + 1];
        for (var i = 0; i < lists.Count; i++) starts[i + 1] = starts[i] + lists[i].Length;
        return starts;
    }
}
