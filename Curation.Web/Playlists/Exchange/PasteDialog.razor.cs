using System.Globalization;
using System.Text;
using Curation.Core.Catalog;
using Curation.Core.Desk.Lists;
using Curation.Core.Desk.Search;
using Curation.Core.Importing;
using Curation.Core.Importing.Lists;
using Curation.Core.Playlists;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;

namespace Curation.Web.Playlists.Exchange;

/// <summary>What came of a review.</summary>
/// <param name="Sheet">The review.</param>
/// <param name="Title">The title of a new playlist; empty where there is a playlist already.</param>
/// <param name="After">Whether the tracks go behind the row under the cursor.</param>
public sealed record Reviewed(ReviewSheet Sheet, string Title, bool After);

/// <summary>Takes a pasted list or a file, and shows what it was matched to.</summary>
public sealed partial class PasteDialog(MatchList matching, FindTracks tracks, NavigationManager navigation, IJSRuntime js)
{
    /// <summary>How it is shown: as wide as the screen allows, and not left by a slip.</summary>
    public static readonly DialogOptions Wide = new() { MaxWidth = MaxWidth.Large, FullWidth = true, CloseOnEscapeKey = false, BackdropClick = false };

    private const int MostFound = 8;
    private PasteForm? form;
    private PasteForm? attached;
    private IJSObjectReference? module;
    private DotNetObjectReference<PasteDialog>? self;
    private ReviewSheet? sheet;
    private string text = "";
    private string title = "";
    private string? problem;
    private bool busy;
    private bool after;

    [CascadingParameter] public IMudDialogInstance? Dialog { get; set; }

    /// <summary>Tracks that the pool holds already.</summary>
    [Parameter, EditorRequired] public required IReadOnlySet<TrackId> Held { get; set; }

    /// <summary>Lines to start from.</summary>
    [Parameter] public string Lines { get; set; } = "";

    /// <summary>Whether a playlist is made of the list.</summary>
    [Parameter] public bool Fresh { get; set; }

    /// <summary>Title of the row under the cursor, behind which the tracks can go.</summary>
    [Parameter] public string? AfterTitle { get; set; }

    private string Heading => sheet is null ? Fresh ? "New playlist from a list or a file" : "Paste a list" : $"{sheet.Rows.Count} {(sheet.Rows.Count == 1 ? "track" : "tracks")} from {sheet.Matched.List.Format}";

    private int Adding => sheet?.Entries().Count ?? 0;

    private bool CanFinish => sheet is not null && (Adding > 0 || sheet.Missing().Count > 0) && (!Fresh || !string.IsNullOrWhiteSpace(title));

    private string Verb
    {
        get
        {
            var count = string.Create(CultureInfo.InvariantCulture, $"{Adding} {(Adding == 1 ? "track" : "tracks")}");
            return Fresh ? $"Make it of {count}" : Adding == 0 ? "Keep the lines" : $"Add {count}";
        }
    }

    /// <summary>Called by the script for Ctrl+Enter in the text.</summary>
    [JSInvokable]
    public async Task Submitted()
    {
        await ReadText();
        StateHasChanged();
    }

    protected override void OnInitialized() => text = Lines;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (form is null || form == attached || sheet is not null) return;
        attached = form;
        self ??= DotNetObjectReference.Create(this);
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "./Playlists/Exchange/PasteDialog.razor.js");
        await module.InvokeVoidAsync("attach", form.Root, form.Field, text, self);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and its listeners with it.
        }

        self?.Dispose();
    }

    /// <summary>The text comes as a stream: a long one would not fit into a message of the circuit.</summary>
    private async Task ReadText()
    {
        if (busy || module is null || form is null) return;
        await Reading(async () =>
        {
            await using var given = await module.InvokeAsync<IJSStreamReference>("text", form.Field);
            await using var stream = await given.OpenReadStreamAsync(GivenList.MostBytes + 1);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text = await reader.ReadToEndAsync();
            return ListReader.Read("The text", text, navigation.BaseUri);
        });
    }

    private Task ReadFile(InputFileChangeEventArgs chosen) => Reading(async () =>
    {
        if (chosen.File.Size > GivenList.MostBytes) throw new ImportStoppedException($"{chosen.File.Name}: a list may have {GivenList.MostBytes >> 20} MiB at most; nothing was read.");
        await using var stream = chosen.File.OpenReadStream(GivenList.MostBytes);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        title = Path.GetFileNameWithoutExtension(chosen.File.Name);
        return ListReader.Read(chosen.File.Name, bytes.ToArray(), navigation.BaseUri);
    });

    private async Task Reading(Func<Task<GivenList>> read)
    {
        busy = true;
        problem = null;
        StateHasChanged();
        try
        {
            var list = await read();
            if (list.Tracks.Count == 0 && list.Draft is null) problem = list.Passed.Count == 0 ? "There is nothing in it." : $"No line of it names a track: {list.Passed[0].Because} at line {list.Passed[0].Line}.";
            else Show(await matching.Of(list));
        }
        catch (ImportStoppedException stopped)
        {
            problem = stopped.Message;
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IOException or System.Text.RegularExpressions.RegexMatchTimeoutException or JSException)
        {
            problem = $"It could not be read; a list may have {GivenList.MostBytes >> 20} MiB at most. Nothing was taken.";
        }
        finally
        {
            busy = false;
            Dialog?.StateHasChanged();
        }
    }

    private void Show(MatchedList matched)
    {
        sheet = new ReviewSheet(matched, Held);
        title = matched.List.Draft?.Title ?? matched.List.Title ?? (title.Length > 0 ? title : "");
        if (title.Length > Draft.LongestTitle) title = title[..Draft.LongestTitle];
    }

    private async Task<IReadOnlyList<TrackFacts>> Find(string words) => string.IsNullOrWhiteSpace(words) ? [] : [.. (await tracks.Matching(words, MostFound)).Select(row => row.Track)];

    private void Again()
    {
        (sheet, attached) = (null, null);
        Dialog?.StateHasChanged();
    }

    private void Done()
    {
        if (sheet is not null && CanFinish) Dialog?.Close(DialogResult.Ok(new Reviewed(sheet, title.Trim(), after)));
    }
}
