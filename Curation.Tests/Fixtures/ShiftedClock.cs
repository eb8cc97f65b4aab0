namespace Curation.Tests.Fixtures;

/// <summary>The real clock, some time ahead; timers run as they always do.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
