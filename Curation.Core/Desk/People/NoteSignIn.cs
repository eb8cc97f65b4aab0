using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.People;

/// <summary>Puts sign-ins, refusals at the door, lock-outs and new passwords on record.</summary>
/// <remarks>Strangers must not be able to fill the log: what they are refused is counted, and stands in it once a minute at most. What they typed is not kept; it may be a password.</remarks>
public sealed class NoteSignIn(Store store)
{
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    private readonly Refused strangers = new("person.sign-in-refused", "unknown e-mail or locked account");
    private readonly Refused keys = new("api.key-refused", "unknown key");

    /// <summary>Somebody signed in.</summary>
    public Task SignedIn(PersonId id, CancellationToken cancel = default) => Note(id, "person.sign-in", cancel);

    /// <summary>Somebody signed out.</summary>
    public Task SignedOut(PersonId id, CancellationToken cancel = default) => Note(id, "person.sign-out", cancel);

    /// <summary>A wrong password was given for an account; the lock after a few of them bounds how often.</summary>
    public Task WrongPassword(PersonId id, CancellationToken cancel = default) => Note(id, "person.wrong-password", cancel);

    /// <summary>Too many wrong passwords locked an account for a while.</summary>
    public Task LockedOut(PersonId id, CancellationToken cancel = default) => Note(id, "person.lock-out", cancel);

    /// <summary>Somebody set a new password.</summary>
    public Task NewPassword(PersonId id, CancellationToken cancel = default) => Note(id, "person.password", cancel);

    /// <summary>Somebody tried an account that is not there, or is locked.</summary>
    public Task Stranger(CancellationToken cancel = default) => Count(strangers, cancel);

    /// <summary>A program tried a key that is not known.</summary>
    public Task WrongKey(CancellationToken cancel = default) => Count(keys, cancel);

    private Task Note(PersonId id, string action, CancellationToken cancel) =>
        store.Write(Actor.Console, [], write => write.Db.Log(id, action, $"person:{id}", "", write.Now, write.Cancel), cancel);

    private async Task Count(Refused refused, CancellationToken cancel)
    {
        if (refused.Take(store.Now, Together) is not (var times and > 0)) return;
        await store.Write(Actor.Console, [], write => write.Log(refused.Action, "door", string.Create(CultureInfo.InvariantCulture, $"{refused.Because}, {(times == 1 ? "once" : $"{times} times")}")), cancel);
    }

    /// <summary>How often something was refused since it was last put on record.</summary>
    private sealed class Refused(string action, string because)
    {
        private readonly Lock gate = new();
        private DateTimeOffset noted = DateTimeOffset.MinValue;
        private int times;

        public string Action => action;

        public string Because => because;

        /// <summary>Counts one more; the number to put on record now, or 0 while it is too early.</summary>
        public int Take(DateTimeOffset now, TimeSpan apart)
        {
            lock (gate)
            {
                times++;
                if (now - noted < apart && now >= noted) return 0;
                noted = now;
                (var all, times) = (times, 0);
                return all;
            }
        }
    }
}
