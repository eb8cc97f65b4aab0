using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Models;

public sealed class TrainModelTests
{
    [Fact]
    public async Task Training_saves_a_model_takes_it_into_use_and_writes_its_card()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();

        Assert.Equal(JobState.Done, await Train(desk));

        var model = Assert.Single(await desk.Get<ListModels>().All());
        Assert.True(model.Active);
        Assert.Equal(30, model.Card.Listeners);
        Assert.Equal(24, model.Card.Tracks);
        Assert.Equal("the last fifth of plays by time", model.Card.HeldOut);
        Assert.Equal(["ials", "neighbours", "sparse-ease", "popularity", "recent", "blend"], model.Card.Figures.Select(figure => figure.Recommender).Distinct());
        Assert.NotNull((await desk.Get<CurrentModel>().Get()).Model!.Ranking);
        Assert.All(model.Card.Figures, figure => Assert.InRange(figure.Value, figure.Low - 1e-9, figure.High + 1e-9));
        Assert.Equal(model.Hash, (await desk.Get<CurrentModel>().Get()).ModelHash);
        Assert.Equal(model.Hash + ".model", Path.GetFileName(Assert.Single(Directory.GetFiles(desk.Data.Models))));
    }

    [Fact]
    public async Task The_card_shows_that_the_personal_models_tell_the_camps_apart_and_popularity_does_not()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await Train(desk);

        var card = Assert.Single(await desk.Get<ListModels>().All()).Card;

        double Ndcg(string recommender) => card.Figures.Single(figure => figure.Recommender == recommender && figure.Metric == "ndcg@20").Value;
        Assert.True(Ndcg("ials") > Ndcg("popularity"));
        Assert.True(Ndcg("neighbours") > Ndcg("popularity"));
    }

    [Fact]
    public async Task The_same_listening_gives_the_same_model_and_no_second_one()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await Train(desk);
        await Train(desk);
        Assert.Single(await desk.Get<ListModels>().All());
        Assert.Single(Directory.GetFiles(desk.Data.Models));
    }

    [Fact]
    public async Task A_training_cut_off_by_a_kill_starts_over_and_ends_as_if_nothing_had_happened()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        var id = await Queue(desk);
        using var stop = new CancellationTokenSource();
        var ended = await desk.Get<JobRunner>().RunOne(id, stop.Token, (progress, _) => { if (progress >= 0.5) stop.Cancel(); });
        Assert.Equal(JobState.Running, ended);
        Assert.Empty(await desk.Get<ListModels>().All());

        Assert.Equal(id, await desk.Get<JobRunner>().RunNext(CancellationToken.None));

        Assert.True(Assert.Single(await desk.Get<ListModels>().All()).Active);
    }

    [Fact]
    public async Task A_cancelled_training_leaves_the_model_in_use_alone()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await Train(desk);
        var before = (await desk.Get<CurrentModel>().Get()).ModelHash;
        await Listen(desk);
        var id = await Queue(desk);

        var ended = await desk.Get<JobRunner>().RunOne(id, CancellationToken.None, (progress, _) =>
        {
            if (progress >= 0.4) Change(desk, id, job => job.RequestCancel());
        });

        Assert.Equal(JobState.Cancelled, ended);
        Assert.Equal(before, Assert.Single(await desk.Get<ListModels>().All()).Hash);
        Assert.Equal(before, (await desk.Get<CurrentModel>().Get()).ModelHash);
    }

    [Fact]
    public async Task Without_any_listening_training_says_so_and_fails()
    {
        await using var desk = await TestDesk.Open();
        var id = await Queue(desk);
        Assert.Equal(JobState.Failed, await desk.Get<JobRunner>().RunOne(id, CancellationToken.None));
        Assert.Contains("nothing to learn from", (await desk.Get<ListJobs>().Find(id))!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_training_measures_no_attacks_and_learns_an_order_all_the_same()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await desk.Get<JobRunner>().RunOne(await TrainModel.Queue(desk.Get<QueueJob>(), Actor.Console, new TrainArguments(Brief: true)), CancellationToken.None);
        Assert.Empty(Assert.Single(await desk.Get<ListModels>().All()).Card.Attacks);
        Assert.NotNull((await desk.Get<CurrentModel>().Get()).Model!.Ranking);
    }

    [Fact]
    public async Task The_same_model_learnt_again_keeps_what_was_measured_last()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await Train(desk);
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            var old = System.Text.Json.JsonSerializer.Serialize(Assert.Single(await desk.Get<ListModels>().All()).Card with { Attacks = [] });
            await db.Models.ExecuteUpdateAsync(set => set.SetProperty(model => model.Card, old));
        }

        Assert.Empty(Assert.Single(await desk.Get<ListModels>().All()).Card.Attacks);
        await Train(desk);
        Assert.NotEmpty(Assert.Single(await desk.Get<ListModels>().All()).Card.Attacks);
    }

    [Fact]
    public async Task A_second_training_is_not_queued_while_one_waits()
    {
        await using var desk = await TestDesk.Open();
        Assert.Equal(await Queue(desk), await Queue(desk));
    }

    [Fact]
    public async Task Lists_are_evidence_unless_the_settings_say_otherwise()
    {
        await using var with = await TestDesk.Open();
        await using var without = await TestDesk.Open(services => services.AddSingleton(new TrainingOptions { ListsAsEvidence = false }));
        foreach (var desk in new[] { with, without })
        {
            var camps = await desk.TwoCampsOfListeners();
            await using var db = await desk.Factory.CreateDbContextAsync();
            var lists = Enumerable.Range(0, 10).Select(i => new EvidenceList($"list-{i}", $"Morning {i}", new DateOnly(2026, 2, 1 + i), db.Imports.Single().Id)).ToList();
            db.EvidenceLists.AddRange(lists);
            await db.SaveChangesAsync();
            db.EvidenceEntries.AddRange(lists.SelectMany(list => camps.Calm.Take(5).Select((track, position) => new EvidenceEntry(list.Id, position, track))));
            await db.SaveChangesAsync();
            await Train(desk);
        }

        Assert.Equal((10, 0), (Card(with).Lists, Card(without).Lists));
        Assert.Contains("lists by day", Card(with).HeldOut, StringComparison.Ordinal);

        static Curation.Core.Recommending.ModelCard Card(TestDesk desk) => desk.Get<ListModels>().All().GetAwaiter().GetResult().Single().Card;
    }

    [Fact]
    public async Task A_listener_with_profiling_off_teaches_the_model_nothing()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            (await db.Listeners.FirstAsync()).SetProfiling(off: true);
            await db.SaveChangesAsync();
        }

        await Train(desk);

        Assert.Equal(29, Assert.Single(await desk.Get<ListModels>().All()).Card.Listeners);
    }

    internal static async Task<JobState> Train(TestDesk desk) => await desk.Get<JobRunner>().RunOne(await Queue(desk), CancellationToken.None);

    private static Task<int> Queue(TestDesk desk) => TrainModel.Queue(desk.Get<QueueJob>(), Actor.Console);

    /// <summary>One more play, so that another training gives another model.</summary>
    internal static async Task Listen(TestDesk desk)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        var (listener, track) = ((await db.Listeners.FirstAsync()).Id, (await db.Tracks.FirstAsync()).Id);
        db.Plays.Add(new Play(listener, track, new DateTimeOffset(2026, 4, 30, 12, 0, 0, TimeSpan.Zero), null, false, false, null, (await db.Imports.FirstAsync()).Id));
        await db.SaveChangesAsync();
    }

    private static void Change(TestDesk desk, int id, Action<Job> change)
    {
        using var db = desk.Factory.CreateDbContext();
        change(db.Jobs.Single(job => job.Id == id));
        db.SaveChanges();
    }
}
