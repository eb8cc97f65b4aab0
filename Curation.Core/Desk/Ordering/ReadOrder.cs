using Curation.Core.Blending.Sequencing;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Ordering;

/// <summary>Reads how a draft's present order flows and what it breaks, saved or not.</summary>
public sealed class ReadOrder(CurrentModel current, TimeProvider clock)
{
    /// <summary>The view of a draft.</summary>
    public async Task<OrderView> Of(Draft draft, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var snapshot = await current.Get(cancel);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await Task.Run(() => Look(draft, snapshot, day), cancel);
    }

    internal static OrderView Look(Draft draft, ModelSnapshot snapshot, DateOnly day)
    {
        var plan = OrderPlans.Of(draft, snapshot, day);
        var (tracks, flow) = (plan.Tracks, plan.Flow);
        var broken = Breaches.Of(tracks, flow, day).Select(breach => BreachWords.Of(breach, tracks, flow, snapshot.Catalogue));
        return new OrderView(
            FlowReading.Of(tracks, flow),
            new Joints([.. tracks.Select(track => track.Facts)], flow.HalfAndDouble),
            [.. broken],
            Feasibility.Of(plan, snapshot.Catalogue),
            flow.Curve?.Over(tracks.Count) ?? [],
            tracks.Count(track => track.Genders.Count == 0));
    }
}
