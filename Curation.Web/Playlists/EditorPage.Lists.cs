using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Exchange;
using MudBlazor;

namespace Curation.Web.Playlists;

/// <summary>The editor's pasted lists.</summary>
public sealed partial class EditorPage
{
    private Task Paste() => PasteLines("");

    private Task LookAgain() => PasteLines(string.Join('\n', session?.Draft.Missing?.Lines ?? []));

    /// <summary>Asks for a list, and puts what came of the review into the pool as one edit.</summary>
    private async Task PasteLines(string lines)
    {
        if (session is not { } open || !Me.IsEditor) return;
        var under = selection.Cursor is { } cursor && open.Draft.Holds(cursor) ? cursor : (TrackId?)null;
        var parameters = new DialogParameters<PasteDialog>
        {
            { dialog => dialog.Held, open.Draft.Pool.Select(entry => entry.Track).ToHashSet() },
            { dialog => dialog.Lines, lines },
            { dialog => dialog.AfterTitle, under is { } track ? TitleOf(track) : null },
        };
        var asked = await Dialogs.ShowAsync<PasteDialog>("Paste a list", parameters, PasteDialog.Wide);
        if (await asked.Result is not { Canceled: false, Data: Reviewed reviewed } || session is null) return;
        var sheet = reviewed.Sheet;
        var settled = sheet.Rows.Where(row => row.Decision is RowDecision.Take or RowDecision.Drop).Select(row => row.Match.Wanted.Text);
        var missing = sheet.Missing();
        await session.Do(new DraftEdit.AddEntries(sheet.Entries(), reviewed.After ? under : null, missing, [.. settled.Except(missing, StringComparer.Ordinal)]));
        pane = EditorPane.Pool;
        StateHasChanged();
    }
}
