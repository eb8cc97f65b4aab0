using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Search;
using Curation.Core.Importing;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Imports;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Search;

public sealed class SearchCatalogueTests : IAsyncLifetime
{
    private TestDesk desk = null!;
    private Actor editor;

    public async ValueTask InitializeAsync()
    {
        desk = await TestDesk.Open();
        editor = await desk.Person("Ada", Roles.Editor, Roles.Admin);
        await Import(
            new("Ön på havet", "Ilse Brandt") { Album = "Night Boats", Genres = ["Downtempo"], Language = "sv", ReleasedOn = new(2026, 3, 1) },
            new("Metallica Dreams", "Somebody") { Genres = ["Metal"], Language = "en", Explicit = true, ReleasedOn = new(1999, 1, 1) },
            new("Quiet Harbour", "Björk Løv") { Features = new(120, .8, null, new MusicalKey(8, false)) },
            new("Harbour Lights", "Mara Oyelaran") { Genres = ["Downtempo", "Metal"], Features = new(90, .2, .4, new MusicalKey(9, false)) });
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("on pa hav", "Ön på havet")]
    [InlineData("HARB", "Harbour Lights", "Quiet Harbour")]
    [InlineData("night boats", "Ön på havet")]
    [InlineData("lov bjo", "Quiet Harbour")]
    [InlineData("metal harb", "Harbour Lights")]
    [InlineData("q", "Quiet Harbour")]
    [InlineData("\"AND\" * (OR", "")]
    [InlineData("harbour nothing")]
    public async Task Words_find_titles_artists_releases_and_genres_by_their_beginnings(string text, params string[] titles) =>
        Assert.Equal(titles.Where(title => title.Length > 0), (await Find(text)).Items.Select(item => item.Row.Track.Title));

    [Theory]
    [InlineData("metalica", "Metallica Dreams", "metallica")]
    [InlineData("harbuor", "Harbour Lights", "harbour")]
    [InlineData("oyelarna", "Harbour Lights", "oyelaran")]
    [InlineData("metallicca dreasm", "Metallica Dreams", "metallica", "dreams")]
    public async Task A_mistyped_word_finds_the_nearest_and_says_so(string text, string first, params string[] also)
    {
        var answer = await Find(text);
        Assert.Equal(first, answer.Items[0].Row.Track.Title);
        Assert.Equal(also, answer.Corrections.Select(correction => correction.Also));
    }

    [Fact]
    public async Task A_short_word_or_one_that_is_found_is_not_corrected()
    {
        Assert.Empty((await Find("qui")).Corrections);
        Assert.Empty((await Find("xui")).Items);
        await Import([.. Enumerable.Range(0, 3).Select(i => new TrackWords($"Harbours {i}", "Band"))]);
        Assert.Empty((await Find("harbours")).Corrections);
    }

