using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Policies;

public sealed class WaiverTests
{
    [Fact]
    public async Task A_waived_block_is_named_and_needs_two_reviewers()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4));
        await room.Waive(room.Reviewer, "explicit-reach");

        var finding = (await room.Gate()).Findings[0];
        Assert.Equal((FindingLevel.Block, false, "a live week, mended by then"), (finding.Level, finding.Blocks, finding.Waiver!.Reason));
        Assert.Equal(Decided.WaitsForSecond, await room.Approve(room.Reviewer));
        Assert.Equal(Decided.Approved, await room.Approve(room.Second));
        var row = Assert.Single(await room.Get<ListWaivers>().All());
        Assert.Equal(("Rue", "Ada", "Night Drive"), (row.ByName, row.OwnerName, row.Title));
    }

    [Fact]
    public async Task A_waiver_ends_by_itself_and_can_be_taken_back()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4), Measured.Of("fit-gap/listener taste", 0.3));
        var first = await room.Waive(room.Reviewer, "explicit-reach", days: 2);
        await room.Waive(room.Reviewer, "fit-gap/listener taste", days: 9);
        room.Desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.NotNull((await room.Gate()).Obstacle);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<RevokeWaiver>().Run(room.Reviewer, first));

        var second = await room.Waive(room.Second, "explicit-reach");
        Assert.Null((await room.Gate()).Obstacle);
        await room.Get<RevokeWaiver>().Run(room.Third, second);
        Assert.NotNull((await room.Gate()).Obstacle);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<RevokeWaiver>().Run(room.Third, second));
        Assert.Equal(3, (await room.Get<ListWaivers>().All()).Count);
        Assert.Equal("fit-gap/listener taste", (await room.Get<ListWaivers>().All())[0].Waiver.Key.ToString());
    }

    [Fact]
    public async Task Nobody_lets_findings_of_their_own_work_through_not_even_past_the_command()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4));
        await room.Get<ChangeRoles>().Run(room.Admin, room.Editor.Person, [Roles.Editor, Roles.Reviewer]);
        await Assert.ThrowsAsync<RefusedException>(() => room.Waive(room.Editor, "explicit-reach"));

        var finding = (await room.Gate()).Findings[0];
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        db.Waivers.Add(new Waiver(room.Playlist, finding, "mine is good", room.Editor.Person, room.Desk.Clock.GetUtcNow().AddDays(1), room.Editor.Person, room.Desk.Clock.GetUtcNow()));
        Assert.Contains("own work", (await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())).InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiver_is_never_stretched_or_removed()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4));
        await room.Waive(room.Reviewer, "explicit-reach");
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE Waivers SET Until = Until + 1"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE Waivers SET Bound = 99"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM Waivers"));
    }

    [Fact]
    public async Task Only_what_the_policy_finds_now_is_let_through_and_somebody_answers_for_it()
    {
        await using var room = await ReviewRoom.Open();
        var until = room.Desk.Clock.GetUtcNow().AddDays(3);
        var grant = room.Get<GrantWaiver>();
        var key = MeasureKey.Parse("explicit-reach");
        await Assert.ThrowsAsync<RefusedException>(() => grant.Run(room.Reviewer, room.Submission, key, Side.Above, "why", room.Editor.Person, until));
        await room.Measure(Measured.Of("explicit-reach", 4));
        await Assert.ThrowsAsync<RefusedException>(() => grant.Run(room.Reviewer, room.Submission, MeasureKey.Parse("novelty"), Side.Above, "why", room.Editor.Person, until));
        await Assert.ThrowsAsync<RefusedException>(() => grant.Run(room.Reviewer, room.Submission, key, Side.Above, "why", new PersonId("nobody"), until));
        await Assert.ThrowsAsync<RefusedException>(() => grant.Run(room.Reviewer, room.Submission, key, Side.Above, " ", room.Editor.Person, until));
        Assert.Empty(await room.Get<ListWaivers>().All());
    }

    [Fact]
    public async Task Nothing_is_let_through_of_what_is_decided_or_in_the_hands_of_another_reviewer()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4));
        await room.Get<ClaimSubmission>().Run(room.Second, room.Submission);
        Assert.Contains("Ola has this submission in hand", (await Assert.ThrowsAsync<RefusedException>(() => room.Waive(room.Reviewer, "explicit-reach"))).Message, StringComparison.Ordinal);
        await room.Decide(room.Second, approve: false, "mend it first");
        Assert.Contains("already sent back", (await Assert.ThrowsAsync<RefusedException>(() => room.Waive(room.Second, "explicit-reach"))).Message, StringComparison.Ordinal);
        Assert.Empty(await room.Get<ListWaivers>().All());
    }

    [Fact]
    public async Task Only_somebody_who_works_here_and_can_come_in_answers_for_a_waiver()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4));
        var (guest, nobody, locked) = (await room.Desk.Person("Ines", Roles.Adviser), await room.Desk.Person("Nemo"), await room.Desk.Person("Lou", Roles.Editor));
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
            await db.Users.Where(person => person.Id == locked.Person.Value).ExecuteUpdateAsync(set => set.SetProperty(person => person.LockoutEnd, room.Desk.Clock.GetUtcNow().AddDays(1)));
        foreach (var owner in (Actor[])[guest, nobody, locked, Actor.Console])
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => room.Get<GrantWaiver>().Run(
                room.Reviewer, room.Submission, MeasureKey.Parse("explicit-reach"), Side.Above, "a live week", owner.Person, room.Desk.Clock.GetUtcNow().AddDays(2)));
            Assert.Contains("answers for a waiver", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await room.Get<ListWaivers>().All());
    }
}
