using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Genres;

public sealed class GenreTests
{
    [Fact]
    public async Task A_genre_is_made_renamed_seeded_and_read_back()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var admin = await desk.Person("Root", Roles.Admin);
        var artist = (await desk.Get<CurrentModel>().Get()).Catalogue.Find(camps.Calm[0])!.Artists[0];

        var id = await desk.Get<MakeGenre>().Run(admin, "  Trip hop ");
        var made = await desk.Get<ListGenres>().Find(id);
        await desk.Get<RenameGenre>().Run(admin, id, made!.Version, "Trip-Hop");
        var renamed = await desk.Get<ListGenres>().Find(id);
        await desk.Get<SeedGenre>().Run(admin, id, renamed!.Version, [camps.Calm[0], camps.Calm[0]], [artist], ["Rainy Evening"]);

        var genre = await desk.Get<ListGenres>().Find(id);
        Assert.Equal("Trip-Hop", genre!.Name);
        Assert.Equal([camps.Calm[0]], genre.SeedTracks);
        Assert.Equal([artist], genre.SeedArtists);
        Assert.Equal(["rainy evening"], genre.SeedTags);
        var row = (await desk.Get<ListGenres>().All()).Single(item => item.Id == id);
        Assert.Equal((0, 1, 1, 1, true), (row.Tracks, row.SeedTracks, row.SeedArtists, row.SeedTags, row.Seeded));
        Assert.Equal("Trip-Hop", (await desk.Get<CurrentModel>().Get()).Catalogue.GenreNames[id]);
    }

    [Fact]
    public async Task A_name_can_be_taken_only_once_whatever_its_case()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        var id = await desk.Get<MakeGenre>().Run(admin, "House");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<MakeGenre>().Run(admin, "HOUSE"));
        Assert.Contains("already a genre \"House\"", refused.Message, StringComparison.Ordinal);
        await desk.Get<RenameGenre>().Run(admin, id, (await desk.Get<ListGenres>().Find(id))!.Version, "HOUSE");
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<MakeGenre>().Run(admin, "   "));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<MakeGenre>().Run(admin, new string('x', 81)));
        Assert.Single(await desk.Get<ListGenres>().All());
    }

    [Fact]
    public async Task The_later_of_two_admins_is_told_and_overwrites_nothing()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (one, other) = (await desk.Person("One", Roles.Admin), await desk.Person("Other", Roles.Admin));
        var opened = await desk.Get<ListGenres>().Find(camps.CalmGenre);
        await desk.Get<SeedGenre>().Run(one, camps.CalmGenre, opened!.Version, [camps.Calm[0]], [], []);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SeedGenre>().Run(other, camps.CalmGenre, opened.Version, [camps.Calm[1]], [], []));
        Assert.Equal([camps.Calm[0]], (await desk.Get<ListGenres>().Find(camps.CalmGenre))!.SeedTracks);
    }

    [Fact]
    public async Task A_seed_names_only_what_is_in_the_catalogue_and_only_an_admin_writes_it()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (admin, editor) = (await desk.Person("Root", Roles.Admin), await desk.Person("Ada", Roles.Editor));
        var version = (await desk.Get<ListGenres>().Find(camps.CalmGenre))!.Version;
        var seed = desk.Get<SeedGenre>();
        await Assert.ThrowsAsync<RefusedException>(() => seed.Run(admin, camps.CalmGenre, version, [new TrackId(9_999)], [], []));
        await Assert.ThrowsAsync<RefusedException>(() => seed.Run(admin, camps.CalmGenre, version, [], [new ArtistId(9_999)], []));
        await Assert.ThrowsAsync<RefusedException>(() => seed.Run(editor, camps.CalmGenre, version, [camps.Calm[0]], [], []));
        Assert.Equal(version, (await desk.Get<ListGenres>().Find(camps.CalmGenre))!.Version);
    }

    [Fact]
    public async Task The_tracks_nearest_to_a_seed_are_seen_before_it_is_saved()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var seed = new GenreSeed(new GenreId(0), "New", [camps.Loud[0]], [], []);
        var nearest = await desk.Get<NearestToSeed>().Of(seed, 11);
        Assert.Equal(camps.Loud.Skip(1), nearest.Select(item => item.Track.Id).Order());
        Assert.All(nearest, item => Assert.Equal("Loud Number 0", item.Reasons[0].Label));
    }

    [Fact]
    public async Task A_seed_that_names_nothing_has_nothing_near_it()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        Assert.Empty(await desk.Get<NearestToSeed>().Of(new GenreSeed(new GenreId(0), "New", [], [], [])));
    }

    [Fact]
    public async Task Merging_moves_tracks_seeds_and_drafts_and_says_beforehand_what_it_will_change()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var admin = await desk.Person("Root", Roles.Admin, Roles.Editor);
        await Seed(desk, admin, camps.CalmGenre, camps.Calm[0]);
        await Seed(desk, admin, camps.LoudGenre, camps.Loud[0]);
        await Both(desk, camps.Calm[1], camps.LoudGenre);
        var draft = await desk.Get<CreatePlaylist>().Run(admin, "From calm", seed: camps.CalmGenre);

        var plan = await desk.Get<MergeGenres>().Plan(camps.CalmGenre);
        Assert.Equal((12, 1), (plan.Tracks, plan.SeedItems));
        Assert.Equal(["From calm"], plan.Playlists);
        await desk.Get<MergeGenres>().Run(admin, camps.CalmGenre, camps.LoudGenre);

        var left = Assert.Single(await desk.Get<ListGenres>().All());
        Assert.Equal((camps.LoudGenre, 24), (left.Id, left.Tracks));
        Assert.Equal([camps.Loud[0], camps.Calm[0]], (await desk.Get<ListGenres>().Find(camps.LoudGenre))!.SeedTracks);
        Assert.Equal(camps.LoudGenre, (await desk.Get<OpenPlaylist>().Newest(draft))!.Draft.Seed);
        Assert.Equal([camps.LoudGenre], (await desk.Get<CurrentModel>().Get()).Catalogue.Find(camps.Calm[1])!.Genres);
        var logged = (await desk.Get<ReadAuditLog>().Newest(1)).Single().Entry;
        Assert.Equal("genre.merge", logged.Action);
        Assert.Contains("Downtempo", logged.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_revision_is_not_touched_by_a_merge()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var admin = await desk.Person("Root", Roles.Admin, Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(admin, "Submitted", seed: camps.CalmGenre);
        await desk.Get<EditDraft>().Run(admin, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version, new DraftEdit.AddTracks([camps.Calm[0]]));
        var before = await desk.Get<OpenPlaylist>().Newest(id);
        await desk.Get<SubmitPlaylist>().Run(admin, id, before!.Version);

        await desk.Get<MergeGenres>().Run(admin, camps.CalmGenre, camps.LoudGenre);

        var after = await desk.Get<OpenPlaylist>().Newest(id);
        Assert.True(after!.Frozen);
        Assert.Equal(before.Draft, after.Draft);
    }

    [Fact]
    public async Task A_genre_is_deleted_only_when_nothing_speaks_of_it()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var admin = await desk.Person("Root", Roles.Admin, Roles.Editor);
        var unused = await desk.Get<MakeGenre>().Run(admin, "Unused");
        var draft = await desk.Get<CreatePlaylist>().Run(admin, "Draft", seed: unused);
        Assert.Contains("12 tracks", (await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DeleteGenre>().Run(admin, camps.CalmGenre))).Message, StringComparison.Ordinal);
        Assert.Contains("Draft", (await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DeleteGenre>().Run(admin, unused))).Message, StringComparison.Ordinal);

        await desk.Get<EditDraft>().Run(admin, draft, (await desk.Get<OpenPlaylist>().Newest(draft))!.Version, new DraftEdit.Describe("Draft", "", null));
        await desk.Get<DeleteGenre>().Run(admin, unused);

        Assert.Null(await desk.Get<ListGenres>().Find(unused));
    }

    private static async Task Seed(TestDesk desk, Actor admin, GenreId id, TrackId track) =>
        await desk.Get<SeedGenre>().Run(admin, id, (await desk.Get<ListGenres>().Find(id))!.Version, [track], [], []);

    private static async Task Both(TestDesk desk, TrackId track, GenreId second)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        db.TrackGenres.Add(new TrackGenre(track, second, 1));
        await db.SaveChangesAsync();
    }
}
