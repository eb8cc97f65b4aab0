using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Serves an earlier edition again, in place of the live one or of none.</summary>
public sealed class RollBack(Store store)
{
    /// <summary>Switches listeners to edition <paramref name="number"/>.</summary>
    /// <exception cref="RefusedException">It is live already, is not there, or does not match its hash; it was withdrawn and the actor is no reviewer; or the policy in force blocks it.</exception>
    public Task Run(Actor actor, PlaylistId playlist, int number, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor, Roles.Reviewer], async write =>
    {
        var row = await write.Db.Playlists.SingleOrDefaultAsync(candidate => candidate.Id == playlist, cancel)
            ?? throw new RefusedException("There is no such playlist; nothing was changed.");
        var earlier = await write.Db.Editions.SingleOrDefaultAsync(candidate => candidate.Playlist == playlist && candidate.Number == number, cancel)
            ?? throw new RefusedException($"There is no edition {number}; nothing was changed.");

        // A withdrawal may be for listeners' safety, so it stands until a reviewer lifts it.
        await Authority.Require(write.Db, actor, [earlier.State == EditionState.Withdrawn ? Roles.Reviewer : Roles.Editor], write.Now, cancel);
        if (earlier.State == EditionState.Live) throw new RefusedException($"Edition {number} is live already; nothing was changed.");
        if (earlier.Hash.Length > 0 && (await StoredEdition.Hash(write.Db, earlier, cancel)).Hash != earlier.Hash)
            throw new RefusedException($"Edition {number} does not match its hash any more, so it is not served. Nothing was changed; restore a backup or publish again.");
        await MustNotBeBlocked(write, earlier);
        var live = await write.Db.Editions.SingleOrDefaultAsync(candidate => candidate.Playlist == playlist && candidate.State == EditionState.Live, cancel);
        Rollout.StandBack(row, live);
        await write.Db.SaveChangesAsync(cancel);
        Rollout.ServeAgain(row, earlier);
        await write.Log("edition.roll-back", $"playlist:{playlist}", live is null ? $"to edition {number}" : $"from edition {live.Number} to edition {number}");
    }, cancel);

    /// <summary>What was published under other rules is not served again where those in force find in it what they block.</summary>
    private static async Task MustNotBeBlocked(Write write, Edition earlier)
    {
        var revision = await write.Db.Revisions.AsNoTracking().SingleAsync(row => row.Id == earlier.Revision, write.Cancel);
        var gate = await Gate.Of(write.Db, revision, write.Now, write.Cancel);
        if ((gate.Assessment is not null || gate.Content.Count > 0) && gate.Blocked is { } blocked)
            throw new RefusedException($"By the policy in force edition {earlier.Number} is not served again. {blocked} Nothing was changed.");
    }
}
