using System.Diagnostics;
using System.Globalization;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What measuring the effect of 50,000 lists of 50 costs: 200,000 tracks, 5 million pairs of listener and track, a live edition, 64 factors, every measure with 1,000 resamples. Run with <c>-class "*EffectBenchmark" -explicit only -showLiveOutput</c>; prints, asserts no time.</summary>
public sealed class EffectBenchmark(ITestOutputHelper output)
{
    private const int Tracks = 200_000;
    private const int Artists = 30_000;
    private const int Listeners = 50_000;
    private const int Length = 50;
    private const int Heard = 100;

    private static readonly string[] Countries = [.. "US GB DE FR SE NO BR JP KR NG ZA IN CA AU MX AR ES IT PL NL BE FI DK IE NZ CL CO PE JM CU".Split(' ')];
    private static readonly string[] Languages = [.. "en de fr es pt sv no ja ko it pl nl fi da".Split(' ')];

    private readonly SeededRandom random = new(3);

    [Fact(Explicit = true)]
    public void Seconds_for_fifty_thousand_lists_of_fifty()
    {
        var ground = Ground();
        var measured = Lists();
        IReadOnlyList<(string, string)> usual = new MeasuringOptions().Crossed, most = [("gender", "country"), ("country", "genre"), ("language", "genre"), ("tier", "country")];
        foreach (var (threads, crossed) in ((int, IReadOnlyList<(string, string)>)[])[(1, usual), (2, usual), (2, usual), (2, most), (2, most)])
        {
            var started = Stopwatch.GetTimestamp();
            var meter = new EffectMeter(ground, new MeasuringOptions { Threads = threads, Crossed = crossed });
            var laid = Stopwatch.GetElapsedTime(started);
            using var process = Process.GetCurrentProcess();
            var busy = process.TotalProcessorTime;
            started = Stopwatch.GetTimestamp();
            var effect = meter.Measure(measured);
            var took = Stopwatch.GetElapsedTime(started);
            process.Refresh();
            started = Stopwatch.GetTimestamp();
            var hidden = OutsideFigures.Of(effect.Figures).Count(OutsideFigures.IsHidden);
            var closed = Stopwatch.GetElapsedTime(started);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{threads} threads: {took.TotalSeconds:F2} s, {(process.TotalProcessorTime - busy).TotalSeconds:F2} processor seconds, {effect.Figures.Length} figures of {meter.Dimensions.Sum(dimension => dimension.Groups.Count)} groups; laid out before in {laid.TotalSeconds:F2} s; {hidden} hidden from outsiders in {closed.TotalSeconds:F2} s"));
            Assert.NotEmpty(effect.Figures);
        }
    }

    private MeasuringGround Ground()
    {
        var traits = Enumerable.Range(1, Artists).ToDictionary(
            id => new ArtistId(id),
            _ => new ArtistTraits(random.NextInt(2) == 0 ? Gender.Unknown : random.NextInt(5) == 0 ? Gender.Female : Gender.Male, random.NextInt(10) == 0 ? null : Countries[random.NextInt(Countries.Length)]));
        var catalogue = new Catalogue([.. Enumerable.Range(1, Tracks).Select(Track)], Enumerable.Range(1, 150).ToDictionary(id => new GenreId(id), id => $"genre {id}"), new Dictionary<ArtistId, string>()) { Artists = traits };
        var rows = new CatalogueRows(catalogue);
        var vectors = new DenseMatrix(Tracks, 64);
        for (var row = 0; row < Tracks; row++)
        {
            foreach (ref var value in vectors.PaddedRow(row)) value = (float)random.NextGaussian();
        }

        var dimensions = BuiltInDimensions.Of(rows, track => track.Value % 10 == 0 ? "head" : track.Value % 3 == 0 ? "middle" : "tail", new DateOnly(2026, 5, 1), []);
        return new MeasuringGround(rows, dimensions, track => 1_000_000.0 / track.Value, new TrackVectors(rows, rows.Index, vectors));
    }

    private TrackFacts Track(int id)
    {
        var artists = Enumerable.Range(0, random.NextInt(10) == 0 ? 2 : 1).Select(_ => new ArtistId(1 + random.NextInt(Artists))).Distinct().ToArray();
        var genres = Enumerable.Range(0, random.NextInt(10) == 0 ? 2 : 1).Select(_ => new GenreId(1 + random.NextInt(150))).Distinct().ToArray();
        return new TrackFacts(new TrackId(id), "Track", "", artists, genres, new DateOnly(1980 + random.NextInt(46), 1, 1), 200_000, random.NextInt(20) == 0, null, null, default) { Language = Languages[random.NextInt(Languages.Length)] };
    }

    /// <summary>Four fifths of each list from a pool of 200, the rest from the whole catalogue.</summary>
    private MeasuredLists Lists()
    {
        var pool = Enumerable.Range(0, 200).Select(_ => new TrackId(1 + random.NextInt(Tracks))).Distinct().ToArray();
        var lists = new TrackId[Listeners * Length];
        var order = pool.ToArray();
        for (var at = 0; at < lists.Length; at++)
        {
            if (at % Length == 0) random.Shuffle<TrackId>(order);
            lists[at] = at % 5 == 4 ? new TrackId(1 + random.NextInt(Tracks)) : order[at % Length];
        }

        var set = new ListSet([.. Enumerable.Range(1, Listeners).Select(id => new ListenerId(id))], [.. Enumerable.Range(0, Listeners + 1).Select(row => row * Length)], lists);
        var heard = Enumerable.Range(0, Listeners * Heard).Select(_ => new TrackId(1 + (int)(Tracks * Math.Pow(random.NextDouble(), 3)))).ToArray();
        var facts = Enumerable.Range(0, Listeners).Select(row => new ListenerFacts(row % 3 == 0 ? "18-24" : "25-34", Countries[row % 5], row % 50 == 0)).ToArray();
        return new MeasuredLists
        {
            Lists = set,
            Audience = new Audience(facts, [.. Enumerable.Range(0, Listeners + 1).Select(row => row * Heard)], heard, [.. heard.Select(_ => 1f + random.NextInt(5))]),
            Pool = pool,
            Shared = pool[..Length],
            Live = set,
            Fit = [.. Enumerable.Range(0, Listeners).Select(_ => random.NextDouble())],
            Relevance = [.. lists.Select(_ => (float)random.NextDouble())],
        };
    }
}
