using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Ordering;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Ordering;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Curation.Web.Playlists.Pool;

/// <summary>The pool in the editor's order: choosing, moving, pinning and removing.</summary>
public sealed partial class PoolPane
{
    private ElementReference scroller;
    private DotNetObjectReference<PoolPane>? self;
    private IJSObjectReference? module;
    private IReadOnlyList<PoolLine> listed = [];
    private IReadOnlyList<TrackId> pool = [];
    private IReadOnlyList<double?> energies = [];
    private IReadOnlyList<RowOrder> orders = [];
    private OrderView? ordered;
    private IReadOnlyList<double> target = [];
    private bool pinning;
    private bool ordering;

    [Parameter, EditorRequired] public required IReadOnlyList<PoolLine> Lines { get; set; }

    [Parameter, EditorRequired] public required PoolSelection Selection { get; set; }

    [Parameter, EditorRequired] public PlaylistId Playlist { get; set; }

    /// <summary>Tracks in a list, by the recipe.</summary>
    [Parameter, EditorRequired] public int ListSize { get; set; }

    /// <summary>What is asked of the order; null where nothing is.</summary>
    [Parameter] public Flow? Flow { get; set; }

    /// <summary>How the order stands to it; null while it is being read.</summary>
    [Parameter] public OrderView? Order { get; set; }

    /// <summary>What became of the last wish for an order; null where there was none, or it was closed.</summary>
    [Parameter] public Arranged? Report { get; set; }

    /// <summary>Whether a target can be drawn over the energies.</summary>
    [Parameter] public bool Drawing { get; set; }

    /// <summary>An order is asked for, of the rows chosen where there are any.</summary>
    [Parameter] public Func<IReadOnlyList<TrackId>, Task> OnOrder { get; set; } = _ => Task.CompletedTask;

    [Parameter] public EventCallback OnReportClosed { get; set; }

    /// <summary>Tells this pool from others to the player.</summary>
    [Parameter] public string PlayKey { get; set; } = "pool";

    [Parameter] public bool CanEdit { get; set; }

    [Parameter] public bool CanUndo { get; set; }

    [Parameter] public bool CanRedo { get; set; }

    [Parameter] public EventCallback<DraftEdit> OnEdit { get; set; }

    [Parameter] public EventCallback OnUndo { get; set; }

    [Parameter] public EventCallback OnRedo { get; set; }

    [Parameter] public EventCallback OnNote { get; set; }

    /// <summary>The choice or the cursor is another one.</summary>
    [Parameter] public EventCallback OnSelected { get; set; }

    /// <summary>What a command acts on: the chosen rows, else the one under the cursor.</summary>
    private IReadOnlyList<TrackId> Targets => Selection.Chosen.Count > 0 ? Selection.In(visible) : Selection.Cursor is { } cursor && visible.Contains(cursor) ? [cursor] : [];

    private string Summary
    {
        get
        {
            if (Lines.Count == 0) return FormattableString.Invariant($"no tracks yet · lists of {ListSize}");
            var length = Lines.Sum(line => (long)(line.Track?.Facts.DurationMs ?? 0));
            var tracks = Lines.Count == 1 ? "1 track" : $"{Lines.Count:N0} tracks";
            return FormattableString.Invariant($"{tracks} · {(length > 0 ? Spans.Brief(TimeSpan.FromMilliseconds(length)) : "length not known")} · lists of {ListSize}");
        }
    }

    private string OrderWords => Selection.Chosen.Count > 1 ? $"Order {Selection.Chosen.Count} chosen" : "Order for me";

    private string? FlowWords => Order?.Reading.Score is not { } score ? null : string.Create(CultureInfo.InvariantCulture, $"flow {score:0.00}{Order.Broken.Count switch
    {
        0 => "",
        1 => $" · one {Strength(Order.Broken[0])} rule gives way at {Order.Broken[0].Breach.To}",
        var many => $" · rules give way at {many} places",
    }}");

    /// <summary>Called by the script when rows are dropped in front of a place.</summary>
    [JSInvokable]
    public Task Dropped(int track, int place)
    {
        var dragged = new TrackId(track);
        var chosen = Selection.Has(dragged) ? Selection.In(visible) : [dragged];
        return Edit(PoolMoves.To(PlaceInPool(place), pool, chosen));
    }

