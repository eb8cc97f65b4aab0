using System.Diagnostics;
using System.Globalization;
using Curation.Core.Blending;
using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Tests.Blending;
using Curation.Tests.Blending.Sequencing;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What putting a pool in order costs, and how good the order is, on one thread. Run with <c>-class "*SequenceBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class SequenceBenchmark(ITestOutputHelper output)
{
    [Theory(Explicit = true)]
    [InlineData(100)]
    [InlineData(500)]
    [InlineData(2000)]
    public void Milliseconds_and_cost(int count)
    {
        var plans = Enumerable.Range(1, 6).Select(seed => new SequencePlan { Tracks = Sequences.Pool(count, seed), Flow = Sequences.Everything(hard: true), Day = Sequences.Day }).ToList();
        Sequencer.Order(plans[0]);
        foreach (var plan in plans.Skip(1))
        {
            var start = Stopwatch.GetTimestamp();
            var first = Sequencer.First(plan);
            var built = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            using var process = Process.GetCurrentProcess();
            var busy = process.TotalProcessorTime;
            start = Stopwatch.GetTimestamp();
            var found = Sequencer.Order(plan);
            var spent = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            process.Refresh();
            var used = (process.TotalProcessorTime - busy).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            var obstacles = Feasibility.Of(plan, Sequences.Names).Count;
            var looked = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var plain = Sequences.CostOf(plan, PlainGreedy.Order(plan));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count}: {spent:F0} ms, {used:F0} ms of one core (first order {built:F0} ms, feasibility {looked:F1} ms, {obstacles} obstacles), cost {found.Cost:F1}, first order {first.Cost:F1}, plain greedy {plain:F1}, present {Sequencer.CostOf(plan):F1}; {found.Breaches.Count(breach => breach.Hard)} hard and {found.Breaches.Count(breach => !breach.Hard)} soft breaches, flow {found.Before.Score:F2} to {found.After.Score:F2}"));
            Assert.Equal(count, found.Order.Distinct().Count());
        }
    }

    /// <summary>2,000 lists of 50 with and without an order asked for, one thread.</summary>
    [Fact(Explicit = true)]
    public void Milliseconds_a_list()
    {
        var kitchen = new Kitchen
        {
            Pool = [.. Enumerable.Range(0, 150).Select(i => new[] { i % 80 })],
            Discovery = [.. Enumerable.Range(0, 50).Select(i => new[] { 1000 + i })],
            Pins = new Dictionary<int, int> { [5] = 1, [17] = 3 },
            Blend = new Blend { Size = 50, DiscoveryShare = 0.1, EditorialWeight = 0.4 },
        };
        var sound = Sequences.Pool(2000, 1).ToDictionary(track => track.Facts.Id, track => track.Facts.Features);
        var plain = kitchen.Ingredients();
        var sounding = new Catalogue(plain.Catalogue.Tracks.Select(track => track with { Features = sound[track.Id] }), plain.Catalogue.GenreNames, plain.Catalogue.ArtistNames);
        foreach (var flow in (Flow?[])[null, new Flow { Curve = new TargetCurve() }, Sequences.Everything()])
        {
            var composer = new Composer(plain with { Draft = plain.Draft with { Flow = flow }, Catalogue = sounding });
            var recipients = Enumerable.Range(1, 2_000).Select(id => kitchen.Listener(id, (id % 150) + 1)).ToList();
            foreach (var recipient in recipients.Take(200)) composer.Compose(recipient);
            var start = Stopwatch.GetTimestamp();
            foreach (var recipient in recipients) composer.Compose(recipient);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(flow is null ? "no order" : flow.Artist is null ? "a target" : "every rule")}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds / 2_000:F3} ms a list"));
        }
    }
}
