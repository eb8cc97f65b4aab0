namespace Curation.Core.Blending.Sequencing;

/// <summary>An order that was found.</summary>
/// <param name="Order">Numbers of the tracks, by their present place from 0, in the new order.</param>
/// <param name="Cost">What it costs by <see cref="Weights"/>; lower is better.</param>
/// <param name="Breaches">Where rules are broken in it.</param>
/// <param name="Before">How the present order flows.</param>
/// <param name="After">How the new one flows.</param>
public sealed record Sequenced(IReadOnlyList<int> Order, double Cost, IReadOnlyList<Breach> Breaches, FlowReading Before, FlowReading After);

/// <summary>Puts tracks in order. Pure: the same plan gives the same order.</summary>
public static class Sequencer
{
    /// <summary>The best order found for a plan.</summary>
    public static Sequenced Order(SequencePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var frame = new Frame(plan);
        var arrangement = new Arrangement(frame);
        var objective = new Objective(plan, arrangement);
        new GreedyOrder(plan, arrangement, objective).Fill();
        var search = new LocalSearch(arrangement, objective, plan.Flow.Seed);
        Improve(search, plan.Tracks.Count);
        return Result(plan, arrangement, objective);
    }

    /// <summary>What the present order costs.</summary>
    public static double CostOf(SequencePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var arrangement = new Arrangement(new Frame(plan));
        arrangement.Load([.. Enumerable.Range(0, plan.Tracks.Count)]);
        return new Objective(plan, arrangement).Whole();
    }

    /// <summary>The order that is built before anything is improved; the yardstick of the improvement.</summary>
    public static Sequenced First(SequencePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var arrangement = new Arrangement(new Frame(plan));
        var objective = new Objective(plan, arrangement);
        new GreedyOrder(plan, arrangement, objective).Fill();
        return Result(plan, arrangement, objective);
    }

    /// <summary>A short list is searched several times from hot; a long one is only warmed, for the first order is good where there are many tracks to choose from.</summary>
    private static void Improve(LocalSearch search, int count)
    {
        if (count <= 12)
        {
            for (var round = 0; round < 6; round++) search.Run(500 * count, Weights.Soft);
            return;
        }

        search.Run(Math.Min(500_000, 400 * count), Math.Clamp(30.0 / count, 0.06, 1));
    }

    private static Sequenced Result(SequencePlan plan, Arrangement arrangement, Objective objective)
    {
        var order = arrangement.At.ToArray();
        var tracks = order.Select(track => plan.Tracks[track]).ToList();
        return new Sequenced(order, objective.Whole(), Breaches.Of(tracks, plan.Flow, plan.Day, BrokenKeeps(plan, arrangement)), FlowReading.Of(plan.Tracks, plan.Flow), FlowReading.Of(tracks, plan.Flow));
    }

    private static List<int> BrokenKeeps(SequencePlan plan, Arrangement arrangement) =>
        [.. Enumerable.Range(0, plan.Tracks.Count).Where(track => plan.Keeps(track) && arrangement.Of[track + 1] != arrangement.Of[track] + 1).Select(track => arrangement.Of[track])];
}
