using System.Diagnostics;
using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Search;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What suggestions and search cost on 200,000 tracks. Run with <c>-class "*SuggestBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class SuggestBenchmark(ITestOutputHelper output)
{
    private const int Tracks = 200_000;
    private const int Listeners = 20_000;

    [Fact(Explicit = true)]
    public void Milliseconds_for_a_pool_of_a_hundred_tracks()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 8_000).Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => "bcdfglmnprstv"[random.Next(13)].ToString() + "aeiou"[random.Next(5)]))).ToArray();
        string Text(int count) => string.Join(' ', random.GetItems(words, count));
        var artists = Enumerable.Range(1, 30_000).ToDictionary(i => new ArtistId(i), _ => Text(2));
        var genres = Enumerable.Range(1, 400).ToDictionary(i => new GenreId(i), _ => Text(1 + random.Next(2)));
        var facts = Enumerable.Range(1, Tracks).Select(i =>
        {
            var artist = new ArtistId(1 + random.Next(artists.Count));
            return new TrackFacts(new TrackId(i), Text(1 + random.Next(4)), artists[artist], [artist], [new GenreId(1 + random.Next(400))], new DateOnly(1960 + random.Next(65), 1, 1), 200_000, false, null, null, default);
        }).ToList();
        var catalogue = new Catalogue(facts, genres, artists);
        var model = Model(catalogue, random);
        var ground = Timed("ground", 1, () => new SuggestionGround(catalogue, Enumerable.Range(0, Tracks).ToDictionary(row => model.Tracks[row], model.Popularity.Plays), null, model.Factorisation, model.Neighbours));
        var index = Timed("search index", 1, () => new CatalogueWords(ground));
        var suggester = new Suggester(ground);
        var pool = Enumerable.Range(0, 100).Select(_ => new TrackId(1 + random.Next(Tracks))).Distinct().ToList();
        var need = $"for people who like {Text(3)} and {genres[new GenreId(7)]}";
        var list = Timed("pool of 100, need, 200 wanted", 20, () => suggester.Suggest(new() { Pool = pool, Need = need }));
        Timed("the same, one year and one genre", 20, () => suggester.Suggest(new() { Pool = pool, Need = need, Filters = new() { YearFrom = 1999, YearTo = 1999, Genres = new HashSet<GenreId> { new(7) } } }));
        Timed("one track (what is like it)", 20, () => suggester.Suggest(new() { Pool = pool[..1], Count = 12 }));
        foreach (var typed in new[] { "b", "ba", words[7][..3], words[7] + " " + words[9][..2] }) Timed($"search \"{typed}\"", 20, () => index.Tracks(typed, 50));
        Assert.Equal(200, list.Items.Count);
    }

    private T Timed<T>(string what, int times, Func<T> work)
    {
        var result = work();
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            result = work();
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        took.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {took[took.Count / 2]:F1} ms median, {took[0]:F1} min, {took[^1]:F1} max"));
        return result;
    }

    private static TrainedModel Model(Catalogue catalogue, Random random)
    {
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < Listeners; listener++)
        {
            for (var i = 0; i < 50; i++) builder.Add(listener, (int)(Math.Pow(random.NextDouble(), 2) * Tracks), 1);
        }

        var options = new ModelOptions { Factorisation = new() { Factors = 64, Iterations = 1 } };
        return new ModelTrainer(options).Train(builder.Build(Listeners, 0, Tracks), new TrackIndex(catalogue.Tracks.Select(track => track.Id)));
    }
}
