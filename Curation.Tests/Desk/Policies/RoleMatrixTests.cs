using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Policies;

/// <summary>Every command behind a button of this part, given by everybody who has not its role: somebody who calls it past the page is refused and nothing changes.</summary>
public sealed class RoleMatrixTests
{
    private static readonly Dictionary<string, (string[] For, Func<ReviewRoom, Actor, Task> Give)> Commands = new(StringComparer.Ordinal)
    {
        ["publish"] = ([Roles.Editor], (room, actor) => room.Get<PublishPlaylist>().Run(actor, room.Playlist)),
        ["take back"] = ([Roles.Editor], (room, actor) => room.Get<SubmitPlaylist>().TakeBack(actor, room.Submission)),
        ["approve"] = ([Roles.Reviewer], (room, actor) => room.Get<DecideSubmission>().Run(actor, room.Submission, approve: true, "good")),
        ["send back"] = ([Roles.Reviewer], (room, actor) => room.Get<DecideSubmission>().Run(actor, room.Submission, approve: false, "not yet")),
        ["claim"] = ([Roles.Reviewer], (room, actor) => room.Get<ClaimSubmission>().Run(actor, room.Submission)),
        ["release"] = ([Roles.Reviewer], (room, actor) => room.Get<ClaimSubmission>().Release(actor, room.Submission)),
        ["tick"] = ([Roles.Reviewer], (room, actor) => room.Get<TickCheck>().Run(actor, room.Submission, StartingPolicy.Rules.Checklist[0], done: true)),
        ["waive"] = ([Roles.Reviewer], (room, actor) => room.Get<GrantWaiver>().Run(actor, room.Submission, MeasureKey.Parse("fit-gap/listener taste"), Side.Above, "why", room.Editor.Person, room.Desk.Clock.GetUtcNow().AddDays(1))),
        ["revoke"] = ([Roles.Reviewer, Roles.Admin], (room, actor) => room.Get<RevokeWaiver>().Run(actor, 1)),
        ["save policy"] = ([Roles.Admin], (room, actor) => room.Get<SavePolicy>().Run(actor, 1, StartingPolicy.Rules with { Checklist = [] }, "why")),
        ["link"] = ([Roles.Admin], (room, actor) => room.Get<LinkAccounts>().Run(actor, room.Editor.Person, room.Second.Person)),
        ["unlink"] = ([Roles.Admin], (room, actor) => room.Get<LinkAccounts>().Unlink(actor, room.Editor.Person)),
    };

    public static TheoryData<string> Names => [.. Commands.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_command_is_refused_to_everybody_without_its_role(string name)
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("fit-gap/listener taste", 0.3));
        await room.Waive(room.Reviewer, "fit-gap/listener taste");
        var (allowed, give) = Commands[name];
        var before = await Entries(room);
        foreach (var role in Roles.All.Except(allowed).Append(""))
        {
            var outsider = await room.Desk.Person($"outsider {role}", role.Length > 0 ? [role] : []);
            var refused = await Assert.ThrowsAsync<RefusedException>(() => give(room, outsider));
            Assert.Contains("This needs the role", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await Entries(room));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_command_is_refused_to_somebody_with_the_role_who_is_locked_out(string name)
    {
        await using var room = await ReviewRoom.Open();
        var (allowed, give) = Commands[name];
        var locked = await room.Desk.Person("locked", allowed);
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
            await db.Users.Where(person => person.Id == locked.Person.Value).ExecuteUpdateAsync(set => set.SetProperty(person => person.LockoutEnd, room.Desk.Clock.GetUtcNow().AddDays(1)));
        Assert.Contains("This needs the role", (await Assert.ThrowsAsync<RefusedException>(() => give(room, locked))).Message, StringComparison.Ordinal);
    }

    private static async Task<int> Entries(ReviewRoom room) => (await room.Get<Curation.Core.Desk.Audit.ReadAuditLog>().Newest(1_000)).Count;
}
