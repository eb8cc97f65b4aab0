using Curation.Core.Auditing.Trail;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
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

    /// <summary>Writes on behalf of an actor who needs one of <paramref name="roles"/>; saves and commits when <paramref name="work"/> returns, and keeps nothing when it throws, or when it changed something and did not log it.</summary>
    /// <exception cref="RefusedException">The actor has none of the roles now, or the work refused.</exception>
    public Task<T> Write<T>(Actor actor, IReadOnlyList<string> roles, Func<Write, Task<T>> work, CancellationToken cancel = default) => Commit(actor, roles, work, logged: true, cancel);

    /// <summary>Writes what can be made anew at any time, or one part of many whose beginning and end are logged; the only writes that need no entry of their own.</summary>
    internal Task<T> WriteUnlogged<T>(Actor actor, IReadOnlyList<string> roles, Func<Write, Task<T>> work, CancellationToken cancel = default) => Commit(actor, roles, work, logged: false, cancel);

    private async Task<T> Commit<T>(Actor actor, IReadOnlyList<string> roles, Func<Write, Task<T>> work, bool logged, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        await Authority.Require(db, actor, roles, now, cancel);
        var before = SqliteStore.ChangesOf(db);
        var write = new Write(db, actor, now, cancel);
        var result = await work(write);
        await db.SaveChangesAsync(cancel);
        if (logged && SqliteStore.ChangesOf(db) > before && !db.ChangeTracker.Entries<AuditEntry>().Any())
            throw new InvalidOperationException("This would have changed the store without an entry in the audit log, so nothing was kept. Every command says what it does: write.Log(\"noun.verb\", \"subject:id\", \"detail\").");
        await transaction.CommitAsync(cancel);
        foreach (var playlist in write.Changes) bell.Ring(playlist, actor.Person);
        return result;
    }

    internal Task WriteUnlogged(Actor actor, IReadOnlyList<string> roles, Func<Write, Task> work, CancellationToken cancel = default) =>
        WriteUnlogged(actor, roles, async write => { await work(write); return true; }, cancel);

    /// <summary>Writes where nothing is returned.</summary>
    public Task Write(Actor actor, IReadOnlyList<string> roles, Func<Write, Task> work, CancellationToken cancel = default) =>
        Write(actor, roles, async write => { await work(write); return true; }, cancel);
}
