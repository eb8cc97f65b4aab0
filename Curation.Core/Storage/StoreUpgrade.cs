using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage;

/// <summary>Brings the store to the shape this program knows, at start-up.</summary>
public static class StoreUpgrade
{
    /// <summary>Applies the migrations that are missing; refuses a store that a newer program has written.</summary>
    /// <exception cref="RefusedException">The store is from a newer version; it was not touched.</exception>
    public static async Task ToCurrent(IDbContextFactory<CurationDb> factory, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancel)).Where(name => !known.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            throw new RefusedException(
                $"The store was written by a newer version of Curation (it has \"{unknown[^1]}\", which this version does not know). " +
                "It was not changed. Start the newer version, or restore a backup made with this one.");
        }

        await db.Database.MigrateAsync(cancel);
        await Sqlite.SqliteStore.KeepWriteAheadLog(db, cancel);
    }
}
