using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Models;

public sealed class CurrentModelTests
{
    [Fact]
    public async Task Without_a_model_the_catalogue_is_there_all_the_same()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        var snapshot = await desk.Get<CurrentModel>().Get();
        Assert.Null(snapshot.Model);
        Assert.Equal(24, snapshot.Catalogue.Count);
        Assert.Equal(300, snapshot.Catalogue.Tracks.Sum(track => snapshot.Ground.PlaysOf(track.Id)));
    }

    [Fact]
    public async Task What_was_handed_out_never_changes_and_a_refresh_brings_what_is_new()
    {
        await using var desk = await TestDesk.Open();
        await desk.Tracks(3);
        var model = desk.Get<CurrentModel>();
        var before = await model.Get();
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            db.Tracks.Add(new Track("new", "New", "Artist 0", [db.Artists.OrderBy(artist => artist.Id).First().Id]));
            await db.SaveChangesAsync();
        }

        Assert.Same(before, await model.Get());
        await model.Refresh();

        Assert.Equal(3, before.Catalogue.Count);
        Assert.Equal(4, (await model.Get()).Catalogue.Count);
    }

    [Fact]
    public async Task Many_who_ask_for_a_refresh_at_once_share_it()
    {
        await using var desk = await TestDesk.Open();
        await desk.Tracks(3);
        var model = desk.Get<CurrentModel>();
        await model.Get();
        var swaps = 0;
        model.Swapped += (_, _) => Interlocked.Increment(ref swaps);
        var asked = Enumerable.Range(0, 20).Select(_ => model.Refresh()).ToList();
        await Task.WhenAll(asked);
        Assert.InRange(swaps, 1, 19);
    }

    [Fact]
    public async Task The_catalogue_in_memory_says_what_the_store_says()
    {
        await using var desk = await TestDesk.Open();
        var mbid = Guid.Parse("6f1d2c1e-0c1f-4a4e-9d0a-0b0c0d0e0f01");
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            var artists = new[] { new Artist("Mara Oyelaran"), new Artist("Ilse Brandt") };
            var genres = new[] { new Genre("Downtempo"), new Genre("Ambient pop") };
            db.AddRange(artists);
            db.AddRange(genres);
            await db.SaveChangesAsync();
            var track = new Track("k", "Ön", "Mara Oyelaran feat. Ilse Brandt", [artists[0].Id, artists[1].Id]);
            track.State(releasedOn: new DateOnly(2020, 2, 29), durationMs: 342_000, isExplicit: true, isrc: "SEABC2000001", mbid: mbid);
            track.Measure(new AudioFeatures(118, 0.4, 0.6, new MusicalKey(11, major: false)));
            db.Add(track);
            await db.SaveChangesAsync();
            db.TrackGenres.AddRange(new TrackGenre(track.Id, genres[1].Id, 1), new TrackGenre(track.Id, genres[0].Id, 0));
            await db.SaveChangesAsync();
        }

        var catalogue = (await desk.Get<CurrentModel>().Get()).Catalogue;

        var facts = Assert.Single(catalogue.Tracks);
        Assert.Equal(("Ön", "Mara Oyelaran feat. Ilse Brandt", new DateOnly(2020, 2, 29), 342_000, true, "SEABC2000001", mbid), (facts.Title, facts.ArtistLine, facts.ReleasedOn!.Value, facts.DurationMs!.Value, facts.Explicit, facts.Isrc, facts.Mbid!.Value));
        Assert.Equal(new AudioFeatures(118, 0.4, 0.6, new MusicalKey(11, major: false)), facts.Features);
        Assert.Equal(["Mara Oyelaran", "Ilse Brandt"], facts.Artists.Select(artist => catalogue.ArtistNames[artist]));
        Assert.Equal(["Downtempo", "Ambient pop"], catalogue.GenresOf(facts));
    }

    [Fact]
    public async Task A_model_file_that_does_not_verify_is_refused_and_the_one_before_it_stays_in_use()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var good = (await desk.Get<CurrentModel>().Get()).ModelHash;
        await TrainModelTests.Listen(desk);
        await TrainModelTests.Train(desk);
        var models = await desk.Get<ListModels>().All();
        var other = models.Single(model => model.Hash == good);
        Damage(Path.Combine(desk.Data.Models, good + ".model"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ActivateModel>().Run(Actor.Console, other.Id));

        Assert.Contains("does not verify", refused.Message, StringComparison.Ordinal);
        Assert.Contains("stays in use", refused.Message, StringComparison.Ordinal);
        Assert.Equal(models.Single(model => model.Active).Hash, (await desk.Get<CurrentModel>().Get()).ModelHash);
        Assert.Equal(models.Single(model => model.Active).Hash, (await desk.Get<ListModels>().All()).Single(model => model.Active).Hash);
    }

    [Fact]
    public async Task At_start_a_damaged_model_file_leaves_the_workbench_working_and_says_what_is_wrong()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var record = Assert.Single(await desk.Get<ListModels>().All());
        Damage(Path.Combine(desk.Data.Models, record.Hash + ".model"));

        using var started = new CurrentModel(desk.Get<Store>(), desk.Get<ModelFiles>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<CurrentModel>.Instance);
        var snapshot = await started.Get();

        Assert.Null(snapshot.Model);
        Assert.Equal(24, snapshot.Catalogue.Count);
        Assert.Contains("does not verify", started.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_file_that_is_gone_or_another_ones_is_refused()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var model = (await desk.Get<CurrentModel>().Get()).Model!;
        var files = desk.Get<ModelFiles>();
        Assert.Equal(model.Hash, files.Load(model.Hash + ".model", model.Hash).Hash);
        Assert.Contains("another model", Assert.Throws<Curation.Core.Recommending.ModelFileException>(() => files.Load(model.Hash + ".model", "00")).Message, StringComparison.Ordinal);
        Assert.Contains("is not there", Assert.Throws<Curation.Core.Recommending.ModelFileException>(() => files.Load("nothing.model", "00")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_model_can_be_taken_into_use_again_by_an_admin_alone()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var first = (await desk.Get<CurrentModel>().Get()).ModelHash;
        await TrainModelTests.Listen(desk);
        await TrainModelTests.Train(desk);
        var id = (await desk.Get<ListModels>().All()).Single(model => model.Hash == first).Id;
        var (editor, admin) = (await desk.Person("Ada", Roles.Editor), await desk.Person("Root", Roles.Admin));

        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ActivateModel>().Run(editor, id));
        Assert.NotEqual(first, (await desk.Get<CurrentModel>().Get()).ModelHash);
        await desk.Get<ActivateModel>().Run(admin, id);

        Assert.Equal(first, (await desk.Get<CurrentModel>().Get()).ModelHash);
        Assert.Equal(first, (await desk.Get<ListModels>().All()).Single(model => model.Active).Hash);
    }

    private static void Damage(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
