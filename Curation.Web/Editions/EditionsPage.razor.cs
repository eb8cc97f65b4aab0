using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Curation.Web.Editions;

/// <summary>The editions of a playlist: publish, look into any list, roll back, withdraw.</summary>
public sealed partial class EditionsPage
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource left = new();
    private PublishingState? state;
    private JobRow? job;
    private DateTimeOffset now;
    private bool watching;
    private bool missing;
    private bool busy;

    [Parameter] public int Id { get; set; }

    [SupplyParameterFromQuery] public int? Edition { get; set; }

    [SupplyParameterFromQuery] public string? Listener { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    private Actor Actor => new(Me.Id);

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override Task OnParametersSetAsync() => Read();

    private async Task Read()
    {
        state = await Desk.List.Of(new PlaylistId(Id), left.Token);
        missing = state is null;
        now = Clock.GetUtcNow();
        if (state?.Job is { } running) await Follow(running);
    }

    /// <summary>Follows a job until it ends, without keeping the page waiting.</summary>
    private async Task Follow(int running)
    {
        job = await Desk.Jobs.Find(running, left.Token);
        if (watching) return;
        watching = true;
        _ = InvokeAsync(() => Watch(running));
    }

    private async Task Watch(int running)
    {
        using var timer = new PeriodicTimer(LookEvery, Clock);
        try
        {
            while (job is { Ended: false } && await timer.WaitForNextTickAsync(left.Token))
            {
                job = await Desk.Jobs.Find(running, left.Token);
                now = Clock.GetUtcNow();
                StateHasChanged();
            }

            watching = false;
            if (job is { State: "Done" }) Toasts.Done("Published. Listeners get the new edition.");
            await Read();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The page was left; the job goes on without it.
            watching = false;
        }
    }

    private async Task Publish()
    {
        busy = true;
        if (await Toasts.Try(() => Desk.Publish.Run(Actor, new PlaylistId(Id))) is Publication.Queued(var queued)) await Follow(queued);
        busy = false;
        await Read();
    }

    private async Task Cancel()
    {
        if (job is { } running) await Toasts.Try(() => Desk.Cancel.Run(Actor, running.Id), "Publishing stops; listeners keep what they have.");
    }

    private async Task Serve(EditionRow row)
    {
        var live = state?.Live?.Edition;
        var changes = live is null
            ? Say($"No edition is live now. All listeners get edition {row.Edition.Number} with its {row.Edition.ListCount:N0} lists. You can withdraw it again.")
            : Say($"All listeners get edition {row.Edition.Number} ({row.Edition.ListCount:N0} lists, revision {row.RevisionNumber}) in place of edition {live.Number}. Nothing is deleted; you can switch back the same way.");
        if (!await Dialogs.Confirm($"Serve edition {row.Edition.Number} again?", changes, Say($"Serve edition {row.Edition.Number}"), destroys: false)) return;
        await Toasts.Try(() => Desk.RollBack.Run(Actor, new PlaylistId(Id), row.Edition.Number), Say($"Listeners get edition {row.Edition.Number}."));
        await Read();
    }

    private async Task Withdraw(EditionRow row)
    {
        var changes = Say($"Listeners get no list of this playlist any more, all {row.Edition.ListCount:N0} of them. The edition is kept, and a reviewer can serve it again.");
        var parameters = new DialogParameters<WithdrawDialog> { { dialog => dialog.Number, row.Edition.Number }, { dialog => dialog.Changes, changes } };
        var asked = await Dialogs.ShowAsync<WithdrawDialog>(Say($"Withdraw edition {row.Edition.Number}?"), parameters);
        if (await asked.Result is not { Canceled: false, Data: string reason }) return;
        await Toasts.Try(() => Desk.Withdraw.Run(Actor, new PlaylistId(Id), reason), Say($"Edition {row.Edition.Number} is withdrawn."));
        await Read();
    }

    private EditionRow? Looked(PublishingState of) => of.Editions.FirstOrDefault(row => row.Edition.Number == Edition) ?? of.Live ?? of.Editions[0];

    /// <summary>A path, never an absolute address: what the browser says of its address is not believed.</summary>
    private string Address(int number, string? key) =>
        string.Create(CultureInfo.InvariantCulture, $"/playlists/{Id}/editions?edition={number}") + (string.IsNullOrEmpty(key) ? "" : $"&listener={Uri.EscapeDataString(key)}");

    private static string Lead(PublishingState of) => of.Live is { } live
        ? Say($"Edition {live.Edition.Number} is live for {live.Edition.ListCount - 1:N0} listeners; everybody else gets its shared list.")
        : Say($"Nothing is live. Publishing makes one list for each of {of.Listeners:N0} listeners, and a shared list for everybody else.");

    /// <summary>That the draft says more than listeners will get; null where it does not.</summary>
    private static string? Ahead(PublishingState of) => of.Ahead switch
    {
        null => null,
        PlaylistStage.InReview => Say($"The draft is newer: revision {of.HeadNumber} waits for a reviewer and is in no edition yet."),
        PlaylistStage.SentBack => Say($"The draft is newer: revision {of.HeadNumber} was sent back by a reviewer and is in no edition."),
        PlaylistStage.Approved => Say($"The draft is newer: revision {of.HeadNumber} was approved, but is in no edition."),
        _ => Say($"The draft is newer: the edits up to revision {of.HeadNumber} are in no edition. Submit it for review, and once it is approved it can be published here."),
    };

    private static string Next(PublishingState of) => of switch
    {
        { Job: not null } => "The first edition is being made. It is there for everybody at once when it is whole.",
        { CanPublish: true } => Say($"Revision {of.Approval!.Revision.Number} is approved. Publish it, and every listener gets a list of their own."),
        { Approval: null } => "Nothing of this playlist is approved yet. Submit it for review in the editor; once it is approved it can be published here.",
        _ => "Submit the playlist again; once it is approved it can be published here.",
    };

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
