namespace Curation.Web.Shared;

/// <summary>Runs what was asked for last, once nothing more was asked for a while.</summary>
public sealed class Pause : IDisposable
{
    private readonly TimeSpan length;
    private readonly ITimer timer;

    /// <param name="clock">Measures the pause.</param>
    /// <param name="length">How long nothing more has to be asked for.</param>
    /// <param name="then">What runs then, on any thread.</param>
    public Pause(TimeProvider clock, TimeSpan length, Action then)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.length = length;
        timer = clock.CreateTimer(_ => then(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins to wait, or begins anew.</summary>
    public void Begin() => timer.Change(length, Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();
}
