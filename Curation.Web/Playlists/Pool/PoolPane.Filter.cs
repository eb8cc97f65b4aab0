using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Pool;

/// <summary>What of the pool is shown, and what is done to several rows.</summary>
public sealed partial class PoolPane
{
    private PoolFilter filter = PoolFilter.None;
    private IReadOnlyList<PoolLine> shown = [];
    private IReadOnlyList<TrackId> visible = [];
    private PoolBulk? bulk;
    private bool filtering;

    private IReadOnlyList<PoolLine> TargetLines => [.. Targets.Select(Line).OfType<PoolLine>()];

    private IReadOnlyList<string> Tags => [.. Lines.SelectMany(line => line.Entry.Tags ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private int Warnings => Lines.Count(Warned);

    /// <summary>Rows that the filter hides are not chosen either, so that no command changes what nobody sees.</summary>
    private void Show()
    {
        var before = visible;
        shown = filter.Of(Lines, Warned);
        visible = ReferenceEquals(shown, Lines) ? pool : [.. shown.Select(line => line.Entry.Track)];
        if (!visible.SequenceEqual(before)) Selection.Keep(before, visible);
    }

    private Task Filter(PoolFilter wanted)
    {
        filter = wanted;
        Show();
        return OnSelected.InvokeAsync();
    }

    private void StartFiltering()
    {
        filtering = true;
        StateHasChanged();
    }

    private async Task ShowAll()
    {
        filtering = false;
        await Filter(PoolFilter.None);
        await Focus();
    }

    /// <summary>A place among the rows shown, as a place in the whole pool.</summary>
    private int PlaceInPool(int place)
    {
        if (filter.IsNone || visible.Count == 0) return place;
        return place < visible.Count ? IndexInPool(visible[place]) : IndexInPool(visible[^1]) + 1;
    }

    /// <summary>A recording twice, a preferred copy elsewhere, or a broken rule of the order.</summary>
    private bool Warned(PoolLine line) => line.Warning is not null || line.Better is not null || (line.Number <= orders.Count && orders[line.Number - 1].Broken.Count > 0);

    private int IndexInPool(TrackId track) => pool.Index().FirstOrDefault(row => row.Item == track, (pool.Count, default)).Index;

    private Task UseBetter((TrackId Track, TrackId With) swap) => Edit(new DraftEdit.ReplaceTrack(swap.Track, swap.With));
}
