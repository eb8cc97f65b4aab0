using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Listeners;

/// <summary>Turns profiling off or on for one listener. While it is off the listener's list is in the shared order: at once where lists are fetched, which then is the shared list without what they may not get, and from the next preview and edition on a list of their own that is filled up again. Models trained from then on learn nothing from them.</summary>
public sealed class SetProfiling(Store store)
{
    /// <summary>Sets it on behalf of a listener's app; false where no listener has this key. Asking for what holds already changes nothing.</summary>
    /// <param name="client">The program, as its key names it.</param>
    /// <param name="listener">The listener's pseudonymous key.</param>
    /// <param name="off">Whether profiling is to be off.</param>
    /// <param name="cancel">Asked to stop.</param>
    public Task<bool> ByApp(string client, string listener, bool off, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(client);
        return store.Write(Actor.Console, [], write => In(write, listener, off, $"asked through {client}"), cancel);
    }

    /// <summary>Sets it by an admin, for a listener who asked a person.</summary>
    /// <exception cref="RefusedException">The actor is no admin, or no listener has this key.</exception>
    public Task Run(Actor actor, string listener, bool off, CancellationToken cancel = default) => store.Write(
        actor,
        [Roles.Admin],
        async write =>
        {
            if (!await In(write, listener, off, "asked through an admin")) throw new RefusedException($"No listener has the key \"{listener}\"; nothing was changed.");
        },
        cancel);

    /// <summary>Whether it is off; null where no listener has this key.</summary>
    public Task<bool?> IsOff(string listener, CancellationToken cancel = default) =>
        store.Read(db => db.Listeners.Where(row => row.Key == listener).Select(row => (bool?)row.ProfilingOff).SingleOrDefaultAsync(cancel), cancel);

    // The log outlives the listener's wish to be forgotten, so it has the number and not the key.
    private static async Task<bool> In(Write write, string listener, bool off, string how)
    {
        if (await write.Db.Listeners.SingleOrDefaultAsync(row => row.Key == listener, write.Cancel) is not { } found) return false;
        if (found.ProfilingOff == off) return true;
        found.SetProfiling(off);
        await write.Log(off ? "listener.profiling-off" : "listener.profiling-on", string.Create(CultureInfo.InvariantCulture, $"listener:{found.Id.Value}"), how);
        return true;
    }
}