    /// <summary>Called by the script for the keys that the table hears.</summary>
    [JSInvokable]
    public async Task Stepped(string key, bool range, int page)
    {
        if (key == "All") Selection.All(visible);
        else if (key == " ") Selection.ToggleCursor();
        else Selection.Step(visible, Stride(key, page), range);
        await OnSelected.InvokeAsync();
        await Reveal();
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(listed, Lines))
        {
            listed = Lines;
            pool = Lines.Select(line => line.Entry.Track).ToList();
            energies = Lines.Select(line => line.Track?.Facts.Features.Energy).ToList();
        }

        // A target stays drawn while the order is read anew; what is said of rows does not.
        if (Order is not null) target = Order.Target;
        if (!ReferenceEquals(ordered, Order) || orders.Count != pool.Count) (ordered, orders) = (Order, RowOrder.Of(Order, pool.Count));
        Show();
        if (Targets.Count == 0) pinning = false;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        module = await Js.InvokeAsync<IJSObjectReference>("import", "./Playlists/Pool/PoolPane.razor.js");
        await module.InvokeVoidAsync("attach", scroller, self);
    }

    public async ValueTask DisposeAsync()
    {
        await Leaving.Detach(module, scroller);
        self?.Dispose();
    }

    private PoolLine? Line(TrackId track) => Lines.FirstOrDefault(line => line.Entry.Track == track);

    private int Stride(string key, int page) => key switch { "ArrowUp" => -1, "ArrowDown" => 1, "PageUp" => -page, "PageDown" => page, "Home" => -visible.Count, _ => visible.Count };

    private Task Click((TrackId Track, MouseEventArgs Mouse) click)
    {
        Selection.Click(visible, click.Track, click.Mouse.ShiftKey, click.Mouse.CtrlKey || click.Mouse.MetaKey);
        return OnSelected.InvokeAsync();
    }

    private Task Clear()
    {
        pinning = false;
        Selection.Clear();
        return Task.WhenAll(OnReportClosed.InvokeAsync(), OnSelected.InvokeAsync());
    }

    private async Task OrderRows()
    {
        if (ordering || !CanEdit || Lines.Count < 2) return;
        ordering = true;
        StateHasChanged();
        try
        {
            await OnOrder(Selection.Chosen.Count > 1 ? Selection.In(pool) : []);
        }
        finally
        {
            ordering = false;
            StateHasChanged();
        }
    }

    /// <summary>Keeps the rows with those behind them, or, where all are kept already, lets them go.</summary>
    private Task Keep() => Edit(Targets.Count > 0 ? new DraftEdit.KeepWithNext(Targets, !Targets.All(track => Line(track)?.Entry.KeepWithNext == true)) : null);

    private async Task Jump(TrackId track)
    {
        Selection.Click(pool, track);
        await OnSelected.InvokeAsync();
        await Reveal();
    }

    private static string Strength(BrokenRule rule) => rule.Breach.Hard ? "hard" : "soft";

    private async Task Move(PoolMove move)
    {
        await Edit(PoolMoves.By(move, pool, Targets));
        await Reveal();
    }

    private void StartPinning()
    {
        pinning = Targets.Count > 0;
        StateHasChanged();
    }

    private async Task Pin(int position)
    {
        await StopPinning();
        await (Targets is [var track] ? Edit(new DraftEdit.PinTrack(track, position)) : Edit(Targets.Count > 0 ? new DraftEdit.PinTracks(Targets, position) : null));
    }

    private Task StopPinning()
    {
        pinning = false;
        return Focus();
    }

    private Task Unpin() => Edit(Targets.Any(track => Line(track)?.Entry.Pin is not null) ? new DraftEdit.UnpinTracks(Targets) : null);

    private Task Remove() => Edit(Targets.Count > 0 ? new DraftEdit.RemoveTracks(Targets) : null);

    private Task Edit(DraftEdit? edit) => edit is null || !CanEdit ? Task.CompletedTask : OnEdit.InvokeAsync(edit);

    /// <summary>Gives the keys back to the row under the cursor.</summary>
    public async Task Focus()
    {
        if (module is not null) await module.InvokeVoidAsync("focus", scroller);
    }

    /// <summary>An arrow that was pressed elsewhere on the page, where it has nothing else to do.</summary>
    private async Task StepFromAfar(string key)
    {
        await Focus();
        await Stepped(key, range: false, page: 1);
    }

    private async Task Reveal()
    {
        if (module is null || Selection.Cursor is not { } cursor) return;
        var place = visible.Index().FirstOrDefault(row => row.Item == cursor, (-1, default)).Index;
        if (place >= 0) await module.InvokeVoidAsync("reveal", scroller, place);
    }
}
