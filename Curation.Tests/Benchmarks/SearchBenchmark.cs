using System.Diagnostics;
using System.Globalization;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Search;
using Curation.Core.Playlists.Rules;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What searching by words and attributes costs on 200,000 tracks in a store. Run with <c>-class "*SearchBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class SearchBenchmark(ITestOutputHelper output)
{
    private const int Tracks = 200_000;

    [Fact(Explicit = true)]
    public async Task Milliseconds_for_a_search_of_200_000_tracks()
    {
        await using var desk = await TestDesk.Open();
        var random = new Random(1);
        var words = Enumerable.Range(0, 30_000).Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => "bcdfglmnprstv"[random.Next(13)].ToString() + "aeiou"[random.Next(5)]))).ToArray();
        string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 2))]));
        await Timed("writing the catalogue, which notes every track as stale", 1, () => Fill(desk, random, Text));
        await Timed("indexing all of it", 1, () => desk.Get<TextIndex>().CatchUp());
        var snapshot = await desk.Get<CurrentModel>().Get();
        await Timed("laying out the columns", 3, () => Task.FromResult(snapshot.Ground.Columns()));
        var search = desk.Get<SearchCatalogue>();
        await search.Run(new SearchAsk { Text = words[0] + "x" });
        foreach (var typed in new[] { "b", "ba", "bab", words[7], words[7] + " " + words[9][..2], words[3][..2] + " " + words[4][..2], words[11] + "q", "zzzzzzzz" })
        {
            var answer = await Timed($"\"{typed}\"", 15, () => search.Run(new SearchAsk { Text = typed }));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {answer.Total} tracks; also {string.Join(", ", answer.Corrections.Select(also => also.Also))}"));
        }

        var rule = new Rule.Group(Match.All, [new Rule.IsOneOf(Category.Genre, ["3", "7", "9"]), new Rule.IsBetween(Measure.Tempo, 90, 120), new Rule.IsOneOf(Category.Explicit, ["no"]), new Rule.KeyFits("8A")]);
        await Timed("four attributes, no words", 15, () => search.Run(new SearchAsk { Filters = rule }));
        await Timed("four attributes and \"ba\"", 15, () => search.Run(new SearchAsk { Text = "ba", Filters = rule }));
        var ground = await search.Ground();
        await Timed("the rows of the four attributes alone", 15, () => Task.FromResult(ground.RowsOf(rule).Count));
    }

    private static Task<int> Fill(TestDesk desk, Random random, Func<int, string> text) => desk.Get<Store>().WriteUnlogged(Actor.Console, [], async write =>
    {
        async Task Run(string sql, int times, Func<int, object[]> row)
        {
            for (var i = 1; i <= times; i++) await write.Db.Database.ExecuteSqlRawAsync(sql, row(i));
        }

        await Run("INSERT INTO Artists (Id, Name, Key, Type, Gender, Country) VALUES ({0}, {1}, {2}, 0, 0, {3})", 20_000, i => [i, text(2), $"a{i}", "SE NO US GB DE FR".Split(' ')[random.Next(6)]]);
        await Run("INSERT INTO Genres (Id, Name, Key, Version, SeedArtists, SeedTags, SeedTracks) VALUES ({0}, {1}, {2}, 1, '[]', '[]', '[]')", 60, i => [i, text(1), $"g{i}"]);
        await Run(
            "INSERT INTO Tracks (Id, Key, Title, ArtistLine, ReleasedOn, Explicit, Features_Tempo, Features_Energy, Features_Key, Language) VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})",
            Tracks, i => [i, $"t{i}", text(1 + random.Next(4)), text(2), new DateOnly(1960 + random.Next(65), 1, 1), random.Next(5) == 0, 60 + random.Next(120), random.NextDouble(), $"{1 + random.Next(12)}A", "en sv de fr".Split(' ')[random.Next(4)]]);
        await Run("INSERT INTO TrackCredits (Track, Position, Artist) VALUES ({0}, 0, {1})", Tracks, i => [i, 1 + random.Next(20_000)]);
        await Run("INSERT INTO TrackGenres (Track, Genre, Position) VALUES ({0}, {1}, 0)", Tracks, i => [i, 1 + random.Next(60)]);
        await Run("INSERT INTO TrackTags (Track, Tag, Count) VALUES ({0}, {1}, 1)", Tracks, i => [i, text(2)]);
        return Tracks;
    });

    private async Task<T> Timed<T>(string what, int times, Func<Task<T>> work)
    {
        var took = new List<double>();
        T result = default!;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            result = await work();
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        took.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {took[took.Count / 2]:F1} ms median, {took[0]:F1} min, {took[^1]:F1} max"));
        return result;
    }

    private Task Timed(string what, int times, Func<Task> work) => Timed(what, times, async () => { await work(); return 0; });
}
