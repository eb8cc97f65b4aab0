using System.Collections.Immutable;
using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Web.Admin.Genres;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Admin.Content;

/// <summary>One rule of the content policy, open to be changed; each change goes up at once.</summary>
public sealed partial class RuleForm
{
    private const int Offered = 12;

    private readonly Dictionary<PlaylistId, string> titles = [];
    private ModelSnapshot snapshot = ModelSnapshot.Empty;
    private bool badTerritories;

    [Parameter, EditorRequired] public required ContentRule Rule { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyDictionary<GenreId, string> Genres { get; set; }

    [Parameter, EditorRequired] public required ContentDesk Desk { get; set; }

    [Parameter, EditorRequired] public required Func<PlaylistId, string> PlaylistName { get; set; }

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public EventCallback<ContentRule> OnChange { get; set; }

    [Parameter] public EventCallback<ContentRule> OnRemove { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    private bool IsOver => !Rule.Holds(Today);

    private IReadOnlyList<PickedItem> Artists => [.. Rule.Artists.Select(id => new PickedItem(Word(id), snapshot.Catalogue.ArtistNames.GetValueOrDefault(new ArtistId(id), $"artist {id}"), ""))];

    private IReadOnlyList<PickedItem> Tracks => [.. Rule.Tracks.Select(id => snapshot.Catalogue.Find(new TrackId(id)) is { } track ? Item(track) : new PickedItem(Word(id), $"track {id}", ""))];

    private IReadOnlyList<PickedItem> Playlists => Rule.Scope.Playlist is { } playlist ? [new PickedItem(Word(playlist.Value), titles.GetValueOrDefault(playlist, PlaylistName(playlist)), "")] : [];

    protected override async Task OnInitializedAsync() => snapshot = await Desk.Current.Get();

    private Task Set(ContentRule rule) => OnChange.InvokeAsync(rule);

    private Task Scope(ContentScope scope) => Set(Rule with { Scope = scope });

    private Task Territories(ChangeEventArgs e)
    {
        var codes = Text(e).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var set = codes.All(code => code.Length == 2) ? Territory.Set(codes) : null;
        badTerritories = set is null;
        return set is null ? Task.CompletedTask : Scope(Rule.Scope with { Territories = set.Length == 0 ? null : set });
    }

    private async Task<IReadOnlyList<PickedItem>> FindTracks(string text) => [.. (await Desk.Tracks.Matching(text, Offered)).Select(row => Item(row.Track))];

    private async Task<IReadOnlyList<PickedItem>> FindArtists(string text) => [.. (await Desk.Artists.Matching(text, Offered)).Select(row => new PickedItem(row.Id.ToString(), row.Name, $"{row.Tracks} tracks"))];

    private async Task<IReadOnlyList<PickedItem>> FindPlaylists(string text)
    {
        var found = await Desk.Playlists.Matching(text, Offered);
        foreach (var row in found) titles[row.Id] = row.Title;
        return [.. found.Select(row => new PickedItem(row.Id.ToString(), row.Title, $"{row.PoolSize} tracks"))];
    }

    private static PickedItem Item(TrackFacts track) => new(track.Id.ToString(), track.Title, track.ArtistLine);

    private static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Key(PickedItem item) => int.Parse(item.Key, CultureInfo.InvariantCulture);

    private static int Number(ChangeEventArgs e) => int.TryParse(Text(e), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DateOnly? Day(ChangeEventArgs e) => DateOnly.TryParseExact(Text(e), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static ImmutableArray<string> Lines(ChangeEventArgs e) => [.. Text(e).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Text(ChangeEventArgs e) => e.Value as string ?? "";
}
