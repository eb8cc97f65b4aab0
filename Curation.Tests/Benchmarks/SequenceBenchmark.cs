using System.Diagnostics;
using System.Globalization;
using Curation.Core.Blending.Sequencing;
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
}
