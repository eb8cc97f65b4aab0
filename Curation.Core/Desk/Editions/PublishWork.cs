using System.Globalization;
using System.Text.Json;
using Curation.Core.Blending;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Does publishing jobs: opens an edition, stores lists chunk by chunk with the bookmark beside each, and switches the edition live in one last transaction. A half-built edition is never served; a cancelled one is removed.</summary>
public sealed class PublishWork(Store store, CurrentModel current) : IJobWork
{
    /// <summary>Lists stored in one transaction. Default 1,000.</summary>
    internal int Chunk { get; set; } = 1_000;

    /// <inheritdoc/>
    public string Kind => PublishPlaylist.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<string> Askers => [Roles.Editor];

    /// <inheritdoc/>
    public async Task<string?> Run(JobRun run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        var arguments = run.Arguments<PublishArguments>();
        try
        {
            var snapshot = await current.Get(cancel);
            var mark = await Open(run, arguments, snapshot, cancel);
            if (!mark.Live)
            {
                mark = await StoreLists(run, mark, await ComposerOf(mark.Edition, snapshot, cancel), snapshot, cancel);
                mark = await GoLive(run, arguments, mark, cancel);
            }

            return JsonSerializer.Serialize(new { mark.Edition, mark.Lists });
        }
        catch (Exception stop) when (stop is JobCancelledException or RefusedException)
        {
            await Discard(run, arguments, stop is RefusedException ? "refused" : "cancelled");
            throw;
        }
    }

    /// <summary>Starts the edition of this approval, or finds what an earlier start has left of it.</summary>
    private async Task<PublishBookmark> Open(JobRun run, PublishArguments arguments, ModelSnapshot snapshot, CancellationToken cancel)
    {
        PublishBookmark mark = null!;
        await run.Step(async db => mark = await Open(db, run, arguments, snapshot, cancel), cancel);
        return mark;
    }

    private async Task<PublishBookmark> Open(CurationDb db, JobRun run, PublishArguments arguments, ModelSnapshot snapshot, CancellationToken cancel)
    {
        var edition = await db.Editions.SingleOrDefaultAsync(row => row.Submission == arguments.Submission, cancel);
        if (edition is { State: not EditionState.Building }) return new PublishBookmark(edition.Id, 0, edition.ListCount, Live: true);
        var approval = await Approval.MustHold(db, arguments.Submission, store.Now, cancel);
        if (snapshot.ModelHash != approval.Submission.ModelHash)
            throw new RefusedException($"The model that was approved cannot be used, so nothing was published. {current.Trouble ?? "Restart the workbench, or submit the playlist again."}");
        if (edition is null)
        {
            var playlist = new PlaylistId(arguments.Playlist);
            await RemoveBuilding(db, db.Editions.Where(row => row.Playlist == playlist), cancel);
            var number = (await db.Editions.Where(row => row.Playlist == playlist).MaxAsync(row => (int?)row.Number, cancel) ?? 0) + 1;
            edition = new Edition(playlist, number, approval.Submission, approval.Revision.Draft.Title, run.By, store.Now);
            db.Editions.Add(edition);
            await db.SaveChangesAsync(cancel);
        }

        var lists = db.EditionLists.Where(row => row.Edition == edition.Id);
        return new PublishBookmark(edition.Id, await lists.MaxAsync(row => (int?)row.Listener, cancel) ?? -1, await lists.CountAsync(cancel), Live: false);
    }

    private Task<Composer> ComposerOf(int edition, ModelSnapshot snapshot, CancellationToken cancel) => store.Read(async db =>
    {
        var row = await db.Editions.SingleAsync(candidate => candidate.Id == edition, cancel);
        var revision = await db.Revisions.SingleAsync(candidate => candidate.Id == row.Revision, cancel);
        return await ComposerFor.Revision(db, snapshot, revision, row.StartedAt, cancel);
    }, cancel);

    private async Task<PublishBookmark> StoreLists(JobRun run, PublishBookmark mark, Composer composer, ModelSnapshot snapshot, CancellationToken cancel)
    {
        var total = 1 + await store.Read(db => db.Listeners.CountAsync(cancel), cancel);
        for (var lists = await Next(mark, composer, snapshot, cancel); lists.Length > 0; lists = await Next(mark, composer, snapshot, cancel))
        {
            var next = mark with { After = lists[^1].Listener, Lists = mark.Lists + lists.Length };
            await run.Step(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                db.EditionLists.AddRange(lists);
                await db.SaveChangesAsync(cancel);
                return next;
            }, cancel);
            mark = next;
            await run.Report(0.98 * mark.Lists / Math.Max(total, mark.Lists), string.Create(CultureInfo.InvariantCulture, $"{mark.Lists:N0} of {total:N0} lists"), cancel);
        }

