using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Ordering;

/// <summary>Looks for a better order of a draft's pool. It changes nothing: what it finds is an edit for the editor to make.</summary>
public sealed class ArrangeDraft(CurrentModel current, TimeProvider clock)
{
    /// <summary>An order of the whole pool, or, where <paramref name="only"/> names any, of those rows within the places that they hold.</summary>
    public async Task<Arranged> Run(Draft draft, IReadOnlyCollection<TrackId>? only = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var snapshot = await current.Get(cancel);
        var began = clock.GetTimestamp();
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var plan = only is { Count: > 0 } ? OrderPlans.Only(only.ToHashSet(), draft, snapshot, day) : OrderPlans.Of(draft, snapshot, day);
        var arranged = await Task.Run(() => Arrange(plan, snapshot.Catalogue), cancel);
        return arranged with { Milliseconds = clock.GetElapsedTime(began).TotalMilliseconds };
    }

    internal static Arranged Arrange(SequencePlan plan, Catalogue catalogue)
    {
        var before = FlowReading.Of(plan.Tracks, plan.Flow);
        var obstacles = Feasibility.Of(plan, catalogue).Where(obstacle => obstacle.Hard).ToList();
        if (obstacles.Count > 0) return new Arranged([], [], obstacles, before, before, 0);
        var found = Sequencer.Order(plan);
        var stays = !Better(plan, found);
        var tracks = stays ? plan.Tracks : [.. found.Order.Select(track => plan.Tracks[track])];
        var broken = (stays ? Breaches.Of(tracks, plan.Flow, plan.Day) : found.Breaches).Select(breach => BreachWords.Of(breach, tracks, plan.Flow, catalogue)).ToList();
        if (stays || broken.Any(rule => rule.Breach.Hard)) return new Arranged([], broken, [], before, before, 0);
        return new Arranged([.. tracks.Select(track => track.Facts.Id)], broken, [], before, found.After, 0);
    }

    /// <summary>Whether an order is better than the present one, or the present one has a pin out of place.</summary>
    private static bool Better(SequencePlan plan, Sequenced found) =>
        Enumerable.Range(0, plan.Tracks.Count).Any(track => plan.FixedPlaceOf(track) is >= 0 and var place && place != track) || found.Cost < Sequencer.CostOf(plan) - 1e-6;
}
