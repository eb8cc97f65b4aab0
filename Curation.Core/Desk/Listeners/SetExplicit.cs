using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Listeners;

/// <summary>Keeps explicit tracks from one listener, or lets them through again: at once where lists are fetched, and with others in their places from the next preview and edition on.</summary>
public sealed class SetExplicit(Store store)
{
    /// <summary>Sets it on behalf of a listener's app; false where no listener has this key. Asking for what holds already changes nothing.</summary>
    /// <param name="client">The program, as its key names it.</param>
    /// <param name="listener">The listener's pseudonymous key.</param>
    /// <param name="excluded">Whether explicit tracks are to be kept away.</param>
    /// <param name="cancel">Asked to stop.</param>
    public Task<bool> ByApp(string client, string listener, bool excluded, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(client);
        return store.Write(Actor.Console, [], write => In(write, listener, excluded, $"asked through {client}"), cancel);
    }

    /// <summary>Sets it by an admin, for a listener who asked a person.</summary>
    /// <exception cref="RefusedException">The actor is no admin, or no listener has this key.</exception>
    public Task Run(Actor actor, string listener, bool excluded, CancellationToken cancel = default) => store.Write(
        actor,
        [Roles.Admin],
        async write =>
        {
            if (!await In(write, listener, excluded, "asked through an admin")) throw new RefusedException($"No listener has the key \"{listener}\"; nothing was changed.");
        },
        cancel);

    /// <summary>Whether they are kept away; null where no listener has this key.</summary>
    public Task<bool?> IsExcluded(string listener, CancellationToken cancel = default) =>
        store.Read(db => db.Listeners.Where(row => row.Key == listener).Select(row => (bool?)row.ExcludesExplicit).SingleOrDefaultAsync(cancel), cancel);

    // As for profiling, the log has the listener's number and not the key.
    private static async Task<bool> In(Write write, string listener, bool excluded, string how)
    {
        if (await write.Db.Listeners.SingleOrDefaultAsync(row => row.Key == listener, write.Cancel) is not { } found) return false;
        if (found.ExcludesExplicit == excluded) return true;
        found.SetExplicit(excluded);
        await write.Log(excluded ? "listener.explicit-excluded" : "listener.explicit-allowed", string.Create(CultureInfo.InvariantCulture, $"listener:{found.Id.Value}"), how);
        return true;
    }
}
