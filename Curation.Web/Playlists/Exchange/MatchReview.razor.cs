using Curation.Core.Catalog;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Curation.Web.Playlists.Exchange;

/// <summary>The rows of a matched list, gone through by keys.</summary>
public sealed partial class MatchReview
{
    private ElementReference root;
    private ElementReference list;
    private ReviewDetail? detail;
    private DotNetObjectReference<MatchReview>? self;
    private IJSObjectReference? module;
    private bool copied;

    [Parameter, EditorRequired] public required ReviewSheet Sheet { get; set; }

    /// <summary>Looks tracks up by words.</summary>
    [Parameter, EditorRequired] public required Func<string, Task<IReadOnlyList<TrackFacts>>> Find { get; set; }

    /// <summary>A decision is another one.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>Ctrl+Enter.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    /// <summary>Called by the script for the keys that the rows hear.</summary>
    [JSInvokable]
    public async Task Pressed(string key, int page)
    {
        switch (key)
        {
            case "ArrowUp": Sheet.Go(Sheet.Cursor - 1); break;
            case "ArrowDown": Sheet.Go(Sheet.Cursor + 1); break;
            case "PageUp": Sheet.Go(Sheet.Cursor - page); break;
            case "PageDown": Sheet.Go(Sheet.Cursor + page); break;
            case "Home": Sheet.Go(0); break;
            case "End": Sheet.Go(Sheet.Rows.Count - 1); break;
            case "ArrowLeft": Sheet.Turn(-1); break;
            case "ArrowRight": Sheet.Turn(1); break;
            case "Enter": Sheet.TakeAndGoOn(); break;
            case "Delete": Sheet.Turn(RowDecision.Drop); break;
            case "m": Sheet.Turn(RowDecision.Keep); break;
            case "a": Sheet.TakeSure(); break;
            case "c": await Copy(); break;
            case "/": await (detail?.Focus() ?? Task.CompletedTask); break;
            case "Done": await OnDone.InvokeAsync(); return;
            default: Sheet.Take(key[0] - '0'); break;
        }

        await Changed();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        module = await Js.InvokeAsync<IJSObjectReference>("import", "./Playlists/Exchange/MatchReview.razor.js");
        await module.InvokeVoidAsync("attach", root, list, self);
        await module.InvokeVoidAsync("reveal", list, Sheet.Cursor);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and its listeners with it.
        }

        self?.Dispose();
    }

    private TrackFacts? FactsOf(ReviewRow row) => row.Chosen is { } chosen ? Sheet.FactsOf(chosen.Track) : null;

    private Task Go(int row)
    {
        Sheet.Go(row);
        return Changed();
    }

    private Task Take(int number)
    {
        Sheet.Take(number);
        return Changed();
    }

    private Task TakeSure()
    {
        Sheet.TakeSure();
        return Changed();
    }

    private Task Decide(RowDecision decision)
    {
        if (decision == RowDecision.Take) Sheet.TakeAndGoOn();
        else Sheet.Turn(decision);
        return Changed();
    }

    private async Task Pick(TrackFacts track)
    {
        Sheet.Pick(track);
        await Changed();
        await list.FocusAsync();
    }

    private async Task Copy()
    {
        if (module is not null) copied = await module.InvokeAsync<bool>("copy", string.Join('\n', Sheet.Missing()));
    }

    private async Task Changed()
    {
        copied = false;
        StateHasChanged();
        await OnChanged.InvokeAsync();
        if (module is not null) await module.InvokeVoidAsync("reveal", list, Sheet.Cursor);
    }
}
