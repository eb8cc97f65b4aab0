using System.Collections.Concurrent;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>Makes one listener's list after another from the same ingredients. Pure: the same ingredients and recipient give the same bytes. May be used from many threads.</summary>
public sealed partial class Composer
{
    private readonly ConcurrentBag<Workspace> workspaces = [];
    private readonly CandidateTable table;
    private readonly Ingredients ingredients;
    private readonly Blend blend;
    private readonly ListOrder? order;
    private readonly CalibratedOrder? calibrated;
    private readonly ExposureFloors? floors;
    private readonly double[][] groupShares = [];

    /// <summary>A composer for these ingredients.</summary>
    /// <exception cref="RefusedException">The separation is hard and two pins break it.</exception>
    public Composer(Ingredients ingredients)
    {
        ArgumentNullException.ThrowIfNull(ingredients);
        this.ingredients = ingredients;
        blend = ingredients.Draft.Blend.Checked();
        table = new CandidateTable(ingredients);
        if (blend.SeparationIsHard) RefusePinsTooClose();
        if (ingredients.Draft.Flow is { } flow) order = new ListOrder(ingredients, table, flow);
        if (blend.Calibration is { } weight and > 0) calibrated = new CalibratedOrder(table, ingredients.Catalogue, weight, blend.Size);
        if (blend.Exposure is not { Shares.Length: > 0 } goal) return;
        floors = new ExposureFloors(goal, blend.Size);
        groupShares = Array.ConvertAll(table.Tracks, track => ingredients.GroupShares(track).ToArray());
        if (groupShares.Any(shares => shares.Length != goal.Shares.Length)) throw new ArgumentException("Every track has a share in each group of the exposure goal.", nameof(ingredients));
    }

    /// <summary>What the lists name as their origin.</summary>
    public ListOrigin Origin => ingredients.Origin;

    /// <summary>Pool tracks that are on nobody's list, in the pool's order.</summary>
    public IReadOnlyList<LeftOut> LeftOut => table.LeftOut;

    /// <summary>The list of one recipient.</summary>
    public ComposedList Compose(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var workspace = Rent();
        var leftOut = workspace.Exclude(recipient, table);
        workspace.Ranking.Rank(recipient.Taste);
        calibrated?.Follow(workspace, recipient);
        workspace.Arranger.Arrange(Math.Min(blend.Size, workspace.Available), workspace.Gone, recipient.Listener?.Value ?? 0);
        if (order is not null) Improve(workspace, order);
        var slots = Slots(workspace);
        var shortfall = slots.Length < blend.Size ? new Shortfall(blend.Size, slots.Length, workspace.Arranger.WouldHoldAt) : null;
        workspaces.Add(workspace);
        return new ComposedList(recipient.Listener, slots, Origin.HashOf(recipient.Listener?.Value ?? 0, slots), leftOut.Count == 0 ? table.LeftOut : [.. table.LeftOut, .. leftOut], shortfall);
    }

    private Workspace Rent() => workspaces.TryTake(out var workspace) ? workspace : new Workspace(table, blend, floors is null ? null : new ExposureQuota(floors, groupShares, blend.Size));

    private Slot[] Slots(Workspace workspace)
    {
        var arranger = workspace.Arranger;
        var slots = new Slot[arranger.Layout.Length];
        var last = workspace.LastSeen;
        var fell = workspace.Quota?.Shortfalls(arranger.Order[1..], workspace.Gone, table.InPool);
        for (var position = 1; position <= slots.Length; position++)
        {
            var index = arranger.Order[position];
            var marks = TooClose(index, position, last) ? SlotMarks.SeparationGaveWay : SlotMarks.None;
            if (arranger.Layout.PinAt(position) == index && table.Pin[index] != position) marks |= SlotMarks.PinMovedUp;
            if (fell is not null && fell[position]) marks |= SlotMarks.ExposureGaveWay;
            slots[position - 1] = new Slot(table.Tracks[index], ProvenanceOf(index, position, workspace), workspace.Ranking.Scores[index] / (float)Ranking.Whole, marks);
        }

        return slots;
    }

    /// <summary>The draft's order, as far as the places kept for groups let it: where it breaks them it is followed again under them, and where that finds no way the list stays as it was.</summary>
    private void Improve(Workspace workspace, ListOrder order)
    {
        var arranger = workspace.Arranger;
        var before = arranger.Order[1..].ToArray();
        order.Improve(arranger);
        if (workspace.Quota is not { } quota || !quota.Worse(arranger.Order[1..], before, workspace.Gone, table.InPool)) return;
        if (arranger.Follow(arranger.Order[1..].ToArray()) && !quota.Worse(arranger.Order[1..], before, workspace.Gone, table.InPool)) return;
        arranger.Reorder(before);
    }

    private bool TooClose(int index, int position, Span<int> last)
    {
        var close = false;
        foreach (var artist in table.Artists[index])
        {
            close |= last[artist] > 0 && position - last[artist] < blend.ArtistSeparation;
            last[artist] = position;
        }

        return close;
    }

    private Provenance ProvenanceOf(int index, int position, Workspace workspace)
    {
        var layout = workspace.Arranger.Layout;
        if (layout.PinAt(position) == index) return Provenance.Pinned;
        if (!table.InPool[index]) return layout.WantsDiscovery(position) ? Provenance.Discovery : Provenance.Fill;
        return workspace.Ranking.EditorLed[index] ? Provenance.Editor : Provenance.Personal;
    }

    private void RefusePinsTooClose()
    {
        for (var i = 0; i < table.PinOrder.Length; i++)
        {
            for (var j = i + 1; j < table.PinOrder.Length; j++)
            {
                int one = table.PinOrder[i], other = table.PinOrder[j];
                var distance = table.Pin[other] - table.Pin[one];
                if (distance >= blend.ArtistSeparation) break;
                if (!table.Artists[one].Intersect(table.Artists[other]).Any()) continue;
                throw new RefusedException(
                    $"The pins at {table.Pin[one]} and {table.Pin[other]} share an artist, and the recipe keeps tracks of one artist {blend.ArtistSeparation} positions apart. " +
                    $"Nothing was made. Move one pin by {blend.ArtistSeparation - distance}, set the separation to {distance}, or let the rule give way.");
            }
        }
    }
}