    [Fact]
    public async Task The_index_follows_every_way_in_which_words_change()
    {
        var track = (await Find("quiet")).Items[0].Row.Track;
        await Import(new TrackWords(track.Title, track.ArtistLine) { Genres = ["Slowcore"], Album = "Tide Tables" });
        Assert.Equal(1, (await Find("slowcore tables")).Total);

        await Change(db => db.TrackTags.Add(new TrackTag(track.Id, "seagulls", 2)));
        Assert.Equal(1, (await Find("seagull")).Total);
        await Change(db => db.TrackTags.Remove(db.TrackTags.Single(tag => tag.Tag == "seagulls")));
        Assert.Equal(0, (await Find("seagull")).Total);

        var genres = await desk.Get<ListGenres>().All();
        var slow = genres.Single(genre => genre.Name == "Slowcore");
        await desk.Get<RenameGenre>().Run(editor, slow.Id, await desk.Get<Store>().Read(db => db.Genres.Where(row => row.Id == slow.Id).Select(row => row.Version).SingleAsync()), "Driftwood");
        Assert.Equal((0, 1), ((await Find("slowcore")).Total, (await Find("driftwood")).Total));
        await desk.Get<MergeGenres>().Run(editor, slow.Id, genres.Single(genre => genre.Name == "Metal").Id);
        Assert.Equal((0, 3), ((await Find("driftwood")).Total, (await Find("metal")).Total));

        await Change(db => db.Database.ExecuteSqlRaw("UPDATE Releases SET Title = 'Ebb' WHERE Title = 'Tide Tables'; UPDATE Tracks SET Title = 'Loud Quay' WHERE Title = 'Quiet Harbour'"));
        await desk.Get<CurrentModel>().Refresh();
        Assert.Equal((0, 1, 1), ((await Find("quiet tables")).Total, (await Find("ebb")).Total, (await Find("quay")).Total));

        await Change(db => db.Database.ExecuteSqlRaw("DELETE FROM TrackCredits WHERE Track = {0}; DELETE FROM Tracks WHERE Id = {0}", track.Id.Value));
        Assert.Equal(0, (await Find("ebb")).Total);
        Assert.Equal(0, await desk.Get<Store>().Read(db => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM TrackWords WHERE TrackWords MATCH 'quay'").SingleAsync()));
    }

    [Fact]
    public async Task Notes_of_newest_pools_are_found_until_they_are_taken_away()
    {
        var track = (await Find("quiet")).Items[0].Row.Track.Id;
        var playlist = await desk.Get<CreatePlaylist>().Run(editor, "P");
        await Edit(playlist, new DraftEdit.AddTracks([track]));
        await Edit(playlist, new DraftEdit.WriteNote(track, "after the zeppelin interview"));
        Assert.Equal([track], (await Find("zeppelin")).Items.Select(item => item.Row.Track.Id));
        await Edit(playlist, new DraftEdit.WriteNote(track, "after the airship interview"));
        Assert.Equal((0, 1), ((await Find("zeppelin")).Total, (await Find("airship")).Total));
        await desk.Get<ArchivePlaylist>().Run(editor, playlist, archived: true);
        Assert.Equal(0, (await Find("airship")).Total);
        await desk.Get<ArchivePlaylist>().Run(editor, playlist, archived: false);
        Assert.Equal(1, (await Find("airship")).Total);
        await Edit(playlist, new DraftEdit.RemoveTracks([track]));
        Assert.Equal(0, (await Find("airship")).Total);
    }

    [Fact]
    public async Task Many_changes_are_indexed_beside_the_search_which_says_how_many_wait()
    {
        await Import([.. Enumerable.Range(0, 5_200).Select(i => new TrackWords($"Pebble {i}", "Shore"))]);
        Assert.True((await Find("pebble")).Indexing > 5_000);
        await desk.Get<TextIndex>().CatchUp();
        var answer = await Find("pebble");
        Assert.Equal((0, 5_200), (answer.Indexing, answer.Total));
    }

    [Theory]
    [InlineData(SearchOrder.Best)]
    [InlineData(SearchOrder.Title)]
    [InlineData(SearchOrder.Newest)]
    public async Task Page_after_page_shows_every_track_once_in_the_order_of_the_whole(SearchOrder order)
    {
        await Import([.. Enumerable.Range(0, 25).Select(i => new TrackWords($"Pebble {i}", "Shore") { ReleasedOn = new(1990 + (i * 7 % 25), 1, 1) })]);
        var ask = new SearchAsk { Text = "pebble", Order = order, Count = 10 };
        var whole = (await desk.Get<SearchCatalogue>().Run(ask with { Count = 100 })).Items.Select(item => item.Row.Track.Id).ToList();
        var paged = new List<TrackId>();
        for (var skip = 0; skip < 40; skip += 10)
        {
            var answer = await desk.Get<SearchCatalogue>().Run(ask with { Skip = skip });
            Assert.Equal(25, answer.Total);
            paged.AddRange(answer.Items.Select(item => item.Row.Track.Id));
        }

        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Attributes_narrow_and_their_own_counts_stay_open()
    {
        var sv = new Rule.IsOneOf(Category.Language, ["sv"]);
        var answer = await Find("", sv);
        Assert.Equal(["Ön på havet"], answer.Items.Select(item => item.Row.Track.Title));
        Assert.Equal([("sv", 1), ("en", 1), ("", 2)], answer.Facets[Category.Language].Select(value => (value.Value, value.Tracks)).OrderByDescending(value => value.Value));
        Assert.Equal([("Downtempo", 1)], answer.Facets[Category.Genre].Select(value => (value.Name, value.Tracks)));
        Assert.Equal(2, (await Find("", new Rule.IsOneOf(Category.Language, [""]))).Total);
        Assert.Equal(["Harbour Lights", "Quiet Harbour"], (await Find("", new Rule.KeyFits("8A"))).Items.Select(item => item.Row.Track.Title).Order());
        Assert.Equal(["Ön på havet"], (await Find("", new Rule.ReleasedWithin(3))).Items.Select(item => item.Row.Track.Title));
        Assert.Equal(1, (await Find("harbour", new Rule.IsBetween(Measure.Tempo, 100, null))).Total);
    }

    [Fact]
    public async Task Taste_takes_part_in_the_order_and_more_like_these_finds_what_the_same_people_hear()
    {
        await using var other = await TestDesk.Open();
        var camps = await other.TwoCampsOfListeners();
        await TrainModelTests.Train(other);
        var search = other.Get<SearchCatalogue>();
        var plain = await search.Run(new SearchAsk { Text = "number" });
        var loud = await search.Run(new SearchAsk { Text = "number", Taste = [.. camps.Loud.Take(3)] });
        Assert.All(plain.Items, item => Assert.Null(item.Taste));
        Assert.All(loud.Items.Take(12), item => Assert.Contains(item.Row.Track.Id, camps.Loud));
        var like = await search.Run(new SearchAsk { Like = [.. camps.Calm.Take(2)] });
        Assert.Equal(camps.Calm.Skip(2), like.Items.Take(10).Select(item => item.Row.Track.Id).Order());
    }

    private async Task<SearchAnswer> Find(string text, params Rule[] filters) =>
        await desk.Get<SearchCatalogue>().Run(new SearchAsk { Text = text, Filters = new Rule.Group(Match.All, [.. filters]) });

    private async Task Edit(PlaylistId playlist, DraftEdit edit) =>
        Assert.False((await desk.Get<EditDraft>().Run(editor, playlist, (await desk.Get<OpenPlaylist>().Newest(playlist))!.Version, edit)).Conflict);

    private async Task Change(Action<Core.Storage.CurationDb> change)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        change(db);
        await db.SaveChangesAsync();
    }

    private async Task Import(params TrackWords[] tracks)
    {
        await desk.Get<Store>().WriteUnlogged(Actor.Console, [], async write =>
        {
            var batch = new ImportBatch("test", "", Guid.NewGuid().ToString(), PersonId.Console, write.Now);
            write.Db.Imports.Add(batch);
            await write.Db.SaveChangesAsync();
            using var writer = new BulkWriter(write.Db, new BulkIds(), batch.Id, "test");
            writer.Write([.. tracks.Select((track, i) => new Core.Importing.TrackRow(i, track))]);
        });
        await desk.Get<CurrentModel>().Refresh();
    }
}
