using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Metering;
using Curation.Core.Playlists;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Playlists.Inspector;

/// <summary>Follows the draft with the figures that the policy watches.</summary>
public sealed partial class MeterPanel : IDisposable
{
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(120);

    private readonly CancellationTokenSource gone = new();
    private CancellationTokenSource? seeking;
    private ElementReference panel;
    private Pause? pause;
    private Draft? measured;
    private MeterState? state;
    private MeasureKey? fixing;
    private Fix? fix;
    private string? trouble;
    private bool measuring;
    private double share;

    [Inject] public required ReadMeter Meter { get; set; }

    [Inject] public required SuggestFix Fixes { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired] public PlaylistId Playlist { get; set; }

    /// <summary>What the page shows, saved or not.</summary>
    [Parameter, EditorRequired] public required Draft Draft { get; set; }

    [Parameter] public bool CanEdit { get; set; }

    [Parameter] public EventCallback<DraftEdit> OnEdit { get; set; }

    private string Told => state is null ? "" : state.Listeners == state.Population
        ? FormattableString.Invariant($"Measured on all {state.Population:N0} listeners.")
        : FormattableString.Invariant($"Measured on {state.Listeners:N0} of {state.Population:N0} listeners; before publishing it is measured on all.");

    protected override void OnInitialized() => pause = new Pause(Clock, Settled, () => _ = InvokeAsync(Measure));

    protected override Task OnParametersSetAsync()
    {
        if (Draft == measured) return Task.CompletedTask;
        // What was sought for another state of the draft speaks of tracks that may be gone.
        fix = null;
        _ = StopFixing();
        if (measured is null) return Measure();
        pause!.Begin();
        return Task.CompletedTask;
    }

    private async Task Measure()
    {
        if (gone.IsCancellationRequested) return;
        var draft = measured = Draft;
        measuring = true;
        try
        {
            var now = await Meter.Of(Playlist, draft, gone.Token);
            if (draft != measured) return;
            (state, trouble) = (now, null);
        }
        catch (RefusedException refused)
        {
            trouble = refused.Message;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return;
        }

        measuring = false;
        StateHasChanged();
    }

    private async Task Seek(Core.Auditing.Policies.Finding finding)
    {
        if (fixing is not null) return;
        seeking?.Dispose();
        seeking = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
        (fixing, fix, share) = (finding.Key, null, 0);
        try
        {
            fix = await Fixes.For(Playlist, Draft, finding, new Progress<double>(done => _ = InvokeAsync(() => { share = done; StateHasChanged(); })), seeking.Token);
        }
        catch (RefusedException refused)
        {
            Toasts.Refused(refused.Message);
        }
        catch (OperationCanceledException) when (seeking.IsCancellationRequested)
        {
            // Whoever asked does not want to know any more.
        }

        fixing = null;
    }

    private Task StopFixing() => seeking?.CancelAsync() ?? Task.CompletedTask;

    private async Task Apply()
    {
        var edit = fix!.ToEdit();
        fix = null;
        await OnEdit.InvokeAsync(edit);
        Toasts.Told("The swaps are made. Ctrl+Z takes all of them back.");
        await panel.FocusAsync(preventScroll: true);
    }

    public void Dispose()
    {
        gone.Cancel();
        pause?.Dispose();
        seeking?.Dispose();
        gone.Dispose();
    }
}
