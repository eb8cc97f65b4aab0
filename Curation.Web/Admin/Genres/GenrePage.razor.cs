using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Recommending.Suggesting;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Curation.Web.Admin.Genres;

/// <summary>Edits one genre: its name, its seed with what that seed leads to, and its end.</summary>
public sealed partial class GenrePage
{
    private const int Offered = 12;

    private Genre? genre;
    private IReadOnlyList<GenreRow> others = [];
    private IReadOnlyList<Candidate>? nearest;
    private ModelSnapshot snapshot = ModelSnapshot.Empty;
    private bool looked;
    private bool renaming;
    private bool merging;
    private string name = "";
    private int into;

    [Inject]
    public required GenresDesk Desk { get; set; }

    [Inject]
    public required Toasts Toasts { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required SignedIn Me { get; set; }

    [Parameter]
    public int Id { get; set; }

    private Actor Actor => new(Me.Id);

    private string Lead => (others.FirstOrDefault(other => other.Id == genre!.Id)?.Tracks ?? 0) switch { 1 => "1 track is of this genre.", var count => FormattableString.Invariant($"{count:N0} tracks are of this genre.") };

    private IReadOnlyList<PickedItem> Tracks => [.. genre!.SeedTracks.Select(id => snapshot.Catalogue.Find(id) is { } track ? Item(track) : new PickedItem(id.ToString(), $"track {id}", ""))];

    private IReadOnlyList<PickedItem> Artists => [.. genre!.SeedArtists.Select(id => new PickedItem(id.ToString(), snapshot.Catalogue.ArtistNames.GetValueOrDefault(id, $"artist {id}"), ""))];

    private IReadOnlyList<PickedItem> Tags => [.. genre!.SeedTags.Select(tag => new PickedItem(tag, tag, ""))];

    protected override async Task OnParametersSetAsync()
    {
        if (genre?.Id.Value == Id) return;
        (renaming, merging, into) = (false, false, 0);
        await Load();
    }

    private async Task Load()
    {
        snapshot = await Desk.Current.Get();
        others = await Desk.List.All();
        genre = await Desk.List.Find(new GenreId(Id));
        looked = true;
        name = genre?.Name ?? "";
        if (genre is not null) nearest = await Desk.Nearest.Of(GenreSeed.Of(genre));
    }

    private async Task Change(IReadOnlyList<TrackId> tracks, IReadOnlyList<ArtistId> artists, IReadOnlyList<string> tags)
    {
        await Toasts.Try(() => Desk.Seed.Run(Actor, genre!.Id, genre.Version, tracks, artists, tags));
        await Load();
    }

    private async Task Rename()
    {
        if (!await Toasts.Try(() => Desk.Rename.Run(Actor, genre!.Id, genre.Version, name), "Renamed.")) return;
        renaming = false;
        await Load();
    }

    private async Task Merge()
    {
        var (from, target) = (genre!, others.Single(other => other.Id.Value == into));
        var plan = await Desk.Merge.Plan(from.Id);
        var sure = await Dialogs.Confirm(
            $"Merge {from.Name} into {target.Name}?",
            FormattableString.Invariant($"{plan.Tracks:N0} tracks become {target.Name}, {plan.SeedItems} things join its seed, and {from.Name} is gone. {DraftWords(plan.Playlists.Count)} The log keeps what it takes to part them again by hand."),
            "Merge",
            plan.Playlists);
        if (sure && await Toasts.Try(() => Desk.Merge.Run(Actor, from.Id, target.Id), $"{from.Name} is now {target.Name}.")) Navigation.NavigateTo($"/admin/genres/{target.Id}");
    }

    private async Task Delete()
    {
        var gone = genre!;
        var sure = await Dialogs.Confirm($"Delete {gone.Name}?", "Only a genre that no track and no draft speaks of can be deleted. Its seed goes with it.", "Delete");
        if (sure && await Toasts.Try(() => Desk.Delete.Run(Actor, gone.Id), $"{gone.Name} is deleted.")) Navigation.NavigateTo("/admin/genres");
    }

    private static string DraftWords(int drafts) => drafts switch { 0 => "No draft starts from it.", 1 => "This draft starts from the other from then on:", _ => "These drafts start from the other from then on:" };

    private async Task<IReadOnlyList<PickedItem>> FindTracks(string text) => [.. (await Desk.Tracks.Matching(text, Offered)).Select(row => Item(row.Track))];

    private async Task<IReadOnlyList<PickedItem>> FindArtists(string text) => [.. (await Desk.Artists.Matching(text, Offered)).Select(row => new PickedItem(row.Id.ToString(), row.Name, $"{row.Tracks} tracks"))];

    private async Task<IReadOnlyList<PickedItem>> FindTags(string text) => [.. (await Desk.Tags.Matching(text, Offered)).Select(row => new PickedItem(row.Tag, row.Tag, $"{row.Tracks} tracks"))];

    private static PickedItem Item(TrackFacts track) => new(track.Id.ToString(), track.Title, track.ArtistLine);

    private List<TrackId> TracksWith(PickedItem item) => [.. genre!.SeedTracks, new TrackId(Number(item))];

    private List<TrackId> TracksWithout(PickedItem item) => [.. genre!.SeedTracks.Where(track => track.Value != Number(item))];

    private List<ArtistId> ArtistsWith(PickedItem item) => [.. genre!.SeedArtists, new ArtistId(Number(item))];

    private List<ArtistId> ArtistsWithout(PickedItem item) => [.. genre!.SeedArtists.Where(artist => artist.Value != Number(item))];

    private static int Number(PickedItem item) => int.Parse(item.Key, CultureInfo.InvariantCulture);
}
