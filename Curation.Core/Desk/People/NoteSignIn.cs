using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.People;

/// <summary>Puts sign-ins, lock-outs and new passwords on record.</summary>
public sealed class NoteSignIn(Store store)
{
    /// <summary>Somebody signed in.</summary>
    public Task SignedIn(PersonId id, CancellationToken cancel = default) => Note(id, "person.sign-in", cancel);

    /// <summary>Too many wrong passwords locked an account for a while.</summary>
    public Task LockedOut(PersonId id, CancellationToken cancel = default) => Note(id, "person.lock-out", cancel);

    /// <summary>Somebody set a new password.</summary>
    public Task NewPassword(PersonId id, CancellationToken cancel = default) => Note(id, "person.password", cancel);

    private Task Note(PersonId id, string action, CancellationToken cancel) =>
        store.Write(Actor.Console, [], write => write.Db.Log(id, action, $"person:{id}", "", write.Now, write.Cancel), cancel);
}
