using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Home;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Policies;

/// <summary>A second account of the same person is no second pair of eyes.</summary>
public sealed class IndependenceTests
{
    [Theory]
    [InlineData("ÁDA", "other@example.org", "the same name")]
    [InlineData("Somebody Else", "ada+review@example.org", "the same e-mail address")]
    public async Task An_account_with_the_same_name_or_address_neither_approves_nor_waives_nor_claims(string name, string email, string because)
    {
        await using var room = await ReviewRoom.Open();
        await Face(room, room.Editor, "Ada", "ada@example.org");
        await Face(room, room.Reviewer, name, email);
        await room.Measure(Measured.Of("fit-gap/listener taste", 0.3));
        foreach (var attempt in Attempts(room)) Assert.Contains(because, (await Assert.ThrowsAsync<RefusedException>(attempt)).Message, StringComparison.Ordinal);
        Assert.Equal(Decided.Approved, await room.Approve(room.Second));
    }

    [Fact]
    public async Task Accounts_that_an_admin_linked_are_one_person_for_commands_and_for_the_database()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("fit-gap/listener taste", 0.3));
        await room.Get<LinkAccounts>().Run(room.Admin, room.Reviewer.Person, room.Second.Person);
        await room.Get<LinkAccounts>().Run(room.Admin, room.Editor.Person, room.Third.Person);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<LinkAccounts>().Run(room.Admin, room.Third.Person, room.Editor.Person));
        await room.Get<LinkAccounts>().Run(room.Admin, room.Third.Person, room.Second.Person);

        foreach (var attempt in Attempts(room)) Assert.Contains("an admin noted", (await Assert.ThrowsAsync<RefusedException>(attempt)).Message, StringComparison.Ordinal);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var fault = await Assert.ThrowsAsync<SqliteException>(() => db.Submissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, SubmissionState.SentBack).SetProperty(row => row.DecidedBy, room.Reviewer.Person)));
        Assert.Contains("no account of theirs", fault.Message, StringComparison.Ordinal);

        await room.Get<LinkAccounts>().Unlink(room.Admin, room.Reviewer.Person);
        Assert.Equal(Decided.Approved, await room.Approve(room.Reviewer));
    }

    [Fact]
    public async Task Who_owns_a_playlist_has_no_say_about_it_even_if_they_wrote_nothing_in_it()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("fit-gap/listener taste", 0.3));
        await room.Get<ChangeRoles>().Run(room.Admin, room.Reviewer.Person, [Roles.Editor, Roles.Reviewer]);
        await room.Get<SetOwnership>().Run(room.Editor, room.Playlist, room.Reviewer.Person, Openness.EveryEditor);
        await room.Get<LinkAccounts>().Run(room.Admin, room.Reviewer.Person, room.Third.Person);

        foreach (var attempt in Attempts(room)) Assert.Contains("You own this playlist", (await Assert.ThrowsAsync<RefusedException>(attempt)).Message, StringComparison.Ordinal);
        Assert.Contains("Rue owns this playlist", (await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Third))).Message, StringComparison.Ordinal);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        foreach (var who in (Actor[])[room.Reviewer, room.Third])
        {
            var fault = await Assert.ThrowsAsync<SqliteException>(() => db.Submissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, SubmissionState.SentBack).SetProperty(row => row.DecidedBy, who.Person)));
            Assert.Contains("Nobody decides on their own work", fault.Message, StringComparison.Ordinal);
            var assessment = await db.Assessments.Select(row => row.Id).FirstAsync();
            db.Endorsements.Add(new Endorsement(room.Submission, who.Person, assessment, "looks fine", room.Desk.Clock.GetUtcNow()));
            Assert.Contains("Nobody decides on their own work", (await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())).InnerException!.Message, StringComparison.Ordinal);
            db.ChangeTracker.Clear();
        }

        Assert.Empty((await room.Get<ReadHome>().For(room.Reviewer.Person)).Waiting);
        Assert.Equal(Decided.Approved, await room.Approve(room.Second));
    }

    [Fact]
    public async Task Handing_a_playlist_over_buys_nobody_a_say_about_it()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("fit-gap/listener taste", 0.3));
        await room.Get<ChangeRoles>().Run(room.Admin, room.Reviewer.Person, [Roles.Editor, Roles.Reviewer]);
        await room.Get<SetOwnership>().Run(room.Editor, room.Playlist, room.Reviewer.Person, Openness.EveryEditor);
        await room.Get<SetOwnership>().Run(room.Reviewer, room.Playlist, room.Editor.Person, Openness.EveryEditor);
        foreach (var attempt in Attempts(room)) Assert.Contains("or owned it", (await Assert.ThrowsAsync<RefusedException>(attempt)).Message, StringComparison.Ordinal);
        Assert.Equal(Decided.Approved, await room.Approve(room.Second));
    }

    [Fact]
    public async Task The_two_reviewers_are_two_people()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 1));
        await room.Waive(room.Third, "explicit-reach");
        Assert.Equal(Decided.WaitsForSecond, await room.Approve(room.Reviewer));
        Assert.Contains("You gave the first approval", (await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer))).Message, StringComparison.Ordinal);
        await room.Get<LinkAccounts>().Run(room.Admin, room.Reviewer.Person, room.Second.Person);
        Assert.Contains("Rue gave the first approval", (await Assert.ThrowsAsync<RefusedException>(() => room.Approve(room.Second))).Message, StringComparison.Ordinal);
        Assert.Equal(Decided.Approved, await room.Approve(room.Third));
    }

    [Fact]
    public async Task A_first_approval_no_longer_counts_when_its_giver_is_no_reviewer_any_more_or_something_was_measured_anew()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 1));
        await room.Waive(room.Third, "explicit-reach");
        await room.Approve(room.Reviewer);
        await room.Get<ChangeRoles>().Run(room.Admin, room.Reviewer.Person, []);
        Assert.Equal(Decided.WaitsForSecond, await room.Approve(room.Second));
        await room.Measure(Measured.Of("explicit-reach", 1));
        Assert.Equal(Decided.WaitsForSecond, await room.Approve(room.Third));
        Assert.Equal(Decided.Approved, await room.Decide(room.Second));
    }

    private static Func<Task>[] Attempts(ReviewRoom room) =>
    [
        () => room.Decide(room.Reviewer),
        () => room.Decide(room.Reviewer, approve: false),
        () => room.Waive(room.Reviewer, "fit-gap/listener taste"),
        () => room.Get<ClaimSubmission>().Run(room.Reviewer, room.Submission),
        () => room.Tick(room.Reviewer),
    ];

    private static async Task Face(ReviewRoom room, Actor who, string name, string email)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await db.Set<Person>().Where(person => person.Id == who.Person.Value).ExecuteUpdateAsync(set => set.SetProperty(person => person.DisplayName, name).SetProperty(person => person.Email, email));
    }
}
