using Curation.Core.Catalog;
using Curation.Core.Desk.Ordering;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Ordering;

namespace Curation.Web.Playlists;

/// <summary>The order of the pool: how it stands, and how it is made.</summary>
public sealed partial class EditorPage
{
    private OrderView? order;
    private Arranged? arranged;
    private Draft? looked;
    private Draft? read;
    private Draft? reported;

    /// <summary>How the order on the page stands; null while that is being read, so that no row shows what was true of another order.</summary>
    private OrderView? OrderNow => read is { } known && session is { } open && SameOrder.Of(known, open.Draft) ? order : null;

    /// <summary>What became of the last wish for an order, as long as the page shows that order under those rules.</summary>
    private Arranged? ReportNow => reported is { } known && session is { } open && SameOrder.Of(known, open.Draft) ? arranged : null;

    /// <summary>Reads how the order stands where the pool or what is asked of it is another one.</summary>
    private async Task LookAtOrder(Draft draft)
    {
        if (looked is not null && looked.Flow == draft.Flow && looked.Pool == draft.Pool) return;
        looked = draft;
        var view = await Desk.Order.Of(draft);
        if (ReferenceEquals(looked, draft)) (order, read) = (view, draft);
    }

    /// <summary>On a phone the pool comes to the front, where what became of it is said.</summary>
    private async Task OrderFromPanel(bool chosenOnly)
    {
        await OrderRows(chosenOnly ? selection.In([.. session!.Draft.Pool.Select(entry => entry.Track)]) : []);
        pane = EditorPane.Pool;
    }

    private async Task OrderRows(IReadOnlyList<TrackId> only)
    {
        if (session is null) return;
        var draft = session.Draft;
        var found = await Desk.Arrange.Run(draft, only);
        if (!SameOrder.Of(draft, session.Draft))
        {
            Toasts.Refused("The pool or its rules changed while an order was looked for. Nothing was ordered; ask again.");
            return;
        }

        var done = found.Tracks.Count > 0 ? session.Do(new DraftEdit.Reorder(found.Tracks)) : Task.CompletedTask;
        (arranged, reported) = (found, session.Draft);
        await done;
        StateHasChanged();
    }
}
