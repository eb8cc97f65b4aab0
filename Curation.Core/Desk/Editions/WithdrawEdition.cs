using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Takes the live edition from listeners; they get none until one is published or served again.</summary>
public sealed class WithdrawEdition(Store store)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 2_000;

    /// <summary>Withdraws with a reason.</summary>
    /// <exception cref="RefusedException">None is live, or no reason was given, or one that is too long.</exception>
    public Task Run(Actor actor, PlaylistId playlist, string reason, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor, Roles.Reviewer], async write =>
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RefusedException("Withdrawing needs a reason. Nothing was changed.");
        if (reason.Trim().Length > LongestReason) throw new RefusedException($"A reason has at most {LongestReason} characters; this one has {reason.Trim().Length}. Nothing was changed; shorten it.");
        var row = await write.Db.Playlists.SingleOrDefaultAsync(candidate => candidate.Id == playlist, cancel)
            ?? throw new RefusedException("There is no such playlist; nothing was changed.");
        var live = await write.Db.Editions.SingleOrDefaultAsync(candidate => candidate.Playlist == playlist && candidate.State == EditionState.Live, cancel);
        Rollout.Withdraw(row, live);
        await write.Log("edition.withdraw", $"playlist:{playlist}", $"edition {live!.Number}: {reason.Trim()}");
    }, cancel);
}
