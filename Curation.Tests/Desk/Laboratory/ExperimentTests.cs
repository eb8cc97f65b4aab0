using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Laboratory;
using Curation.Core.Playlists;
using Curation.Core.Simulating;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Laboratory;

public sealed class ExperimentTests
{
    private static readonly LoopOptions Short = new() { Weeks = 3, Choices = 5, Factors = 8 };
    private static readonly TriedRecipe[] Two = [new("taste", new Blend { Size = 8, EditorialWeight = 0, ArtistSeparation = 1 }), new("editor", new Blend { Size = 8, EditorialWeight = 1, DiscoveryShare = 0, ArtistSeparation = 1 })];

    private static Task<int> Start(Newsroom room, Actor actor, params TriedRecipe[] recipes) =>
        room.Get<StartExperiment>().Run(actor, room.Playlist, "Who is heard?", "genre", Short, [.. recipes]);

    private static async Task<JobRow> JobOf(Newsroom room, int experiment) => (await room.Get<ReadExperiments>().Find(experiment))!.Job!;

    [Fact]
    public async Task An_experiment_draws_a_curve_for_each_recipe_and_keeps_them()
    {
        await using var room = await Newsroom.Open();
        var id = await Start(room, room.Reviewer, Two);
        Assert.False((await room.Get<ReadExperiments>().Find(id))!.Experiment.IsDone);
        Assert.Equal(JobState.Done, await room.Work((await JobOf(room, id)).Id));

        var row = (await room.Get<ReadExperiments>().Newest(5)).Single();
        Assert.True(row.Experiment.IsDone);
        Assert.Equal(["taste", "editor"], row.Experiment.Curves.Select(curve => curve.Recipe));
        Assert.All(row.Experiment.Curves, curve => Assert.Equal([1, 2, 3], curve.Weeks.Select(week => week.Week)));
        Assert.Equal(30, row.Experiment.Listeners);
        Assert.Equal(1, row.Experiment.Curves[1].Weeks[^1].Alike);
        Assert.True(row.Experiment.Curves[0].Weeks[^1].Alike < 1);
        Assert.Equal(Two.Select(recipe => recipe.Blend), row.Experiment.Recipes.Select(recipe => recipe.Blend));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.Contains("taste, editor", (await db.AuditLog.SingleAsync(entry => entry.Action == "laboratory.start")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_experiment_again_draws_the_same_curves()
    {
        await using var room = await Newsroom.Open();
        var weeks = new List<string>();
        foreach (var _ in (int[])[1, 2])
        {
            var id = await Start(room, room.Editor, Two);
            await room.Work((await JobOf(room, id)).Id);
            weeks.Add(string.Join(';', (await room.Get<ReadExperiments>().Find(id))!.Experiment.Curves.SelectMany(curve => curve.Weeks).Select(week => $"{week.Gini} {week.Diversity} {week.Alike} {week.Coverage} {string.Join(',', week.Groups)}")));
        }

        Assert.Equal(weeks[0], weeks[1]);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused_and_nothing_is_started()
    {
        await using var room = await Newsroom.Open();
        var tests = new (TriedRecipe[] Recipes, string Says)[]
        {
            ([Two[0]], "two to 4"),
            ([Two[0], Two[1] with { Name = "TASTE" }], "a name of its own"),
            ([Two[0], Two[1] with { Blend = new Blend { Exposure = new ExposureGoal { Dimension = "genre", Shares = [new("House", 0.8), new("Jazz", 0.5)] } } }], "more than the whole list"),
        };
        foreach (var (recipes, says) in tests)
            Assert.Contains(says, (await Assert.ThrowsAsync<RefusedException>(() => Start(room, room.Editor, recipes))).Message, StringComparison.Ordinal);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.False(await db.Experiments.AnyAsync());
        Assert.False(await db.Jobs.AnyAsync(job => job.Kind == StartExperiment.Kind));
    }

    [Fact]
    public async Task A_dimension_that_is_gone_fails_the_job_with_what_to_do()
    {
        await using var room = await Newsroom.Open();
        var id = await room.Get<StartExperiment>().Run(room.Editor, room.Playlist, "Gone", "shoe size", Short, [.. Two]);
        Assert.Equal(JobState.Failed, await room.Work((await JobOf(room, id)).Id));
        Assert.Contains("shoe size", (await JobOf(room, id)).Error!, StringComparison.Ordinal);
    }
}
