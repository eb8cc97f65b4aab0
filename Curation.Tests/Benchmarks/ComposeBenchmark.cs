using System.Diagnostics;
using System.Globalization;
using Curation.Core.Blending;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Tests.Blending;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What composing costs: 200 allowed tracks, 50 slots, one thread. Run with <c>-class "*ComposeBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class ComposeBenchmark(ITestOutputHelper output)
{
    private const int Listeners = 20_000;

    [Theory(Explicit = true)]
    [InlineData(150, 80, "eighty artists")]
    [InlineData(150, 6, "six artists, so that the separation is tight")]
    [InlineData(46, 5, "five artists and just enough tracks, so that every step has to be tried")]
    [InlineData(46, 4, "four artists, so that the separation gives way")]
    public void Microseconds_a_listener(int pool, int artists, string what)
    {
        var kitchen = new Kitchen
        {
            Pool = Enumerable.Range(0, pool).Select(i => new[] { i % artists }).ToArray(),
            Discovery = Enumerable.Range(0, 50).Select(i => new[] { 1000 + i }).ToArray(),
            Pins = new Dictionary<int, int> { [5] = 1, [17] = 3 },
            Blend = new Blend { Size = 50, DiscoveryShare = 0.1, EditorialWeight = 0.4 },
        };
        var composer = kitchen.Composer();
        var tastes = Enumerable.Range(0, 64).Select(seed => new FixedTaste(seed, pool + 50)).ToArray();
        var played = Enumerable.Range(1, 200).Select(number => new Core.Catalog.TrackId(number * 3)).ToArray();
        var recipients = Enumerable.Range(1, Listeners).Select(id => new Recipient(new ListenerId(id), tastes[id % tastes.Length], played, default)).ToArray();
        foreach (var recipient in recipients.AsSpan(0, 2_000)) composer.Compose(recipient);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        foreach (var recipient in recipients) composer.Compose(recipient);
        var spent = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Listeners;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Listeners;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {spent:F1} us and {bytes} bytes a listener"));
        Assert.Equal(50, composer.Compose(recipients[0]).Slots.Length);
    }

    /// <summary>Scores without cost, so that only composing is measured.</summary>
    private sealed class FixedTaste : ITaste
    {
        private readonly float[] scores;

        public FixedTaste(int seed, int rows)
        {
            var random = new Random(seed);
            scores = Enumerable.Range(0, rows).Select(_ => random.NextSingle()).ToArray();
        }

        public void Score(ReadOnlySpan<int> rows, Span<float> into)
        {
            for (var i = 0; i < rows.Length; i++) into[i] = scores[rows[i]];
        }

        public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null) => [];

        public Explanation Explain(int row) => new(scores[row], [], scores[row]);
    }
}
