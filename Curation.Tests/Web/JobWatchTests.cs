using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Web.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Curation.Tests.Web;

public sealed class JobWatchTests
{
    [Fact]
    public async Task A_look_that_fails_ends_the_watch_with_its_fault()
    {
        var clock = new FakeTimeProvider();
        var running = new JobRow(1, "train", "Train", "Running", 0, "", PersonId.Console, clock.GetUtcNow(), null, null, null, null);
        var watch = JobWatch.Run(clock, () => [running], () => throw new TimeoutException("The store does not answer."), TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => watch);
    }

    [Fact]
    public async Task While_nothing_runs_only_every_fifth_second_is_looked_at()
    {
        var clock = new FakeTimeProvider();
        var asked = 0;
        using var gone = new CancellationTokenSource();
        var ticked = new SemaphoreSlim(0);
        IEnumerable<JobRow>? Nothing()
        {
            asked++;
            ticked.Release();
            return [];
        }

        var watch = JobWatch.Run(clock, Nothing, () => throw new TimeoutException("Looked."), gone.Token);
        for (var second = 1; second < 5; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await ticked.WaitAsync(TestContext.Current.CancellationToken);
        }

        Assert.False(watch.IsCompleted);
        Assert.Equal(4, asked);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => watch);
        ticked.Dispose();
    }
}
