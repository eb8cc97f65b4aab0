using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Laboratory;
using Curation.Core.Desk.Playlists;
using Curation.Core.Simulating;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Demo;
using Xunit;

namespace Curation.Tests.Desk.Laboratory;

/// <summary>What the form of a new experiment offers, tried on the demo world. The curves are the same on every machine, so what is asserted is what people see.</summary>
[Collection(DemoWorldCollection.Name)]
public sealed class UsualRecipesTests(DemoWorldTests.MadeWorld made)
{
    [Fact]
    public async Task The_second_recipe_ends_better_than_the_first_in_every_curve_that_is_drawn()
    {
        var playlist = (await made.Desk.Get<ListPlaylists>().All()).Single(row => row.Title == "Night Drive").Id;
        var id = await made.Desk.Get<StartExperiment>().Run(Actor.Console, playlist, "Does it widen what is heard?", "tier", new LoopOptions { Weeks = 8 }, Experiment.Usual);
        Assert.Equal(JobState.Done, await made.Desk.Get<JobRunner>().RunOne((await made.Desk.Get<ReadExperiments>().Find(id))!.Job!.Id, CancellationToken.None));
        var curves = (await made.Desk.Get<ReadExperiments>().Find(id))!.Experiment.Curves;
        var (taste, kept) = (curves[0].Weeks[^1], curves[1].Weeks[^1]);

        Assert.True(kept.Gini < taste.Gini - 0.01, $"plays are spread wider: {kept.Gini} against {taste.Gini}");
        Assert.True(kept.TailSurvival > taste.TailSurvival + 0.05, $"more of the tail is still played: {kept.TailSurvival} against {taste.TailSurvival}");
        Assert.True(kept.Diversity > taste.Diversity, $"lists hold more that is unlike: {kept.Diversity} against {taste.Diversity}");
        Assert.True(kept.Alike < taste.Alike - 0.05, $"listeners' lists have less in common: {kept.Alike} against {taste.Alike}");
        Assert.True(kept.Coverage > taste.Coverage + 0.02, $"more of the catalogue is shown: {kept.Coverage} against {taste.Coverage}");
        Assert.True(Share(curves[1], kept, "tail") > Share(curves[0], taste, "tail") + 0.05, "the tail is played more");
        Assert.True(Share(curves[1], kept, "head") < Share(curves[0], taste, "head") - 0.03, "the head is played less");
    }

    private static double Share(LoopCurve curve, LoopWeek week, string group) => week.Groups[curve.Groups.ToList().IndexOf(group)];
}
