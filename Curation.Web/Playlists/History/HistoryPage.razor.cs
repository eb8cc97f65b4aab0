using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Playlists.History;

/// <summary>The revisions of a playlist: what each changed, and the way back.</summary>
public sealed partial class HistoryPage
{
    private const int PageSize = 200;
    private PlaylistView? view;
    private IReadOnlyList<RevisionRow> rows = [];
    private DraftDiff? diff;
    private Draft? before;
    private Draft? after;
    private Dictionary<RevisionId, RevisionLabel> labels = [];
    private Dictionary<TrackId, string> titles = [];
    private DateTimeOffset now;
    private bool missing;
    private int most = PageSize;

    [Parameter] public int Id { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>The revision that is shown, by number; the newest where it is left out.</summary>
    [SupplyParameterFromQuery(Name = "to")] public int? To { get; set; }

    /// <summary>What it is compared with; the one before it where it is left out.</summary>
    [SupplyParameterFromQuery(Name = "from")] public int? From { get; set; }

    /// <summary>"changes" lists single edits instead of revisions.</summary>
    [SupplyParameterFromQuery(Name = "view")] public string? Shows { get; set; }

    private bool Changes => Shows == "changes";

    private int ToNumber => rows.Any(row => row.Number == To) ? To!.Value : view?.RevisionNumber ?? 0;

    private int FromNumber => rows.Any(row => row.Number == From) ? From!.Value : ToNumber - 1;

    private string Against => diff is null ? "" : $"against revision {FromNumber} · {(diff.Count == 1 ? "1 change" : $"{diff.Count} changes")}";

    private string TitleOf(TrackId track) => titles.GetValueOrDefault(track, $"track {track}");

    protected override Task OnParametersSetAsync() => Read();

    private async Task Read()
    {
        var id = new PlaylistId(Id);
        now = Clock.GetUtcNow();
        view = await Desk.Open.Newest(id);
        missing = view is null;
        if (missing) return;
        var oldest = Math.Max(1, Math.Min(To ?? int.MaxValue, From ?? int.MaxValue));
        most = Math.Max(most, view!.RevisionNumber - oldest + 1);
        rows = await Desk.Open.History(id, most);
        diff = null;
        (before, after) = (await Draft(FromNumber), await Draft(ToNumber));
        labels = await Desk.Labels.Of(id);
        if (before is null || after is null) return;
        var genres = (await Desk.Genres.All()).ToDictionary(choice => choice.Id, choice => choice.Name);
        var found = DraftDiff.Between(before, after, genre => genres.GetValueOrDefault(genre, genre.ToString()));
        titles = (await Desk.Tracks.Of(found.Tracks.Concat(before.Pool.Concat(after.Pool).Select(entry => entry.Track)).Distinct())).ToDictionary(pair => pair.Key, pair => pair.Value.Facts.Title);
        diff = found;
    }

    private async Task<Draft?> Draft(int number) =>
        rows.FirstOrDefault(row => row.Number == number) is { } row ? (await Desk.Open.At(new PlaylistId(Id), row.Id))?.Draft : null;

    private RevisionRow? RowOf(int number) => rows.FirstOrDefault(row => row.Number == number);

    private string Address(bool changes) => Navigation.GetUriWithQueryParameter("view", changes ? "changes" : null);

    private Task ShowOlder()
    {
        most += PageSize;
        return Read();
    }

    private async Task Restore()
    {
        if (view is null || await Draft(ToNumber) is not { } draft) return;
        var number = ToNumber;
        var outcome = await Toasts.Try(() => Desk.Edit.Run(new Actor(Me.Id), view.Id, view.Version, new DraftEdit.Restore(draft, number)));
        if (outcome is null) return;
        Toasts.Done($"Revision {number} is back, as revision {outcome.Now.RevisionNumber}.");
        To = null;
        From = null;
        Go(null, null);
        await Read();
    }

    private void Go(int? to, int? from) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["to"] = to, ["from"] = from }));
}
