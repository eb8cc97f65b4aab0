using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Curation.Tests.Fixtures;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.People;

public sealed class PeopleTests
{
    private const string Password = "long enough to pass";

    private static Task<TestDesk> Open() => TestDesk.Open(services => services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>());

    private static async Task<Actor> FirstAdmin(TestDesk desk) => new(await desk.Get<MakeFirstAdmin>().Run("first@test.curation", "First", Password));

    [Fact]
    public async Task The_first_admin_gets_every_role_and_nobody_can_be_first_again()
    {
        await using var desk = await Open();
        Assert.True(await desk.Get<ListPeople>().NoAdminYet());
        await FirstAdmin(desk);
        Assert.False(await desk.Get<ListPeople>().NoAdminYet());
        Assert.Equal([Roles.Admin, Roles.Editor, Roles.Reviewer], Assert.Single(await desk.Get<ListPeople>().All()).Roles);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<MakeFirstAdmin>().Run("second@test.curation", "Second", Password));
    }

    [Theory, InlineData("no address", "Somebody"), InlineData("a@b.c", "   "), InlineData("First <first@test.curation>", "Somebody"), InlineData("FIRST@test.curation", "Twice")]
    public async Task A_bad_or_taken_address_and_a_missing_name_make_no_account(string email, string name)
    {
        await using var desk = await Open();
        var admin = await FirstAdmin(desk);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<InvitePerson>().Run(admin, email, name, [Roles.Editor]));
        Assert.Single(await desk.Get<ListPeople>().All());
    }

    [Fact]
    public async Task Only_an_admin_manages_people()
    {
        await using var desk = await Open();
        var admin = await FirstAdmin(desk);
        foreach (var actor in new[] { await desk.Person("editor", Roles.Editor), await desk.Person("reviewer", Roles.Reviewer), await desk.Person("nobody") })
        {
            await Assert.ThrowsAsync<RefusedException>(() => desk.Get<InvitePerson>().Run(actor, "x@test.curation", "X", [Roles.Admin]));
            await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ChangeRoles>().Run(actor, actor.Person, [Roles.Admin]));
            await Assert.ThrowsAsync<RefusedException>(() => desk.Get<LockPerson>().Lock(actor, admin.Person));
            await Assert.ThrowsAsync<RefusedException>(() => desk.Get<LockPerson>().Unlock(actor, admin.Person));
            await Assert.ThrowsAsync<RefusedException>(() => desk.Get<AllowPasswordLink>().Run(actor, admin.Person));
        }
    }

    [Fact]
    public async Task The_last_admin_can_neither_be_demoted_nor_locked_out()
    {
        await using var desk = await Open();
        var admin = await FirstAdmin(desk);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ChangeRoles>().Run(admin, admin.Person, [Roles.Editor]));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<LockPerson>().Lock(Actor.Console, admin.Person));
        Assert.Contains(Roles.Admin, Assert.Single(await desk.Get<ListPeople>().All()).Roles);
    }

    [Fact]
    public async Task An_invited_admin_who_has_no_password_yet_does_not_count_as_another_admin()
    {
        await using var desk = await Open();
        var admin = await FirstAdmin(desk);
        await desk.Get<InvitePerson>().Run(admin, "next@test.curation", "Next", [Roles.Admin]);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ChangeRoles>().Run(admin, admin.Person, [Roles.Editor]));
    }

    [Fact]
    public async Task A_demoted_persons_next_write_is_refused()
    {
        await using var desk = await Open();
        var admin = await FirstAdmin(desk);
        var editor = new Actor(await desk.Get<InvitePerson>().Run(admin, "ed@test.curation", "Ed", [Roles.Editor]));
        await desk.Get<CreatePlaylist>().Run(editor, "Before");
        await desk.Get<ChangeRoles>().Run(admin, editor.Person, [Roles.Reviewer]);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<CreatePlaylist>().Run(editor, "After"));
        Assert.Equal("Before", Assert.Single(await desk.Get<ListPlaylists>().All()).Title);
    }

    [Fact]
    public async Task A_locked_persons_next_write_is_refused_until_unlocked()
    {
        await using var desk = await Open();
        var admin = await FirstAdmin(desk);
        var editor = await desk.Person("editor", Roles.Editor);
        await desk.Get<LockPerson>().Lock(admin, editor.Person);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<CreatePlaylist>().Run(editor, "Locked"));
        await desk.Get<LockPerson>().Unlock(admin, editor.Person);
        await desk.Get<CreatePlaylist>().Run(editor, "Unlocked");
    }

    [Fact]
    public async Task What_is_done_to_people_is_on_record()
    {
        await using var desk = await Open();
        var admin = await FirstAdmin(desk);
        var id = await desk.Get<InvitePerson>().Run(admin, "ed@test.curation", "Ed", [Roles.Editor]);
        await desk.Get<ChangeRoles>().Run(admin, id, [Roles.Editor, Roles.Reviewer]);
        await desk.Get<LockPerson>().Lock(admin, id);
        var log = (await desk.Get<ReadAuditLog>().Newest(10)).Where(row => row.Entry.Subject == $"person:{id}").Select(row => row.Entry.Action);
        Assert.Equal(["person.lock", "person.roles", "person.invite"], log);
    }
}
