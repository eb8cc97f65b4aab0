namespace Curation.Core.Blending.Sequencing;

/// <summary>What a track costs by where it stands alone: its energy against the target, and whether it is what the clock asks for there.</summary>
internal sealed class PlaceTerm : Term
{
    private readonly double[] target;
    private readonly double[] energy;
    private readonly bool[][] fits;
    private readonly double broken;

    public PlaceTerm(Arrangement arrangement, SequencePlan plan)
        : base(arrangement)
    {
        target = plan.Flow.Curve?.Over(Count) ?? [];
        energy = plan.Tracks.Select(track => track.Facts.Features.Energy ?? double.NaN).ToArray();
        fits = plan.Flow.Clock is { } clock ? [.. clock.Slots.Select(slot => plan.Tracks.Select(track => track.Fits(slot, plan.Day)).ToArray())] : [];
        broken = plan.Flow.Clock is { } asked ? Weights.Of(asked.Hard, 0) : 0;
    }

    public override int Reach => 0;

    /// <summary>The energy aimed at, by place; empty without a target.</summary>
    public double[] Target => target;

    public override double AtPlace(int place)
    {
        if (At[place] is not (>= 0 and var track)) return 0;
        var cost = fits.Length > 0 && !fits[place % fits.Length][track] ? broken : 0;
        if (target.Length > 0 && !double.IsNaN(energy[track])) cost += Weights.Curve * Math.Abs(energy[track] - target[place]);
        return cost;
    }

    public override double Over(int first, int last)
    {
        double sum = 0;
        for (var place = first; place <= last; place++) sum += AtPlace(place);
        return sum;
    }
}
