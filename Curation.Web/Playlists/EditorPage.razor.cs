using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Playlists.Editing;
using Curation.Web.Playlists.Inspector;
using Curation.Web.Playlists.Pool;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Curation.Web.Playlists;

/// <summary>The editor: candidates, pool and inspector of one playlist.</summary>
public sealed partial class EditorPage
{
    private static readonly IReadOnlyList<TabItem<EditorPane>> Panes = [new(EditorPane.Candidates, "Add tracks"), new(EditorPane.Pool, "Pool"), new(EditorPane.Inspector, "Inspector")];

    private readonly PoolSelection selection = new();
    private readonly Dictionary<TrackId, TrackLine> known = [];
    private DraftSession? session;
    private IReadOnlyList<PoolLine> lines = [];
    private Draft? drawn;
    private EditorPane pane = EditorPane.Pool;
    private InspectorTab tab;
    private PoolPane? pool;
    private LeftPane? left;
    private bool focusNote;
    private bool missing;
    private VersionBook book = VersionBook.Empty;

    [Parameter] public int Id { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    private PlaylistId Playlist => new(Id);

    /// <summary>The row that the inspector shows.</summary>
    private PoolLine? Under => selection.Cursor is { } cursor ? lines.FirstOrDefault(line => line.Entry.Track == cursor) : null;

    public void Dispose()
    {
        Desk.Versions.Changed -= Judged;
        session?.Dispose();
        calm?.Dispose();
    }

    protected override void OnInitialized() => Desk.Versions.Changed += Judged;

    protected override async Task OnParametersSetAsync()
    {
        if (session?.Saved.Id == Playlist) return;
        session?.Dispose();
        session = null;
        if (await Desk.Open.Newest(Playlist) is not { } view)
        {
            missing = true;
            return;
        }

        missing = false;
        var id = Playlist;
        session = new DraftSession(view, Me.Id, (version, edit) => Desk.Edit.Run(new Actor(Me.Id), id, version, edit), Clock, InvokeAsync);
        session.Refused += Toasts.Refused;
        if (Tab == "comments") (pane, tab) = (EditorPane.Inspector, InspectorTab.Comments);
        session.Changed += Redraw;
        session.Taken += Show;
        await Draw();
        await Know();
    }

    private async Task Leave(LocationChangingContext leaving)
    {
        if (session is not { WouldLose: true }) return;
        var sure = await Dialogs.Confirm(
            "Leave with edits that are not saved?",
            session.Conflicts.Count == 0 ? $"{(session.Waiting == 1 ? "1 edit is" : $"{session.Waiting} edits are")} only on this page, because the store does not answer. Leaving drops what is not saved." : "Somebody else set the same value and you have not chosen yet. Leaving keeps theirs.",
            "Leave");
        if (!sure) leaving.PreventNavigation();
    }

    private void Redraw() => _ = InvokeAsync(async () =>
    {
        await Draw();
        await Know();
        StateHasChanged();
    });

    /// <summary>Makes the rows of what the page shows, reading the facts of tracks that are new here.</summary>
    private async Task Draw()
    {
        if (session is null) return;
        var shown = session.Draft.Pool.Select(entry => entry.Track).Concat(session.Conflicts.Where(conflict => conflict.Track is not null).Select(conflict => conflict.Track!.Value));
        var unknown = shown.Where(track => !known.ContainsKey(track)).ToList();
        if (unknown.Count == 0 && ReferenceEquals(drawn, session.Draft)) return;
        if (unknown.Count > 0)
        {
            var read = await Desk.Tracks.Of(unknown);
            known.EnsureCapacity(known.Count + read.Count);
            foreach (var (track, line) in read) known[track] = line;
        }

        drawn = session.Draft;
        lines = PoolLine.Of(session.Draft, known, book);
        await LookAtOrder(session.Draft);
    }

    private void Judged(object? sender, EventArgs e) => Redraw();

    /// <summary>Brings in what is known of versions: a moment after the pool is shown, and again when somebody said something.</summary>
    private async Task Know()
    {
        var newest = await Desk.Versions.Get();
        if (ReferenceEquals(book, newest)) return;
        (book, drawn) = (newest, null);
        await Draw();
    }

    private string TitleOf(TrackId track) => known.TryGetValue(track, out var line) ? line.Facts.Title : $"track {track}";

    private async Task Reread()
    {
        if (session is not null && await Desk.Open.Newest(Playlist) is { } view) session.Refresh(view);
    }

    private void Selected()
    {
        if (selection.Cursor is not null && tab == InspectorTab.Blend) tab = InspectorTab.Entry;
    }

    private Task SkipToPool()
    {
        pane = EditorPane.Pool;
        StateHasChanged();
        return pool?.Focus() ?? Task.CompletedTask;
    }

    private Task SkipToCandidates() => left?.Suggest() ?? Task.CompletedTask;

    private void OpenNote()
    {
        if (Under is null) return;
        (pane, tab, focusNote) = (EditorPane.Inspector, InspectorTab.Entry, true);
        StateHasChanged();
    }
}

/// <summary>The panes of the editor; on a phone one at a time.</summary>
public enum EditorPane
{
    Candidates,
    Pool,
    Inspector,
}
