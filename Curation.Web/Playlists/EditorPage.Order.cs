using Curation.Core.Catalog;
using Curation.Core.Desk.Ordering;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists;

/// <summary>The order of the pool: how it stands, and how it is made.</summary>
public sealed partial class EditorPage
{
    private OrderView? order;
    private Arranged? arranged;
    private Draft? looked;

    /// <summary>Reads how the order stands where the pool or what is asked of it is another one.</summary>
    private async Task LookAtOrder(Draft draft)
    {
        if (looked is not null && looked.Flow == draft.Flow && looked.Pool == draft.Pool) return;
        looked = draft;
        var view = await Reading.Of(draft);
        if (ReferenceEquals(looked, draft)) order = view;
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
        var found = await Arranging.Run(draft, only);
        if (!draft.Pool.Equals(session.Draft.Pool) && !draft.Pool.SequenceEqual(session.Draft.Pool))
        {
            Toasts.Refused("The pool changed while an order was looked for. Nothing was ordered; ask again.");
            return;
        }

        arranged = found;
        if (found.Tracks.Count > 0) await session.Do(new DraftEdit.Reorder(found.Tracks));
        StateHasChanged();
    }
}
