using Curation.Core.Catalog;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Inspector;
using Curation.Web.Playlists.Together;
using Microsoft.AspNetCore.Components;
using Curation.Web.Shared;

namespace Curation.Web.Playlists;

/// <summary>Others on the same playlist: who they are, where they are, and what they just did.</summary>
public sealed partial class EditorPage
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(2);
    private static readonly Dictionary<TrackId, string> Calm = [];

    private IReadOnlyList<Visitor> others = [];
    private IReadOnlyDictionary<TrackId, string> fresh = Calm;
    private RowMarks marks = RowMarks.None;
    private IReadOnlyList<CommentRow> talk = [];
    private Ownership? ownership;
    private bool focusTalk;
    private PersonId heard;
    private Pause? calm;
    private bool looking;
    private bool again;

    /// <summary>The tab that a link opens: "comments".</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    private void Meet(IReadOnlyList<Visitor> now)
    {
        others = now;
        Mark();
        StateHasChanged();
    }

    /// <summary>Takes in what was committed; news that come while it is being read are read together afterwards.</summary>
    private async Task Hear(PersonId by)
    {
        if (by != Me.Id) heard = by;
        again = true;
        if (looking) return;
        looking = true;
        try
        {
            while (again && session is { } open)
            {
                again = false;
                if (await Desk.Open.Newest(Playlist) is { } view && ReferenceEquals(open, session)) session.Take(view);
            }
        }
        finally
        {
            looking = false;
        }
    }

    /// <summary>Shows for a moment which rows somebody else changed.</summary>
    private void Show(IReadOnlySet<TrackId> tracks)
    {
        var name = others.FirstOrDefault(visitor => visitor.Person == heard)?.Name ?? "somebody else";
        fresh = tracks.ToDictionary(track => track, _ => name);
        Mark();
        calm ??= new Pause(Clock, Shown, () => _ = InvokeAsync(() =>
        {
            fresh = Calm;
            Mark();
            StateHasChanged();
        }));
        calm.Begin();
    }

    private void Talk(IReadOnlyList<CommentRow> rows)
    {
        talk = rows;
        Mark();
        StateHasChanged();
    }

    /// <summary>A playlist that opens up takes what waited to be suggested like any edit.</summary>
    private async Task Own(Ownership? now)
    {
        ownership = now;
        if (session is not { } open) return;
        open.Suggesting = now?.Asks(Me.Id) == true;
        StateHasChanged();
        await open.Flush();
    }

    /// <summary>What was suggested is the owner's now; the page shows the store again.</summary>
    private Task Suggested() => Reread();

    private void OpenComments()
    {
        (pane, tab, focusTalk) = (EditorPane.Inspector, InspectorTab.Comments, true);
        StateHasChanged();
    }

    private void Mark() => marks = new RowMarks(others, fresh, talk.Where(comment => comment is { Thread: null, ResolvedAt: null, Track: not null }).CountBy(comment => comment.Track!.Value).ToDictionary());
}
