namespace Curation.Core.Desk.Demo;

/// <summary>A clock that stands where the demo world's story has got to; timers and elapsed time stay real.</summary>
public sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset at = now;

    /// <summary>The moment at which the workbench was really started.</summary>
    public DateTimeOffset Started { get; } = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => at;

    /// <summary>Goes on to a moment of the story.</summary>
    public void MoveTo(DateTimeOffset moment) => at = moment;
}
