using System.Threading.Channels;

namespace Curation.Core.Desk.Jobs;

/// <summary>Rings when a job was queued, so that the background worker need not poll.</summary>
public sealed class JobBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A job is there.</summary>
    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns once it has rung since the last call.</summary>
    public ValueTask<bool> Wait(CancellationToken cancel) => rings.Reader.ReadAsync(cancel);
}