        return mark;
    }

    /// <summary>The next lists in listener order; the shared list is the first of all.</summary>
    private async Task<EditionList[]> Next(PublishBookmark mark, Composer composer, ModelSnapshot snapshot, CancellationToken cancel)
    {
        if (mark.After < 0) return [Packed(mark.Edition, composer.Compose(Recipient.Everyone), unprofiled: true)];
        var histories = await store.Read(db => ListenerHistories.After(db, mark.After, Chunk, snapshot.Weights, cancel), cancel);
        var lists = new EditionList[histories.Count];
        await Parallel.ForAsync(0, lists.Length, cancel, (i, _) =>
        {
            lists[i] = Packed(mark.Edition, composer.Compose(histories[i].ToRecipient(snapshot.Model?.Factorisation)), histories[i].ProfilingOff);
            return ValueTask.CompletedTask;
        });
        return lists;
    }

    private static EditionList Packed(int edition, ComposedList list, bool unprofiled) => new(edition, list.Listener?.Value ?? 0, SlotCodec.Pack(list.Slots), list.Hash.ToArray(), unprofiled);

    private async Task<PublishBookmark> GoLive(JobRun run, PublishArguments arguments, PublishBookmark mark, CancellationToken cancel)
    {
        await run.Report(0.99, "switching listeners over", cancel);
        await run.Step(async db =>
        {
            await Approval.MustHold(db, arguments.Submission, store.Now, cancel);
            var edition = await db.Editions.SingleAsync(row => row.Id == mark.Edition, cancel);
            var playlist = await db.Playlists.SingleAsync(row => row.Id == edition.Playlist, cancel);
            var live = await db.Editions.SingleOrDefaultAsync(row => row.Playlist == edition.Playlist && row.State == EditionState.Live, cancel);
            var (hash, count) = await StoredEdition.Hash(db, edition, cancel);
            Rollout.StandBack(playlist, live);
            await db.SaveChangesAsync(cancel);
            Rollout.GoLive(playlist, edition, hash, count, store.Now);
            await db.Log(run.By, "edition.publish", $"playlist:{playlist.Id}", $"edition {edition.Number} of {count} lists, {hash}", store.Now, cancel);
            return mark = mark with { Live = true, Lists = count };
        }, cancel);
        return mark;
    }

    /// <inheritdoc/>
    public Task<string?> Over(CurationDb db, string arguments, CancellationToken cancel) => Approval.EndOf(db, JsonSerializer.Deserialize<PublishArguments>(arguments)!.Submission, cancel);

    /// <inheritdoc/>
    public async Task Abandon(Write write, Job job)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(job);
        var arguments = JsonSerializer.Deserialize<PublishArguments>(job.Arguments)!;
        await RemoveBuilding(write.Db, write.Db.Editions.Where(row => row.Submission == arguments.Submission), write.Cancel);
    }

    /// <summary>Removes half-built editions and their lists; an older approval that failed on the way would otherwise keep them for ever.</summary>
    private static async Task RemoveBuilding(CurationDb db, IQueryable<Edition> among, CancellationToken cancel)
    {
        foreach (var edition in await among.Where(row => row.State == EditionState.Building).ToListAsync(cancel))
        {
            await db.EditionLists.Where(row => row.Edition == edition.Id).ExecuteDeleteAsync(cancel);
            db.Editions.Remove(edition);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Removes what was built of an edition that will not go live. Does nothing to a complete one.</summary>
    private Task Discard(JobRun run, PublishArguments arguments, string because) => store.Write(Actor.Console, [], async write =>
    {
        var edition = await write.Db.Editions.SingleOrDefaultAsync(row => row.Submission == arguments.Submission && row.State == EditionState.Building, write.Cancel);
        if (edition is null) return;
        await write.Db.EditionLists.Where(row => row.Edition == edition.Id).ExecuteDeleteAsync(write.Cancel);
        write.Db.Editions.Remove(edition);
        await write.Db.Log(run.By, "edition.discard", $"playlist:{edition.Playlist}", $"edition {edition.Number}, {because} before it was complete", write.Now, write.Cancel);
    }, CancellationToken.None);
}
