using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Policies;

/// <summary>Rules that change, or a model, leave no reviewer with a desk of stale figures: what waits is measured again by itself.</summary>
public sealed class MeasuredAgainTests
{
    [Fact]
    public async Task A_saved_policy_has_every_waiting_submission_measured_again()
    {
        await using var room = await ReviewRoom.Open();
        await room.Submitted(room.Editor, "Second", new DraftEdit.AddTracks(await room.Tracks()));
        await Work(room);
        Assert.Null((await room.Gate()).Stale);

        await room.ChangePolicy(rules => rules with { Checklist = ["Look."] });
        Assert.Contains("being measured", (await room.Gate()).Stale!, StringComparison.Ordinal);
        Assert.Equal(2, await Work(room));
        Assert.Null((await room.Gate()).Stale);
    }

    [Fact]
    public async Task A_saved_version_of_the_content_policy_does_the_same()
    {
        await using var room = await ReviewRoom.Open();
        await Work(room);
        await room.Get<SaveContentRules>().Run(room.Admin, 0, ContentRules.Starter.Rules, Lexicon.Read("en; insult; block; grot\n"), "our own words");
        Assert.NotNull((await room.Gate()).Stale);
        Assert.Equal(1, await Work(room));
        Assert.Null((await room.Gate()).Stale);
    }

    [Fact]
    public async Task Rules_that_change_while_something_is_measured_have_it_measured_under_the_new_ones_too()
    {
        await using var room = await ReviewRoom.Open();
        var changed = false;
        await room.Get<JobRunner>().RunNext(CancellationToken.None, (_, _) =>
        {
            if (changed) return;
            changed = true;
            room.ChangePolicy(rules => rules with { Checklist = ["Look."] }).GetAwaiter().GetResult();
        });
        await Work(room);
        Assert.True(changed);
        Assert.Null((await room.Gate()).Stale);
    }

    [Fact]
    public async Task A_training_that_puts_a_new_model_in_place_has_what_waits_measured_again_and_the_same_model_does_not()
    {
        await using var room = await ReviewRoom.Open();
        await Work(room);
        await room.Desk.TwoCampsOfListeners();
        var training = await TrainModel.Queue(room.Get<QueueJob>(), Actor.Console);
        var rings = 0;
        using var ear = room.Get<PlaylistBell>().Listen(room.Playlist, _ => rings++);
        Assert.Equal(JobState.Done, await room.Work(training));
        Assert.Equal(1, rings);
        Assert.Contains("being measured", (await room.Gate()).Stale!, StringComparison.Ordinal);
        Assert.Equal(1, await Work(room));
        Assert.Null((await room.Gate()).Stale);

        await TrainModel.Queue(room.Get<QueueJob>(), Actor.Console);
        Assert.Equal(1, await Work(room));
        Assert.Null((await room.Gate()).Stale);
    }

    [Fact]
    public async Task A_model_that_an_admin_takes_into_use_has_what_waits_measured_by_it_even_while_it_is_measured_by_another()
    {
        await using var room = await ReviewRoom.Open();
        await room.Desk.TwoCampsOfListeners();
        Assert.Equal(JobState.Done, await TrainModelTests.Train(room.Desk));
        await TrainModelTests.Listen(room.Desk);
        Assert.Equal(JobState.Done, await TrainModelTests.Train(room.Desk));
        var earlier = (await room.Get<ListModels>().All()).Single(model => !model.Active);
        var changed = false;
        await room.Get<JobRunner>().RunNext(CancellationToken.None, (_, _) =>
        {
            if (changed) return;
            changed = true;
            room.Get<ActivateModel>().Run(room.Admin, earlier.Id).GetAwaiter().GetResult();
        });
        Assert.True(changed);
        Assert.Contains("being measured", (await room.Gate()).Stale!, StringComparison.Ordinal);
        await Work(room);
        Assert.Null((await room.Gate()).Stale);
        await room.Get<ActivateModel>().Run(room.Admin, earlier.Id);
        Assert.Equal(0, await Work(room));
    }

    [Fact]
    public async Task Work_that_begins_before_a_model_that_is_active_was_read_is_done_by_that_model()
    {
        await using var room = await ReviewRoom.Open();
        await room.Desk.TwoCampsOfListeners();
        await TrainModelTests.Train(room.Desk);
        await Work(room);
        await using (var db = await room.Desk.Factory.CreateDbContextAsync()) await db.Models.ExecuteUpdateAsync(set => set.SetProperty(model => model.Active, false));
        Assert.NotNull((await room.Gate()).Stale);
        await room.Get<AssessPlaylist>().Run(room.Reviewer, room.Playlist);
        await Work(room);
        Assert.Null((await room.Gate()).Stale);
    }

    [Fact]
    public async Task What_is_decided_or_taken_back_is_not_measured_again()
    {
        await using var room = await ReviewRoom.Open();
        await Work(room);
        await room.Decide(room.Reviewer, approve: false, "mend it");
        await room.ChangePolicy(rules => rules with { Checklist = ["Look."] });
        Assert.Equal(0, await Work(room));
    }

    private static async Task<int> Work(ReviewRoom room)
    {
        var done = 0;
        while (await room.Get<JobRunner>().RunNext(CancellationToken.None) is { } job)
        {
            var row = (await room.Get<ListJobs>().Find(job))!;
            Assert.True(row.State == "Done", row.Error);
            done++;
        }

        return done;
    }
}
