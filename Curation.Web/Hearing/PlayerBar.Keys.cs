using Curation.Core.Catalog;
using Microsoft.JSInterop;

namespace Curation.Web.Hearing;

/// <summary>What the keys do, on every page.</summary>
public sealed partial class PlayerBar
{
    private async Task Toggle()
    {
        if (Player.Queue is not null) await Player.Toggle();
        else if ((await Row() ?? Player.UnderCursor(orFirst: true)) is { } row) await Player.PlayHere(row);
        else Toasts.Told("There is nothing to play on this page.");
    }

    private async Task PlayRow()
    {
        if (await Row() is { } row) await Player.PlayHere(row);
        else Toasts.Told("Choose a row first; then its track plays.");
    }

    private async Task Transition()
    {
        var row = await Row() ?? Player.Queue?.Current;
        if (row is null) Toasts.Told("Choose a row first; then its end plays into the next one.");
        else if (!await Player.HearTransition(row.Value)) Toasts.Told("Nothing follows this row.");
    }

    private async Task Next()
    {
        if (!await Player.Next() && Player.Queue is { } queue) Toasts.Told($"This is the end of {queue.Name}.");
    }

    private async Task Previous()
    {
        if (!await Player.Previous() && Player.Queue is { } queue) Toasts.Told($"This is the beginning of {queue.Name}.");
    }

    private Task Ending() => Player.Ending();

    /// <summary>The row that has the focus, else the one under a list's own cursor.</summary>
    private async Task<TrackId?> Row()
    {
        int? focused = null;
        try
        {
            await Attach();
            focused = await module!.InvokeAsync<int?>("under");
        }
        catch (Exception fault) when (fault is JSException or OperationCanceledException)
        {
            // Without an answer the list's own cursor says which row is meant.
        }

        return focused is { } track ? new TrackId(track) : Player.UnderCursor(orFirst: false);
    }
}
