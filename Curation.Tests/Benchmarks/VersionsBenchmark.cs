using System.Diagnostics;
using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What grouping the versions of 200,000 tracks costs. Run with <c>-class "*VersionsBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class VersionsBenchmark(ITestOutputHelper output)
{
    private static readonly string[] Endings = ["", "", "", "", " (2011 Remaster)", " (Live at Ostmere Hall)", " feat. Kilo", " - Radio Edit", " {Lima Remix}", " [Album Version]"];

    [Fact(Explicit = true)]
    public void Versions_of_200_000_tracks()
    {
        var random = new Random(1);
        var tracks = Enumerable.Range(1, 200_000).Select(i =>
        {
            var song = random.Next(120_000);
            return new TrackFacts(new TrackId(i), $"Sodium {song % 997} Lights {song}{Endings[random.Next(Endings.Length)]}", "A", [new ArtistId(1 + (song % 30_000))], [], null, 180_000 + (song % 60 * 1_000) + random.Next(1_500), false, null, null, default);
        }).ToList();
        for (var round = 0; round < 3; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var likenesses = Likenesses.Within(tracks);
            var compared = Stopwatch.GetElapsedTime(start);
            var book = new VersionBook(likenesses, [], []);
            var grouped = tracks.Count(track => book.Group(track.Id).Tracks.Count > 1);
            Say($"{likenesses.Pairs.Count} pairs in {compared.TotalSeconds:F2} s, every track's group in {(Stopwatch.GetElapsedTime(start) - compared).TotalSeconds:F2} s, {grouped} tracks in one");
        }
    }

    private void Say(FormattableString words) => output.WriteLine(words.ToString(CultureInfo.InvariantCulture));
}
