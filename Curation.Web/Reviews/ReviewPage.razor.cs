using Curation.Core.Catalog;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Curation.Web.Reviews;

/// <summary>One submission before its reviewer: what it says, what changed, what listeners would get, and the decision.</summary>
public sealed partial class ReviewPage
{
    private static readonly PreviewChoice[] Choices = [new PreviewChoice.Newcomer(), new PreviewChoice.Cluster(1), new PreviewChoice.Outsider()];

    private ReviewView? view;
    private Preview? preview;
    private DraftDiff? diff;
    private IReadOnlyDictionary<TrackId, TrackLine> tracks = new Dictionary<TrackId, TrackLine>();
    private IReadOnlyDictionary<PersonId, string> names = new Dictionary<PersonId, string>();
    private ILookup<TrackId, CommentRow> said = Array.Empty<CommentRow>().ToLookup(_ => default(TrackId));
    private IReadOnlyList<Colleague> colleagues = [];
    private bool read;

    [Inject] public required ReviewVerbs Verbs { get; set; }

    [Inject] public required ReviewReading Reading { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    /// <summary>The submission.</summary>
    [Parameter] public int Id { get; set; }

    private string PoolDetail => FormattableString.Invariant(
        $"{view!.Draft.Pool.Length} tracks · {view.Draft.Pool.Count(entry => entry.Pin is not null)} pinned · {view.Draft.Pool.Count(entry => entry.Note.Length > 0)} notes");

    private bool MayWaive => view is { Waits: true, Desk: { NoSay: null, Gate.Stale: null } desk } && desk.Claim?.KeepsOut(Me.Id, Clock.GetUtcNow()) != true && Me.IsReviewer && !view.WrittenBy(Me.Id);

    private string FindingsDetail => view!.Desk.Gate.Findings.Where(finding => finding.IsOpen).GroupBy(finding => finding.Waiver is not null ? "let through" : finding.Level switch { FindingLevel.Block => "blocking", FindingLevel.Warn => "warning", _ => "not measured" })
        .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}")) is var told && told.Any() ? string.Join(" · ", told) : "all within their limits";

    protected override async Task OnParametersSetAsync()
    {
        (read, preview, diff) = (false, null, null);
        view = await Reading.Submission.Run(Id, Me.Id);
        if (view is not null)
        {
            diff = view.Published is { } published ? DraftDiff.Between(published, view.Draft) : null;
            tracks = await Reading.Tracks.Of(view.Draft.Pool.Concat(view.Published?.Pool ?? []).Select(entry => entry.Track).Concat(diff?.Tracks ?? []).Distinct());
            colleagues = await Reading.Colleagues.All();
            names = colleagues.ToDictionary(person => person.Id, person => person.Name);
            await Listen();
        }

        read = true;
        StateHasChanged();
        if (view is not null) preview = await Reading.Preview.Run(view.Row.Submission.Playlist, Choices, view.Row.Submission.Revision);
    }

    private string TitleOf(TrackId track) => tracks.TryGetValue(track, out var line) ? $"{line.Facts.Title} · {line.Facts.ArtistLine}" : $"track {track}";

    private async Task Decide((bool Approve, string Reason) decision)
    {
        var decided = await Toasts.Try<Decided?>(async () => await Verbs.Decide.Run(Me.Actor, Id, decision.Approve, decision.Reason));
        if (decided is { } came)
        {
            Toasts.Done(came switch
            {
                Decided.Approved => "Approved. It can be published now.",
                Decided.WaitsForSecond => "Approved once. It waits for a second reviewer.",
                _ => "Sent back, with your reason.",
            });
        }

        await Look();
    }

    private Task Tick((string Line, bool Done) check) => Do(() => Verbs.Tick.Run(Me.Actor, Id, check.Line, check.Done));

    private Task Claim() => Do(() => Verbs.Claim.Run(Me.Actor, Id), "Claimed; others see that you have it in hand.");

    private Task Release() => Do(() => Verbs.Claim.Release(Me.Actor, Id), "Released.");

    private async Task Waive(Finding finding)
    {
        var parameters = new DialogParameters<WaiveDialog>
        {
            { dialog => dialog.Sentence, FindingWords.Sentence(finding) },
            { dialog => dialog.People, colleagues },
            { dialog => dialog.Today, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime) },
        };
        var asked = await Dialogs.ShowAsync<WaiveDialog>("Let a finding through", parameters);
        if (await asked.Result is not { Canceled: false, Data: WaiverAsk ask }) return;
        await Do(() => Verbs.Waive.Run(Me.Actor, Id, finding.Key, finding.Threshold.Side, ask.Reason, ask.Owner, ask.Until), "Let through, with your name and reason.");
    }

    private async Task Say((TrackId Track, string Text) comment)
    {
        await Toasts.Try((Func<Task>)(() => Verbs.Comment.Run(Me.Actor, view!.Row.Submission.Playlist, comment.Track, comment.Text)));
        await Listen();
    }

    private async Task Listen() => said = (await Reading.Comments.Of(view!.Row.Submission.Playlist)).Where(comment => comment is { Track: not null, ResolvedAt: null }).ToLookup(comment => comment.Track!.Value);

    private async Task Do(Func<Task> command, string? done = null)
    {
        await Toasts.Try(command, done);
        await Look();
    }

    /// <summary>Reads the submission again, and what stands beside it as it is.</summary>
    private async Task Look()
    {
        view = await Reading.Submission.Run(Id, Me.Id);
        StateHasChanged();
    }

    private async Task Step(int by)
    {
        var queue = await Reading.Queue.For(Me.Id);
        var at = queue.FindIndex(row => row.Row.Submission.Id == Id);
        var next = at < 0 ? queue.FirstOrDefault() : queue.ElementAtOrDefault(at + by);
        if (next is null) Toasts.Told(by > 0 ? "Nothing after this waits." : "Nothing before this waits.");
        else Navigation.NavigateTo($"/reviews/{next.Row.Submission.Id}");
    }
}
