using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What the content policy costs on the largest pool, and on a whole catalogue. Run with <c>-class "*ContentBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class ContentBenchmark(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void The_largest_pool_and_100_000_tracks_under_a_lexicon_of_1_000_terms()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 12_000).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => "bcdfghlmnprstvw"[random.Next(15)].ToString() + "aeiou"[random.Next(5)] + "nrst"[random.Next(4)]))).ToArray();
        string Text(int count) => string.Join(' ', random.GetItems(words, count));
        var facts = Enumerable.Range(1, 100_000).ToDictionary(i => new TrackId(i), i => new TrackFacts(new TrackId(i), Text(1 + random.Next(4)), Text(2), [new ArtistId(1 + random.Next(20_000))], [], null, null, false, null, null, default));
        var terms = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"en; test; warn; {Text(i % 4 == 0 ? 3 : 1)}\n").Distinct());
        var lexicon = Lexicon.Read(terms);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 20; i++) lexicon = Lexicon.Read(terms);
        Say($"reading a lexicon of {lexicon.Terms.Length} terms: {Stopwatch.GetElapsedTime(start).TotalMilliseconds / 20:F1} ms");

        var rules = new ContentRules(1, [
            new ContentRule { Number = 1, Kind = ContentRuleKind.Text, Name = "Text", Level = ContentLevel.Block },
            new ContentRule { Number = 2, Kind = ContentRuleKind.Words, Name = "Words", Words = [.. random.GetItems(words, 50).Distinct()], Level = ContentLevel.Block },
            new ContentRule { Number = 3, Kind = ContentRuleKind.Artists, Name = "Artists", Artists = [.. Enumerable.Range(1, 200)], Level = ContentLevel.Block },
        ], lexicon);
        foreach (var size in (int[])[100, Draft.LargestPool])
        {
            var draft = new Draft { Title = "Night Drive", Pool = facts.Keys.Take(size).Select((track, i) => new Entry { Track = track, AddedBy = new PersonId("ada"), AddedAt = DateTimeOffset.UnixEpoch, Note = i % 2 == 0 ? Text(12) : "" }).ToImmutableArray() };
            var subject = new ContentSubject(new PlaylistId(1), draft, facts.GetValueOrDefault);
            var found = 0;
            var times = Enumerable.Range(0, 9).Select(_ =>
            {
                var began = Stopwatch.GetTimestamp();
                found = ContentScreen.Of(subject, rules, new DateOnly(2026, 5, 4)).Count;
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }).Order().ToArray();
            Say($"findings of a pool of {size}: {times[4]:F1} ms (median of 9), {found} found");
        }

        start = Stopwatch.GetTimestamp();
        var named = facts.Values.Count(track => rules.Rules.Skip(1).Any(rule => rules.Names(rule, track)));
        Say($"100,000 tracks held against rules of words and artists: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {named} named");
    }

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
