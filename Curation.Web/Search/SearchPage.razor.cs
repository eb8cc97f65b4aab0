using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Search.Saved;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Search;

/// <summary>Finds tracks by words and attributes. What is searched for is in the address, so that a link shows a colleague the same.</summary>
public sealed partial class SearchPage
{
    private SearchAsk ask = new();
    private SearchAnswer? answer;
    private IReadOnlyList<ArtistRow> artists = [];
    private IReadOnlyList<FoundPlaylist> playlistsFound = [];
    private IReadOnlyList<SavedSearchRow> saved = [];
    private IReadOnlyList<PlaylistRow> playlists = [];
    private Catalogue names = Catalogue.Empty;
    private HashSet<TrackId> chosen = [];
    private HashSet<TrackId> held = [];
    private string? answered;
    private string text = "";
    private bool narrowing;
    private bool typing;
    private Pause? pause;

    /// <summary>The playlist whose taste takes part in the order.</summary>
    [SupplyParameterFromQuery(Name = "for")] public int? For { get; set; }

    /// <summary>Which hundred of the tracks found is shown, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")] public int? Page { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    private string Query => new Uri(Navigation.Uri).Query.TrimStart('?');

    public void Dispose() => pause?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        pause = new Pause(Clock, TimeSpan.FromMilliseconds(150), () => _ = InvokeAsync(() => { typing = false; Go(ask with { Text = text }); }));
        playlists = await Desk.All.All();
        await ReadSaved();
    }

    protected override async Task OnParametersSetAsync()
    {
        var query = Query;
        if (answered == query) return;
        answered = query;
        ask = SearchAddress.Read(query);
        if (!typing) text = ask.Text;
        names = (await Desk.Current.Get()).Catalogue;
        held = For is { } id && await Desk.Open.Newest(new PlaylistId(id)) is { } view ? [.. view.Draft.Pool.Select(entry => entry.Track)] : [];
        var wanted = ask with { Taste = [.. held], For = For is { } own ? new PlaylistId(own) : null, Skip = (Shown - 1) * ask.Count };
        var (tracks, credited, titled) = (await Desk.Tracks.Run(wanted), await Desk.Artists.Matching(ask.Text, 6), await Desk.Playlists.Matching(ask.Text, 6));
        if (answered == query) (answer, artists, playlistsFound) = (tracks, credited, titled);
    }

    private string NameOf(Category category, string value) => ValueNames.Of(names, category, value);

    private void Type(string? typed)
    {
        text = typed ?? "";
        typing = true;
        pause?.Begin();
    }

    /// <summary>The page that is shown; numbers that no catalogue reaches mean the first.</summary>
    private int Shown => Page is > 1 and <= 1_000_000 and var page ? page : 1;

    private void Go(SearchAsk next) => Go(next, For);

    /// <summary>Another question begins at its first page.</summary>
    private void Go(SearchAsk next, int? taste) => Navigation.NavigateTo(Address(next, taste, 1), replace: true);

    private string At(int page) => Address(ask, For, page);

    private static string Address(SearchAsk next, int? taste, int page)
    {
        string[] parts = [SearchAddress.Write(next), taste is { } id ? FormattableString.Invariant($"for={id}") : "", page > 1 ? FormattableString.Invariant($"page={page}") : ""];
        var query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? "/search" : $"/search?{query}";
    }

    /// <summary>What resembles the chosen tracks, whatever their words: those typed would leave most of it out.</summary>
    private void MoreLike()
    {
        var like = chosen.Take(20).ToList();
        chosen = [];
        Go(ask with { Like = like, Text = "" });
    }

    private void Weigh(string? playlist) => Go(ask, int.TryParse(playlist, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null);

    private void Toggle(TrackId track)
    {
        if (!chosen.Add(track)) chosen.Remove(track);
    }

    private void ToggleAll(bool all) => chosen = all ? [.. chosen, .. answer!.Items.Select(item => item.Row.Track.Id)] : [];

    private async Task AddTo(string? playlist)
    {
        if (!int.TryParse(playlist, System.Globalization.CultureInfo.InvariantCulture, out var id)) return;
        var added = 0;
        Func<Task> add = async () => added = await Desk.Add.Run(new Actor(Me.Id), new PlaylistId(id), [.. chosen]);
        if (!await Toasts.Try(add)) return;
        Toasts.Done($"{(added == 1 ? "1 track" : $"{added} tracks")} added to “{playlists.First(row => row.Id.Value == id).Title}”{(added < chosen.Count ? $"; {chosen.Count - added} were there already" : "")}.");
        chosen = [];
    }

    private async Task ReadSaved() => saved = await Desk.Saved.Of(Me.Id);

    private Task Save(string name) => Change(() => Desk.Save.Run(new Actor(Me.Id), name, Navigation.ToAbsoluteUri(At(1)).Query.TrimStart('?')), "Saved.");

    private Task Rename((SavedSearchRow Row, string Name) to) => Change(() => Desk.Change.Rename(new Actor(Me.Id), to.Row.Id, to.Name), null);

    private Task Share(SavedSearchRow row) => Change(() => Desk.Change.Share(new Actor(Me.Id), row.Id, !row.Shared), row.Shared ? "Only you see it now." : "Everyone sees it now.");

    private Task Delete(SavedSearchRow row) => Change(() => Desk.Change.Delete(new Actor(Me.Id), row.Id), $"“{row.Name}” was deleted.");

    private async Task Change(Func<Task> change, string? done)
    {
        if (await Toasts.Try(change, done)) await ReadSaved();
    }
}
