using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Xunit;

namespace Curation.Tests.Desk.Jobs;

public sealed class WaitingJobTests
{
    [Fact]
    public async Task A_publication_that_is_queued_behind_a_measurement_says_so_until_its_turn_comes()
    {
        await using var room = await Newsroom.Open();
        await room.Approve();
        await Done(room);
        var other = await room.Get<CreatePlaylist>().Run(room.Editor, "Slow Sunday");
        var edited = await room.Get<EditDraft>().Run(room.Editor, other, (await room.Get<OpenPlaylist>().Newest(other))!.Version, new DraftEdit.AddTracks(room.Camps.Calm.Take(4).ToList()));
        await room.Get<SubmitPlaylist>().Run(room.Editor, other, edited.Now.Version);
        var measuring = (await room.Get<AssessPlaylist>().Running(edited.Now.Revision))!.Value;
        var publishing = await room.Queue();

        Assert.Equal("", (await room.Get<ListJobs>().Find(measuring))!.Doing);
        Assert.Equal("waits for: Measure revision 1 of \"Slow Sunday\"", (await room.Get<ListJobs>().Find(publishing))!.Doing);
        await room.Work(measuring);
        Assert.Equal("", (await room.Get<ListJobs>().Find(publishing))!.Doing);
    }

    [Fact]
    public async Task Right_after_it_was_submitted_the_gate_says_that_it_is_being_measured_and_asks_for_it_once_that_has_failed()
    {
        await using var room = await Policies.ReviewRoom.Open();
        Assert.Contains("being measured", (await room.Gate()).Obstacle!, StringComparison.Ordinal);
        var job = (await room.Get<ListJobs>().Newest(1))[0];
        await room.Get<CancelJob>().Run(room.Editor, job.Id);
        Assert.Contains("Have it assessed", (await room.Gate()).Obstacle!, StringComparison.Ordinal);
    }

    private static async Task Done(Newsroom room)
    {
        while (await room.Get<JobRunner>().RunNext(CancellationToken.None) is not null)
        {
        }
    }
}
