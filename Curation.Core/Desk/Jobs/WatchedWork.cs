namespace Curation.Core.Desk.Jobs;

/// <summary>Runs long computation of a job beside a watch that passes progress on and stops it when a person cancels the job.</summary>
internal sealed class WatchedWork(JobRun run, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs work whose share done moves the job from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public async Task<T> Run<T>(string doing, double from, double to, Func<IProgress<double>, CancellationToken, T> work, CancellationToken cancel)
    {
        await run.Report(from, doing, cancel);
        await run.StopIfCancelled(cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ticks = new PeriodicTimer(Every, clock);
        var share = new Share();
        var working = Task.Run(() => work(share, stop.Token), CancellationToken.None);
        try
        {
            while (await Task.WhenAny(working, ticks.WaitForNextTickAsync(stop.Token).AsTask()) != working && !cancel.IsCancellationRequested)
            {
                await run.Report(from + ((to - from) * share.Done), doing, cancel);
                await run.StopIfCancelled(cancel);
            }
        }
        catch
        {
            // Whatever ends the watch, nothing goes on computing behind a job that has ended.
            await stop.CancelAsync();
            await working.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }

        return await working;
    }

    private sealed class Share : IProgress<double>
    {
        private double done;

        public double Done => Volatile.Read(ref done);

        public void Report(double value) => Volatile.Write(ref done, value);
    }
}
