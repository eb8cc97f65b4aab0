using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Hearing;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Curation.Web.Hearing;

/// <summary>The bar at the bottom: it carries out what the player is asked for, and stays when the page changes.</summary>
public sealed partial class PlayerBar
{
    private const int LastSeconds = 15;
    private static readonly int[] Lengths = [2, 4, 6, 8, 10, 12];

    private DotNetObjectReference<PlayerBar>? self;
    private IJSObjectReference? module;
    private Sound? sound;
    private string? blendFrom;
    private string? problem;
    private string said = "";
    private int seconds = 8;
    private double volume = .8;

    [Inject] public required HearTrack Hear { get; set; }

    [Inject] public required IJSRuntime Js { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [CascadingParameter] public required Player Player { get; set; }

    private string Loudness => volume.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Called by the script: there is sound, or not any more.</summary>
    [JSInvokable]
    public void Heard(bool playing)
    {
        if (playing) problem = null;
        Player.Heard(playing);
    }

    /// <summary>Called by the script when a track is over: the next one follows, and at the end of the list there is silence.</summary>
    [JSInvokable]
    public async Task Ended()
    {
        if (!await Player.Next()) Player.Heard(false);
    }

    /// <summary>Called by the script when the second track of a transition is alone.</summary>
    [JSInvokable]
    public void Crossed(int track)
    {
        blendFrom = null;
        Player.Crossed(new TrackId(track));
    }

    /// <summary>Called by the script when a track cannot be played.</summary>
    [JSInvokable]
    public void Failed(int track, int status)
    {
        if (sound is null || (sound.Track.Id.Value != track && blendFrom is null)) return;
        problem = SoundWords.Failed(sound, status);
        Player.Heard(false);
        StateHasChanged();
    }

    /// <summary>Called by the script for the keys of the keyboard or the headset that the system hears.</summary>
    [JSInvokable]
    public Task Pressed(string key) => key switch { "next" => Next(), "previous" => Previous(), _ => Toggle() };

    public async ValueTask DisposeAsync()
    {
        Player.Cued -= Carry;
        Player.Changed -= Look;
        try
        {
            if (module is not null)
            {
                await module.InvokeVoidAsync("detach");
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and its sound with it.
        }

        self?.Dispose();
    }

    protected override void OnInitialized()
    {
        Player.Cued += Carry;
        Player.Changed += Look;
    }

    private void Look() => _ = InvokeAsync(StateHasChanged);

    private Task Carry(Cue cue) => cue switch
    {
        Cue.Start start => Start(start.Track),
        Cue.Blend blend => Blend(blend),
        Cue.Toggle => Script("toggle"),
        Cue.Ending => Script("ending", LastSeconds),
        _ => Stop(),
    };

    private async Task Start(TrackId track)
    {
        if (await Hear.Run(track) is not { } found)
        {
            Toasts.Refused("This track is gone from the catalogue. The next one still plays.");
            return;
        }

        Show(found, from: null);
        await Script("start", Told(found));
    }

    private async Task Blend(Cue.Blend blend)
    {
        if (await Hear.Run(blend.From) is not { } from || await Hear.Run(blend.Into) is not { } into) return;
        Show(into, from);
        await Script("blend", Told(from), Told(into), seconds);
    }

    private void Show(Sound shown, Sound? from)
    {
        (sound, blendFrom, problem) = (shown, from?.Track.Title, null);
        said = from is null
            ? $"Playing {shown.Track.Title} by {shown.Track.ArtistLine}, {SoundWords.Label(shown)}"
            : $"Playing the end of {from.Track.Title} into {shown.Track.Title}";
        StateHasChanged();
    }

    private async Task Stop()
    {
        (sound, blendFrom, problem, said) = (null, null, null, "The player is closed");
        StateHasChanged();
        await Script("stop");
    }

    private static object Told(Sound sound) => new
    {
        track = sound.Track.Id.Value,
        url = sound.Address,
        foreign = sound.Source == SoundSource.Preview,
        title = sound.Track.Title,
        artist = sound.Track.ArtistLine,
    };

    private async Task Script(string verb, params object[] given)
    {
        await Attach();
        await module!.InvokeVoidAsync(verb, given);
    }

    private async Task Attach()
    {
        if (module is not null) return;
        self = DotNetObjectReference.Create(this);
        module = await Js.InvokeAsync<IJSObjectReference>("import", "./Hearing/PlayerBar.razor.js");
        var kept = await module.InvokeAsync<Kept>("attach", self);
        (volume, seconds) = (kept.Volume, Array.IndexOf(Lengths, kept.Seconds) >= 0 ? kept.Seconds : 8);
    }

    private Task Remember() => Script("remember", seconds);

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
        await Attach();
        return await module!.InvokeAsync<int?>("under") is { } track ? new TrackId(track) : Player.UnderCursor(orFirst: false);
    }

    private sealed record Kept(double Volume, int Seconds);
}
