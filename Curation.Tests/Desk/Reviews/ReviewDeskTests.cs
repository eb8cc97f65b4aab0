using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Policies;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Reviews;

public sealed class ReviewDeskTests
{
    [Fact]
    public async Task A_claim_keeps_others_out_until_it_is_released_or_ends_by_itself()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        var claims = room.Get<ClaimSubmission>();
        await claims.Run(room.Reviewer, room.Submission);
        Assert.Contains("Rue has this submission in hand", (await Assert.ThrowsAsync<RefusedException>(() => claims.Run(room.Second, room.Submission))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => claims.Release(room.Second, room.Submission));
        await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Second, approve: false));
        Assert.Equal("Rue", Assert.Single(await room.Get<ReadQueue>().For(room.Second.Person)).ClaimedByName);

        await claims.Release(room.Reviewer, room.Submission);
        await claims.Run(room.Second, room.Submission);
        room.Desk.Clock.Advance(ReviewClaim.Length);
        Assert.Null(Assert.Single(await room.Get<ReadQueue>().For(room.Reviewer.Person)).Claim);
        await claims.Run(room.Reviewer, room.Submission);
        Assert.Equal(Decided.SentBack, await room.Decide(room.Reviewer, approve: false));
        Assert.Empty(await room.Get<ReadQueue>().For(room.Reviewer.Person));
    }

    [Fact]
    public async Task An_approval_needs_the_whole_checklist_by_the_same_reviewer_and_sending_back_none_of_it()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Tick(room.Second);
        Assert.Contains("4 lines of the checklist", (await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer))).Message, StringComparison.Ordinal);
        await room.Tick(room.Reviewer);
        await room.Get<TickCheck>().Run(room.Reviewer, room.Submission, (await room.Gate()).Rules.Checklist[0], done: false);
        Assert.Contains("A line of the checklist", (await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<TickCheck>().Run(room.Reviewer, room.Submission, "made up", done: true));
        Assert.Equal(Decided.Approved, await room.Decide(room.Second));
    }

    [Fact]
    public async Task The_queue_puts_a_block_before_a_warning_and_both_before_what_is_calm()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        var (_, warned) = await room.Submitted(room.Editor, "Warned", new DraftEdit.AddTracks(await Tracks(room)));
        await room.Desk.Services.Measure(warned, Measured.But(Measured.Of("fit-gap/listener taste", 0.3)));
        var (_, blocked) = await room.Submitted(room.Editor, "Blocked", new DraftEdit.AddTracks(await Tracks(room)));
        await room.Desk.Services.Measure(blocked, Measured.But(Measured.Of("explicit-reach", 1)));
        room.Desk.Clock.Advance(TimeSpan.FromHours(1));

        var queue = await room.Get<ReadQueue>().For(room.Reviewer.Person);

        Assert.Equal(["Blocked", "Warned", "Night Drive"], queue.Select(row => row.Row.Title));
        Assert.Equal([(1, 0), (0, 1), (0, 0)], queue.Select(row => (row.Blocks, row.Warnings)));
        Assert.All(queue, row => Assert.False(row.IsOwn));
        Assert.All(await room.Get<ReadQueue>().For(room.Editor.Person), row => Assert.True(row.IsOwn));
    }

    [Fact]
    public async Task Workload_counts_decisions_and_says_how_long_they_took()
    {
        await using var room = await ReviewRoom.Open();
        room.Desk.Clock.Advance(TimeSpan.FromHours(2));
        await room.Decide(room.Reviewer, approve: false);
        var (_, second) = await room.Submitted(room.Editor, "Second", new DraftEdit.AddTracks(await Tracks(room)));
        room.Desk.Clock.Advance(TimeSpan.FromHours(6));
        await room.Desk.Services.Approve(room.Reviewer, second);
        await room.Submitted(room.Editor, "Third", new DraftEdit.AddTracks(await Tracks(room)));
        room.Desk.Clock.Advance(TimeSpan.FromDays(2));
        var (_, fourth) = await room.Submitted(room.Editor, "Fourth", new DraftEdit.AddTracks(await Tracks(room)));
        await room.Get<ClaimSubmission>().Run(room.Second, fourth);

        var workload = await room.Get<ReadWorkload>().Run();

        Assert.Equal(new WorkloadLine("Everybody", 1, 1, TimeSpan.FromHours(2), TimeSpan.FromHours(6), 1), workload.Overall);
        Assert.Equal(["Ola", "Rue"], workload.Reviewers.Select(line => line.Name));
        Assert.Equal([1, 1, 0, 0], workload.OpenByAge);
    }

    private static async Task<IReadOnlyList<Core.Catalog.TrackId>> Tracks(ReviewRoom room)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        return await db.Tracks.Select(track => track.Id).ToListAsync();
    }
}
