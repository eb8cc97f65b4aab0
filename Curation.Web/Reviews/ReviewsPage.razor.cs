using Curation.Core.Desk.Reviews;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Reviews;

/// <summary>The queue of reviewers, how reviewing goes, and what was decided.</summary>
public sealed partial class ReviewsPage
{
    private const int DecidedShown = 50;

    private List<QueueRow>? waiting;
    private List<SubmissionRow> decided = [];
    private Workload? work;
    private int? selected;

    [Inject] public required ReadQueue Queue { get; set; }

    [Inject] public required ReadWorkload Work { get; set; }

    [Inject] public required ListSubmissions Submissions { get; set; }

    [Inject] public required ReviewVerbs Verbs { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    protected override async Task OnInitializedAsync()
    {
        decided = await Submissions.Decided(DecidedShown);
        await Read();
    }

    private async Task Read()
    {
        work = await Work.Run();
        waiting = await Queue.For(Me.Id);
        if (waiting.TrueForAll(row => row.Row.Submission.Id != selected)) selected = waiting.FirstOrDefault()?.Row.Submission.Id;
    }

    private void Step(int by)
    {
        if (waiting is not { Count: > 0 } rows) return;
        var at = rows.FindIndex(row => row.Row.Submission.Id == selected);
        selected = rows[Math.Clamp(at + by, 0, rows.Count - 1)].Row.Submission.Id;
        StateHasChanged();
    }

    private void Open()
    {
        if (selected is { } id) Navigation.NavigateTo($"/reviews/{id}");
    }

    private async Task Claim()
    {
        if (waiting?.Find(row => row.Row.Submission.Id == selected) is not { } row) return;
        var id = row.Row.Submission.Id;
        if (row.Claim?.By == Me.Id) await Toasts.Try(() => Verbs.Claim.Release(Me.Actor, id), "Released.");
        else await Toasts.Try((Func<Task>)(() => Verbs.Claim.Run(Me.Actor, id)), "Claimed; others see that you have it in hand.");
        await Read();
        StateHasChanged();
    }
}
