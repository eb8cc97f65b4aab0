using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Search;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Search;

public sealed class SearchTests
{
    [Theory]
    [InlineData("ön", "Ön Road", "Blue Ön")]
    [InlineData("ON", "Ön Road", "Blue Ön")]
    [InlineData("ilse bl", "Blue Ön")]
    [InlineData("bl il", "Blue Ön")]
    [InlineData("oyel", "Ön Road")]
    [InlineData("ue")]
    [InlineData("")]
    [InlineData("  !? ")]
    public async Task Tracks_are_found_by_the_beginnings_of_words_in_title_and_artist(string text, params string[] titles)
    {
        await using var desk = await TestDesk.Open();
        await Add(desk, ("Blue Ön", "Ilse Brandt"), ("Ön Road", "Mara Oyelaran"), ("Other", "Somebody"));
        Assert.Equal(titles, (await desk.Get<FindTracks>().Matching(text)).Select(row => row.Track.Title));
    }

    [Fact]
    public async Task Of_equal_matches_the_most_played_comes_first()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        await TrainModelTests.Listen(desk);
        await TrainModelTests.Train(desk);
        var found = await desk.Get<FindTracks>().Matching("calm", 3);
        Assert.Equal(("Calm Number 0", 3), (found[0].Track.Title, found.Count));
        Assert.Equal("Downtempo", found[0].Genre);
    }

    [Fact]
    public async Task Artists_tags_and_playlists_are_found_too()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        var editor = await desk.Person("Ada", Roles.Editor);
        await desk.Get<CreatePlaylist>().Run(editor, "Quiet Café");
        var archived = await desk.Get<CreatePlaylist>().Run(editor, "Quiet Archive");
        await desk.Get<ArchivePlaylist>().Run(editor, archived, archived: true);

        Assert.Equal(["Quiet Artist 0", "Quiet Artist 1", "Quiet Artist 2"], (await desk.Get<FindArtists>().Matching("quiet")).Select(row => row.Name).Order(StringComparer.Ordinal));
        Assert.Equal([("rainy evening", 12)], (await desk.Get<FindTags>().Matching("rain")).Select(row => (row.Tag, row.Tracks)));
        Assert.Equal([("downtempo", 12)], (await desk.Get<FindTags>().Matching("TEMPO")).Select(row => (row.Tag, row.Tracks)));
        Assert.Equal(["Quiet Café"], (await desk.Get<FindPlaylists>().Matching("cafe qui")).Select(row => row.Title));
        await desk.Get<ArchivePlaylist>().Run(editor, archived, archived: false);
        Assert.Equal(["Quiet Archive"], (await desk.Get<FindPlaylists>().Matching("arch")).Select(row => row.Title));
    }

    [Fact]
    public async Task A_track_is_looked_up_with_its_plays_its_playlists_and_what_is_like_it()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var editor = await desk.Person("Ada", Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Holds it");
        await desk.Get<EditDraft>().Run(editor, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version, new DraftEdit.AddTracks([camps.Calm[0]]));

        var view = await desk.Get<LookUpTrack>().Run(camps.Calm[0]);

        Assert.Equal(["Quiet Artist 0"], view!.Artists.Select(artist => artist.Name));
        Assert.Equal(["Downtempo"], view.Genres);
        Assert.Equal(["rainy evening"], view.Tags);
        Assert.True(view.Plays > 0 && view.Listeners > 0);
        Assert.Equal(["Holds it"], view.Playlists.Select(row => row.Title));
        Assert.Equal(camps.Calm.Skip(1), view.Similar.Take(11).Select(item => item.Track.Id).Order());
        Assert.Null(await desk.Get<LookUpTrack>().Run(new TrackId(9_999)));
    }

    [Fact]
    public async Task An_artist_is_looked_up_with_tracks_and_places_in_pools()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var editor = await desk.Person("Ada", Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Holds it");
        await desk.Get<EditDraft>().Run(editor, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version, new DraftEdit.AddTracks([camps.Calm[0]]));
        var artist = (await desk.Get<FindArtists>().Matching("quiet artist 0")).Single();

        var view = await desk.Get<LookUpArtist>().Run(artist.Id);

        Assert.Equal(("Quiet Artist 0", 4, 1), (view!.Artist.Name, view.Tracks.Count, view.InPools));
        Assert.Null(await desk.Get<LookUpArtist>().Run(new ArtistId(9_999)));
    }

    private static async Task Add(TestDesk desk, params (string Title, string Artist)[] tracks)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        foreach (var (title, name) in tracks)
        {
            var artist = new Artist(name);
            db.Artists.Add(artist);
            await db.SaveChangesAsync();
            db.Tracks.Add(new Track(title, title, name, [artist.Id]));
        }

        await db.SaveChangesAsync();
    }
}
