using Curation.Core.Auditing.Assessing;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Assessments;

/// <summary>What a playlist's lists would do for creators and listeners: the newest measurement on everybody, and the newest draft measured at once on a sample.</summary>
public sealed partial class AssessmentPage
{
    private const string Some = "sample";

    private readonly CancellationTokenSource left = new();
    private PlaylistView? playlist;
    private Assessment? full;
    private DraftSample? sample;
    private AssessmentReading? ofFull, ofSample;
    private IReadOnlyList<GroundPart>? changed;
    private bool isCompared;
    private JobRow? job;
    private DateTimeOffset now;
    private string? refused;
    private int fullNumber;
    private int? readFor;
    private bool missing;
    private bool sharing;
    private bool busy;

    [Inject] public required AssessmentDesk Desk { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Parameter] public int Id { get; set; }

    /// <summary>"full" or "sample": whose figures are shown; everybody's where nothing is said and there are any.</summary>
    [SupplyParameterFromQuery(Name = "of")] public string? Of { get; set; }

    /// <summary>The dimension whose groups are drawn.</summary>
    [SupplyParameterFromQuery(Name = "dimension")] public string? Dimension { get; set; }

    /// <summary>The position weight.</summary>
    [SupplyParameterFromQuery(Name = "weight")] public string? Weight { get; set; }

    /// <summary>The baseline.</summary>
    [SupplyParameterFromQuery(Name = "against")] public string? Against { get; set; }

    /// <summary>The figure that is open to its tracks and artists.</summary>
    [SupplyParameterFromQuery(Name = "open")] public string? Open { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    private bool OfSample => Of == Some || full is null;

    private AssessmentReading? Reading => OfSample ? ofSample : ofFull;

    private EffectAddress At => new(Id, Of, Dimension, Weight, Against, Open);

    private bool CanMeasure => (Me.IsEditor || Me.IsReviewer) && job is not { Ended: false } && playlist is { Draft.Pool.IsEmpty: false };

    /// <summary>Why the figures of everybody are not what the newest draft would do.</summary>
    private string? Stale => full is null || sample is null || full.IsOf(sample.Origin) ? null
        : full.RevisionHash != sample.Origin.RevisionHash ? $"the newest draft is revision {sample.Revision}"
        : full.Revision != sample.Origin.Revision ? $"the newest draft is revision {sample.Revision}, which says the same"
        : full.ModelHash != sample.Origin.ModelHash ? "another model is in use now" : "another policy is in force now";

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (readFor == Id) return;
        readFor = Id;
        (full, sample, ofFull, ofSample, refused, isCompared) = (null, null, null, null, null, false);
        await Read();
        if (playlist is null) return;
        _ = InvokeAsync(Measured);
        _ = InvokeAsync(Compared);
        _ = InvokeAsync(Watch);
    }

    private async Task Read()
    {
        playlist = await Desk.Playlists.Newest(new PlaylistId(Id), left.Token);
        missing = playlist is null;
        now = Clock.GetUtcNow();
        if (playlist is null) return;
        full = await Desk.Read.Of(playlist.Revision, left.Token) ?? await Desk.Read.Newest(playlist.Id, left.Token);
        ofFull = full is null ? null : new AssessmentReading(full.Figures);
        fullNumber = full is null ? 0 : (await Desk.Playlists.At(playlist.Id, full.Revision, left.Token))?.Number ?? 0;
        if (await Desk.Assess.Running(playlist.Revision, left.Token) is { } running) job = await Desk.Jobs.Find(running, left.Token);
    }

    private async Task Measured()
    {
        try
        {
            sample = await Desk.Sample.Run(playlist!.Id, null, left.Token);
            ofSample = sample is null ? null : new AssessmentReading(sample.Figures);
        }
        catch (RefusedException refusal)
        {
            refused = refusal.Message;
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            return;
        }

        now = Clock.GetUtcNow();
        StateHasChanged();
    }

    /// <summary>What has changed since everybody was measured; looked up beside the page, since every listener counts.</summary>
    private async Task Compared()
    {
        if (full is not { } measured) return;
        try
        {
            var since = await Desk.Read.ChangedSince(measured, left.Token);
            if (full == measured) (changed, isCompared) = (since, true);
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            return;
        }

        StateHasChanged();
    }

    private Task Watch() => JobWatch.Run(Clock, () => job is null ? null : [job], Look, left.Token);

    private async Task Look()
    {
        if (job is not { Ended: false } running) return;
        job = await Desk.Jobs.Find(running.Id, left.Token);
        now = Clock.GetUtcNow();
        if (job is { State: "Done" })
        {
            await Read();
            await Compared();
        }

        StateHasChanged();
    }

    private async Task Measure()
    {
        busy = true;
        if (await Toasts.Try(() => Desk.Assess.Run(Me.Actor, playlist!.Id)) is > 0 and var queued) job = await Desk.Jobs.Find(queued, left.Token);
        busy = false;
    }

    private async Task Cancel()
    {
        if (job is { } running) await Toasts.Try(() => Desk.Cancel.Run(Me.Actor, running.Id), "Measuring stops; nothing is stored.");
    }
}
