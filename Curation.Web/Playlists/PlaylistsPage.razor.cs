using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Playlists;

/// <summary>All playlists, and the place where one is started.</summary>
public sealed partial class PlaylistsPage
{
    private IReadOnlyList<PlaylistRow>? rows;
    private Dictionary<PlaylistStage, int> counts = [];
    private DateTimeOffset now;
    private bool making;
    private bool busy;

    [CascadingParameter] public required SignedIn Me { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Words in the title.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Text { get; set; }

    /// <summary>One state only.</summary>
    [SupplyParameterFromQuery(Name = "state")] public string? Stage { get; set; }

    /// <summary>Those that are out of the way.</summary>
    [SupplyParameterFromQuery(Name = "archived")] public bool Archived { get; set; }

    /// <summary>Whether one is to be started right away.</summary>
    [SupplyParameterFromQuery(Name = "new")] public bool New { get; set; }

    private PlaylistStage? Chosen => Enum.TryParse<PlaylistStage>(Stage, out var stage) ? stage : null;

    private IReadOnlyList<PlaylistRow> Shown => rows?.Where(row => Chosen is not { } stage || row.Stage == stage).ToList() ?? [];

    private string Lead => rows switch
    {
        null => "Pools of tracks, each from one listener's need.",
        [_] => "One playlist.",
        _ => FormattableString.Invariant($"{rows.Count} playlists, the last saved first."),
    };

    protected override void OnInitialized() => making = New && Me.IsEditor;

    protected override Task OnParametersSetAsync() => Read();

    private async Task Read()
    {
        rows = await Playlists.All(string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Archived);
        counts = rows.CountBy(row => row.Stage).ToDictionary();
        now = Clock.GetUtcNow();
    }

    private async Task Make((string Title, string Need, GenreId? Seed) wanted)
    {
        busy = true;
        PlaylistId? made = null;
        await Toasts.Try(async () => made = await Create.Run(new Actor(Me.Id), wanted.Title, wanted.Need, wanted.Seed));
        busy = false;
        if (made is { } id) Navigation.NavigateTo($"/playlists/{id}");
    }

    private async Task Put(PlaylistRow row)
    {
        if (!await Toasts.Try(() => Archive.Run(new Actor(Me.Id), row.Id, !row.Archived))) return;
        Toasts.Done(row.Archived ? $"“{row.Title}” is back." : $"“{row.Title}” was archived; listeners keep what is live.", () => InvokeAsync(async () =>
        {
            await Toasts.Try(() => Archive.Run(new Actor(Me.Id), row.Id, row.Archived));
            await Read();
            StateHasChanged();
        }));
        await Read();
    }

    private void Go(string? text, string? stage, bool archived) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["q"] = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        ["state"] = stage,
        ["archived"] = archived ? true : null,
    }));
}
