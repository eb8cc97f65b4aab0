using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>How an order flows. What cannot be measured is null.</summary>
/// <param name="CurveGap">Mean |energy - target|.</param>
/// <param name="LargestStep">Largest step of energy between neighbours.</param>
/// <param name="LargestStepAt">Position, from 1, that it leads to.</param>
/// <param name="Key">Mean compatibility of the keys of neighbours.</param>
/// <param name="Tempo">Mean exp(-0.019 p^2) of the tempo changes in percent.</param>
public sealed record FlowReading(double? CurveGap, double? LargestStep, int LargestStepAt, double? Key, double? Tempo)
{
    /// <summary>Mean of what is known of three: nearness to the target, keys and tempo; 1 is best.</summary>
    public double? Score
    {
        get
        {
            var known = new[] { 1 - CurveGap, Key, Tempo }.OfType<double>().ToList();
            return known.Count == 0 ? null : known.Average();
        }
    }

    /// <summary>Reads tracks in their order.</summary>
    public static FlowReading Of(IReadOnlyList<SequenceTrack?> tracks, Flow? flow)
    {
        var steps = tracks.Zip(tracks.Skip(1), (from, to) => from is null || to is null ? default : Transition.Between(from.Facts.Features, to.Facts.Features, flow?.HalfAndDouble ?? false)).ToList();
        var (at, largest) = steps.Index().Where(step => step.Item.EnergyStep is not null).Select(step => (step.Index, Math.Abs(step.Item.EnergyStep!.Value))).DefaultIfEmpty((-1, -1)).MaxBy(step => step.Item2);
        return new FlowReading(Gap(tracks, flow?.Curve), at < 0 ? null : largest, at + 2, Mean(steps.Select(step => step.Key)), Mean(steps.Select(step => step.Tempo)));
    }

    private static double? Gap(IReadOnlyList<SequenceTrack?> tracks, TargetCurve? curve)
    {
        if (curve is null) return null;
        var target = curve.Over(tracks.Count);
        return Mean(tracks.Select((track, place) => track?.Facts.Features.Energy is { } energy ? Math.Abs(energy - target[place]) : (double?)null));
    }

    private static double? Mean(IEnumerable<double?> values) => values.OfType<double>().Select(value => (double?)value).Average();
}
