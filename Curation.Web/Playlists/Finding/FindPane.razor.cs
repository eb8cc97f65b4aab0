using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Search;
using Curation.Core.Playlists;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Curation.Web.Playlists.Finding;

/// <summary>The search of the editor: what is found goes into the pool, and what goes with the pool comes first.</summary>
public sealed partial class FindPane
{
    private SearchAsk ask = new();
    private SearchAnswer? answer;
    private HashSet<TrackId> held = [];
    private Func<Category, string, string> name = (_, value) => value;
    private Pause? pause;
    private bool byTaste = true;
    private bool open;
    private bool busy;
    private int asked;
    private string answered = "";

    [Parameter, EditorRequired] public PlaylistId Playlist { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired] public required Draft Draft { get; set; }

    /// <summary>The chosen rows of the pool.</summary>
    [Parameter] public IReadOnlyCollection<TrackId> Selected { get; set; } = [];

    [Parameter] public bool CanEdit { get; set; }

    [Parameter] public EventCallback<DraftEdit> OnEdit { get; set; }

    private string Link => SearchAddress.Write(ask) is { Length: > 0 } query ? $"{query}&for={Playlist}" : $"for={Playlist}";

    public void Dispose() => pause?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        pause = new Pause(Clock, TimeSpan.FromMilliseconds(120), () => _ = InvokeAsync(async () => { await Look(); StateHasChanged(); }));
        name = await Plans.Names();
        await Look();
    }

    protected override void OnParametersSet() => held = [.. Draft.Pool.Select(entry => entry.Track)];

    private async Task Look()
    {
        var (mine, text) = (++asked, ask.Text);
        busy = true;
        var found = await Search.Run(ask with { Taste = byTaste ? [.. held] : [], For = Playlist, Count = 60 });
        if (mine == asked) (answer, answered, busy) = (found, text, false);
    }

    private Task Set(SearchAsk next)
    {
        ask = next;
        return Look();
    }

    private void Type(string? typed)
    {
        ask = ask with { Text = typed ?? "" };
        pause?.Begin();
    }

    /// <summary>Enter adds the first track that is not there yet, of what was typed last and not of an answer to less.</summary>
    private async Task Pressed(KeyboardEventArgs e)
    {
        if (e.Key != "Enter" || !CanEdit || ask.Text.Length == 0) return;
        if (answered != ask.Text) await Look();
        if (answered == ask.Text && answer?.Items.FirstOrDefault(item => !held.Contains(item.Row.Track.Id)) is { } first) await Add(first.Row.Track.Id);
    }

    private Task Add(TrackId track) => OnEdit.InvokeAsync(new DraftEdit.AddTracks([track]));
}
