using System.Globalization;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
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
    private FigureBehind? behind;
    private (bool OfSample, MeasureKey Key)? asked;
    private IReadOnlyList<GroundPart>? changed;
    private bool isCompared;
    private JobRow? job;
    private DateTimeOffset now;
    private string? refused, closed;
    private int fullNumber;
    private int? readFor;
    private bool missing;
    private bool sharing;
    private bool busy;

    [Inject] public required OpenPlaylist Playlists { get; set; }

    [Inject] public required ReadAssessments Assessments { get; set; }

    [Inject] public required SampleDraft Sampling { get; set; }

    [Inject] public required AssessPlaylist Assessing { get; set; }

    [Inject] public required OpenFigure Opening { get; set; }

    [Inject] public required ListJobs Jobs { get; set; }

    [Inject] public required CancelJob Cancelling { get; set; }

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

    private bool CanMeasure => (Me.IsEditor || Me.IsReviewer) && job is not { Ended: false } && playlist is { Draft.Pool.IsEmpty: false };

    private string DimensionShown => Reading!.Dimensions.FirstOrDefault(dimension => dimension == Dimension) ?? (Reading.Dimensions is [var first, ..] ? first : "");

    private PositionWeight WeightShown => PositionWeight.All.FirstOrDefault(weight => weight.Name == Weight) ?? PositionWeight.Log;

    private string AgainstShown => Reading!.Against(DimensionShown) is var there && there.FirstOrDefault(against => against == Against) is { } chosen ? chosen : there is [var first, ..] ? first : Baselines.Catalogue;

    /// <summary>Why the figures of everybody are not what the newest draft would do.</summary>
    private string? Stale => full is null || sample is null || full.IsOf(sample.Origin) ? null
        : full.Revision != sample.Origin.Revision || full.RevisionHash != sample.Origin.RevisionHash ? $"the newest draft is revision {sample.Revision}"
        : full.ModelHash != sample.Origin.ModelHash ? "another model is in use now" : "another policy is in force now";

    private MeasureKey? Opened
    {
        get
        {
            try
            {
                return string.IsNullOrEmpty(Open) ? null : MeasureKey.Parse(Open);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }

    private string? WorstWords => Reading?.Worst is { Count: > 0 } worst ? $"served worst: {string.Join(", ", worst.Select(group => $"{group.Group} ({group.Dimension}{(ListenerTable.IsClear(group) ? "" : ", within chance")})"))}" : null;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (readFor != Id)
        {
            readFor = Id;
            (full, sample, ofFull, ofSample, asked, refused, isCompared) = (null, null, null, null, null, null, false);
            await Read();
            if (playlist is null) return;
            _ = InvokeAsync(Measured);
            _ = InvokeAsync(Compared);
            _ = InvokeAsync(Watch);
        }

        await ShowBehind();
    }

    private async Task Read()
    {
        playlist = await Playlists.Newest(new PlaylistId(Id), left.Token);
        missing = playlist is null;
        now = Clock.GetUtcNow();
        if (playlist is null) return;
        full = await Assessments.Of(playlist.Revision, left.Token) ?? await Assessments.Newest(playlist.Id, left.Token);
        ofFull = full is null ? null : new AssessmentReading(full.Figures);
        fullNumber = full is null ? 0 : (await Playlists.At(playlist.Id, full.Revision, left.Token))?.Number ?? 0;
        if (await Assessing.Running(playlist.Revision, left.Token) is { } running) job = await Jobs.Find(running, left.Token);
    }

    private async Task Measured()
    {
        try
        {
            sample = await Sampling.Run(playlist!.Id, null, left.Token);
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
        await ShowBehind();
        StateHasChanged();
    }

    /// <summary>What has changed since everybody was measured; looked up beside the page, since every listener counts.</summary>
    private async Task Compared()
    {
        if (full is not { } measured) return;
        try
        {
            var since = await Assessments.ChangedSince(measured, left.Token);
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
        job = await Jobs.Find(running.Id, left.Token);
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
        if (await Toasts.Try(() => Assessing.Run(Me.Actor, playlist!.Id)) is > 0 and var queued) job = await Jobs.Find(queued, left.Token);
        busy = false;
    }

    private async Task Cancel()
    {
        if (job is { } running) await Toasts.Try(() => Cancelling.Run(Me.Actor, running.Id), "Measuring stops; nothing is stored.");
    }

    private async Task ShowBehind()
    {
        if (Opened is not { } key || Reading is null)
        {
            (behind, closed, asked) = (null, null, null);
            return;
        }

        if (asked == (OfSample, key)) return;
        (behind, closed, asked) = (null, null, (OfSample, key));
        try
        {
            behind = Meant(key) is var meant && OpenFigure.IsOfListeners(meant)
                ? await Opening.OfListeners(OfSample ? sample!.Origin : full!.Origin, meant, left.Token)
                : await Opening.Run(playlist!.Id, OfSample ? sample!.Tracks : await Assessments.TracksOf(full!.Id, left.Token), key, left.Token);
        }
        catch (RefusedException refusal)
        {
            closed = refusal.Message;
        }
    }

    /// <summary>A gap is opened to the group that is served worst.</summary>
    private MeasureKey Meant(MeasureKey key) => key.Measure == Measures.FitGap ? Reading?.Worst.FirstOrDefault(worst => worst.Dimension == key.Dimension)?.Figure.Key ?? key : key;

    private MeasureKey Key(string dimension, string group) => new(WeightShown.Of(Measures.Exposure), dimension, group);

    /// <summary>The page with something else chosen; what is null stays. A path, never an absolute address: what the browser says of its address is not believed.</summary>
    private string Address(string? of = null, string? dimension = null, string? weight = null, string? against = null, string? open = null)
    {
        (string Name, string? Value)[] chosen = [("of", of ?? Of), ("dimension", dimension ?? Dimension), ("weight", weight ?? Weight), ("against", against ?? Against), ("open", open ?? Open)];
        var query = string.Join('&', chosen.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return string.Create(CultureInfo.InvariantCulture, $"/playlists/{Id}/assessment{(query.Length > 0 ? "?" : "")}{query}");
    }

    private static string Words(MeasureKey key) => key.Group.Length > 0 ? $"{FigureWords.Group(key.Dimension, key.Group)} · {key.Dimension}" : FigureWords.Title(key);

    private string? DetailOf(MeasureKey key) => Reading?.Find(key) is not { } figure ? null
        : $"{FigureWords.Title(key).ToLowerInvariant()} {FigureWords.Value(key.Measure, figure.Value)}{(figure.Low is null ? "" : $", 95 % {FigureWords.Interval(figure)}")}, from {FigureWords.Many(figure.Count, FigureWords.Counted(key))}";
}
