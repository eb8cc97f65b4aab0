using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Content;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Reviews.Content;

/// <summary>One case before whoever decides: what was found or said, what it would change, and the decision.</summary>
public sealed partial class CasePage
{
    private CaseView? view;
    private bool read;

    [Inject] public required OpenCase Cases { get; set; }

    [Inject] public required DecideCase Decision { get; set; }

    [Inject] public required NameReported Naming { get; set; }

    [Inject] public required ListCases Queue { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    /// <summary>The case.</summary>
    [Parameter] public int Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        view = await Cases.Run(Id);
        read = true;
    }

    private async Task Decide(ContentVerdict verdict)
    {
        if (await Toasts.Try(() => Decision.Run(Me.Actor, Id, verdict), "Decided. Both sides can read it.")) view = await Cases.Run(Id);
    }

    private async Task Name(PlaylistId? playlist, TrackId? track)
    {
        if (await Toasts.Try(() => Naming.Run(Me.Actor, Id, playlist, track), "Named.")) view = await Cases.Run(Id);
    }

    private async Task Step(int by)
    {
        if (await Queue.Beside(Id, by) is { } next) Navigation.NavigateTo($"/reviews/content/{next}");
        else Toasts.Told("Nothing else waits in that direction.");
    }
}
