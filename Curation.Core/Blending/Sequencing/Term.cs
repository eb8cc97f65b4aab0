namespace Curation.Core.Blending.Sequencing;

/// <summary>One part of what an order costs. It is asked only for what a change may have touched.</summary>
internal abstract class Term(Arrangement arrangement)
{
    /// <summary>Two places nearer than this may touch the same part of the cost in different ways.</summary>
    public abstract int Reach { get; }

    protected int[] At { get; } = arrangement.At;

    protected int[] Of { get; } = arrangement.Of;

    protected int Count { get; } = arrangement.Count;

    /// <summary>What everything costs that the track at a place takes part in. Places without a track cost nothing.</summary>
    public abstract double AtPlace(int place);

    /// <summary>What everything costs that any track from <paramref name="first"/> to <paramref name="last"/> takes part in, each part once.</summary>
    public abstract double Over(int first, int last);
}
