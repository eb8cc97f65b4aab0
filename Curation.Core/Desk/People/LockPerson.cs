using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.People;

/// <summary>Shuts a person out, or lets them in again. What they made stays.</summary>
public sealed class LockPerson(Store store)
{
    private static readonly DateTimeOffset ForEver = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Locks the account; the next write of an open session is refused.</summary>
    public Task Lock(Actor actor, PersonId id, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        if (actor.Person == id) throw new RefusedException("You cannot lock yourself out. Ask another admin.");
        var person = await write.FindPerson(id);
        await write.KeepAnAdmin(person);
        person.LockoutEnd = ForEver;
        person.SecurityStamp = InvitePerson.NewStamp();
        await write.Log("person.lock", $"person:{id}");
    }, cancel);

    /// <summary>Unlocks the account and forgets wrong passwords.</summary>
    public Task Unlock(Actor actor, PersonId id, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        var person = await write.FindPerson(id);
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        await write.Log("person.unlock", $"person:{id}");
    }, cancel);
}
