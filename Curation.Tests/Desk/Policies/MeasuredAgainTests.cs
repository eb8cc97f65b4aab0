using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Desk.Policies;

/// <summary>Rules that change leave no reviewer with a desk of stale figures: what waits is measured again by itself.</summary>
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
