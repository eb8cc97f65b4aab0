using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Curation.Tests.Desk.Models;

/// <summary>A new model that is worse than the one in use is not taken into use, unless an admin says why.</summary>
public sealed class ActivationGateTests
{
    internal static readonly TrainingOptions Good = new() { HeldBack = 0.4, Model = new() { Factorisation = new() { Factors = 8, Threads = 1 } } };

    /// <summary>Drowns all taste in regularisation, so that little but popularity is left.</summary>
    internal static readonly TrainingOptions Bad = Good with { Model = new() { Factorisation = new() { Factors = 1, Iterations = 1, Regularisation = 1_000, Threads = 1 } } };

    [Fact]
    public async Task A_worse_model_is_kept_but_not_taken_into_use_and_says_by_how_much()
    {
        await using var desk = await Opened();
        var good = await Train(desk, Good);
        var bad = await Train(desk, Bad);

        Assert.Equal((true, false), (good.Active, good.IsRefused));
        Assert.Equal((false, true), (bad.Active, bad.IsRefused));
        Assert.Equal(good.Hash, (await desk.Get<CurrentModel>().Get()).ModelHash);
        var compared = bad.Card.Compared!;
        Assert.Equal((good.Hash, "ndcg@20"), (compared.With, compared.Metric));
        Assert.True(compared.High < 0);
        Assert.Equal(compared.Now - compared.Before, compared.Difference, 9);
        Assert.Contains("ndcg@20", bad.RefusedBecause, StringComparison.Ordinal);
        Assert.Contains("model.refuse", await Actions(desk));
        Assert.True(File.Exists(Path.Combine(desk.Data.Models, bad.Hash + ".model")));
    }

    [Fact]
    public async Task A_model_that_is_no_worse_is_taken_into_use_with_the_comparison_on_its_card()
    {
        await using var desk = await Opened();
        await Train(desk, Good);
        await TrainModelTests.Listen(desk);
        var next = await Train(desk, Good);
        Assert.True(next.Active);
        Assert.True(next.Card.Compared!.Tested >= 20);
        Assert.Equal(0.4, next.Card.HeldBack);
    }

    [Fact]
    public async Task An_admin_takes_a_refused_model_into_use_with_a_reason_that_is_on_record()
    {
        await using var desk = await Opened();
        await Train(desk, Good);
        var bad = await Train(desk, Bad);
        var (admin, editor) = (await desk.Person("Ada", Roles.Admin), await desk.Person("Eve", Roles.Editor));
        var activate = desk.Get<ActivateModel>();

        await Assert.ThrowsAsync<RefusedException>(() => activate.Run(editor, bad.Id, "because I can"));
        await Assert.ThrowsAsync<RefusedException>(() => activate.Run(admin, bad.Id));
        await Assert.ThrowsAsync<RefusedException>(() => activate.Run(admin, bad.Id, "  "));
        await Assert.ThrowsAsync<RefusedException>(() => activate.Run(admin, bad.Id, new string('x', 501)));
        Assert.NotEqual(bad.Hash, (await desk.Get<CurrentModel>().Get()).ModelHash);

        await activate.Run(admin, bad.Id, "The old one learned from a spam import.");

        var row = (await desk.Get<ListModels>().All()).Single(model => model.Id == bad.Id);
        Assert.Equal((true, false, "The old one learned from a spam import."), (row.Active, row.IsRefused, row.OverriddenBecause));
        Assert.Equal(bad.Hash, (await desk.Get<CurrentModel>().Get()).ModelHash);
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal("The old one learned from a spam import.", await db.AuditLog.Where(entry => entry.Action == "model.override").Select(entry => entry.Detail).SingleAsync());
        Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);
    }

    [Fact]
    public async Task A_refused_model_that_is_trained_again_stays_refused_and_one_that_was_overridden_is_taken()
    {
        await using var desk = await Opened();
        var good = await Train(desk, Good);
        await Train(desk, Bad);
        var again = await Train(desk, Bad);
        Assert.True(again.IsRefused);
        await desk.Get<ActivateModel>().Run(Actor.Console, again.Id, "on purpose");
        await desk.Get<ActivateModel>().Run(Actor.Console, good.Id);
        Assert.True((await Train(desk, Bad)).Active);
    }

    [Fact]
    public async Task Models_are_not_compared_on_listeners_whom_one_of_them_learned_from()
    {
        await using var desk = await Opened();
        await Train(desk, Good with { HeldBack = 0 });
        var bad = await Train(desk, Bad);
        Assert.True(bad.Active);
        Assert.Null(bad.Card.Compared);
        Assert.Contains("learned from those", bad.Card.NotCompared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_sample_would_be_too_small_every_listener_teaches()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners(listeners: 40);
        var model = await Train(desk, Good);
        Assert.Equal((40, 0.0), (model.Card.Listeners, model.Card.HeldBack));
    }

    [Fact]
    public void Who_is_held_back_depends_on_the_listener_alone_and_is_about_the_share_asked_for()
    {
        var (some, all) = (new HashSet<int>(), HeldBack(1, 10_000));
        for (var first = 1; first < 10_000; first += 1_000) some.UnionWith(HeldBack(first, 1_000));
        Assert.Equal(all, some);
        Assert.InRange(all.Count, 150, 250);

        static HashSet<int> HeldBack(int first, int count)
        {
            var log = HeldBackListening.LogFor(10_000, 0, 0.02);
            for (var id = first; id < first + count; id++) log.Add(new ListenerId(id), new TrackId(id), 1, ListeningLog.NoTime);
            return [.. log.Aside!.OfListeners.Select(item => item.Track.Value)];
        }
    }

    [Fact]
    public void Worse_is_what_is_surely_worse_or_worse_by_more_than_one_dares()
    {
        static ModelComparison Of(double difference, double high) => new("", "ndcg@20", 50, 0.2, 0.2 + difference, difference, -1, high);
        Assert.True(Of(-0.001, -0.0001).IsWorse(0.1));
        Assert.True(Of(-0.03, 0.01).IsWorse(0.1));
        Assert.False(Of(-0.01, 0.01).IsWorse(0.1));
        Assert.False(Of(0.01, 0.02).IsWorse(0));
    }

    internal static async Task<TestDesk> Opened()
    {
        var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners(listeners: 90);
        return desk;
    }

    internal static async Task<ModelRow> Train(TestDesk desk, TrainingOptions options)
    {
        var work = new TrainModel(desk.Factory, desk.Get<ModelFiles>(), desk.Get<CurrentModel>(), options, desk.Clock, desk.Get<PlaylistBell>());
        var id = await TrainModel.Queue(desk.Get<QueueJob>(), Actor.Console);
        Assert.Equal(JobState.Done, await new JobRunner(desk.Factory, [work], desk.Clock, NullLogger<JobRunner>.Instance).RunOne(id, CancellationToken.None));
        var hash = System.Text.Json.JsonSerializer.Deserialize<ModelCard>((await desk.Get<ListJobs>().Find(id))!.Result!)!.Hash;
        return (await desk.Get<ListModels>().All()).Single(row => row.Hash == hash);
    }

    private static async Task<List<string>> Actions(TestDesk desk)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        return await db.AuditLog.Select(entry => entry.Action).ToListAsync();
    }
}
