using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Reviews;

/// <summary>One submission before its reviewer: what it says, what changed, what listeners would get, and the decision.</summary>
public sealed partial class ReviewPage
{
    private static readonly PreviewChoice[] Choices = [new PreviewChoice.Newcomer(), new PreviewChoice.Cluster(1), new PreviewChoice.Outsider()];

    private ReviewView? view;
    private Preview? preview;
    private DraftDiff? diff;
    private IReadOnlyDictionary<TrackId, TrackLine> tracks = new Dictionary<TrackId, TrackLine>();
    private bool read;

    [Inject] public required OpenSubmission Submissions { get; set; }

    [Inject] public required ReadTracks TrackLines { get; set; }

    [Inject] public required PreviewSideBySide Previews { get; set; }

    [Inject] public required DecideSubmission Decision { get; set; }

    [Inject] public required ListSubmissions Queue { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    /// <summary>The submission.</summary>
    [Parameter] public int Id { get; set; }

    private string PoolDetail => FormattableString.Invariant(
        $"{view!.Draft.Pool.Length} tracks · {view.Draft.Pool.Count(entry => entry.Pin is not null)} pinned · {view.Draft.Pool.Count(entry => entry.Note.Length > 0)} notes");

    protected override async Task OnParametersSetAsync()
    {
        (read, preview, diff) = (false, null, null);
        view = await Submissions.Run(Id);
        if (view is not null)
        {
            diff = view.Published is { } published ? DraftDiff.Between(published, view.Draft) : null;
            tracks = await TrackLines.Of(view.Draft.Pool.Select(entry => entry.Track).Concat(diff?.Tracks ?? []));
        }

        read = true;
        StateHasChanged();
        if (view is not null) preview = await Previews.Run(view.Row.Submission.Playlist, Choices, view.Row.Submission.Revision);
    }

    private string TitleOf(TrackId track) => tracks.TryGetValue(track, out var line) ? $"{line.Facts.Title} · {line.Facts.ArtistLine}" : $"track {track}";

    private async Task Decide((bool Approve, string Reason) decision)
    {
        var done = decision.Approve ? "Approved. It can be published now." : "Sent back, with your reason.";
        if (!await Toasts.Try((Func<Task>)(() => Decision.Run(new Actor(Me.Id), Id, decision.Approve, decision.Reason)), done)) return;
        view = await Submissions.Run(Id);
    }

    private async Task Step(int by)
    {
        var queue = await Queue.Waiting();
        var next = by > 0 ? queue.Find(row => row.Submission.Id > Id) : queue.FindLast(row => row.Submission.Id < Id);
        if (next is null) Toasts.Told(by > 0 ? "Nothing newer waits." : "Nothing older waits.");
        else Navigation.NavigateTo($"/reviews/{next.Submission.Id}");
    }
}
