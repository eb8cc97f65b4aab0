using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.People;

/// <summary>Says whether an admin may hand out a password link, and puts it on record. The person's earlier links and sessions end; an admin who makes one for themselves keeps both.</summary>
public sealed class AllowPasswordLink(Store store)
{
    /// <summary>Allows it, or refuses.</summary>
    public Task Run(Actor actor, PersonId id, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        var person = await write.FindPerson(id);
        if (person.Id != actor.Person.Value) person.SecurityStamp = InvitePerson.NewStamp();
        await write.Log("person.password-link", $"person:{id}");
    }, cancel);
}
