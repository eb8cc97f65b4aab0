using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Acting;

/// <summary>The way of every command to the store: one context an operation, one transaction a write, the actor's role read inside it.</summary>
public sealed class Store(IDbContextFactory<CurationDb> factory, TimeProvider clock, PlaylistBell bell)
{
    /// <summary>The time as commands see it.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads without tracking.</summary>
    public async Task<T> Read<T>(Func<CurationDb, Task<T>> read, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>Writes on behalf of an actor who needs one of <paramref name="roles"/>; saves and commits when <paramref name="work"/> returns, and keeps nothing when it throws.</summary>
    /// <exception cref="RefusedException">The actor has none of the roles now, or the work refused.</exception>
    public async Task<T> Write<T>(Actor actor, IReadOnlyList<string> roles, Func<Write, Task<T>> work, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        await Authority.Require(db, actor, roles, now, cancel);
        var write = new Write(db, actor, now, cancel);
        var result = await work(write);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        foreach (var playlist in write.Changes) bell.Ring(playlist, actor.Person);
        return result;
    }

    /// <summary>Writes where nothing is returned.</summary>
    public Task Write(Actor actor, IReadOnlyList<string> roles, Func<Write, Task> work, CancellationToken cancel = default) =>
        Write(actor, roles, async write => { await work(write); return true; }, cancel);
}
