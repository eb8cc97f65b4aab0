using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Where publishing a playlist stands.</summary>
/// <param name="Editions">Complete editions, the newest first.</param>
/// <param name="Approval">The newest approval; null where there is none.</param>
/// <param name="Made">The complete edition that was made from that approval; null where there is none yet.</param>
/// <param name="HeadNumber">Number of the newest revision.</param>
/// <param name="Listeners">Listeners who would get a list.</param>
/// <param name="Title">The newest title.</param>
/// <param name="Slug">The playlist's name in addresses.</param>
/// <param name="Job">The job that is making an edition just now, or waits to; null where there is none.</param>
/// <param name="Ahead">Where the newest revision stands, where it says what neither an edition nor the approval that can be published says; null where there is nothing newer.</param>
public sealed record PublishingState(IReadOnlyList<EditionRow> Editions, Approval? Approval, EditionRow? Made, int HeadNumber, int Listeners, string Title, string Slug, int? Job, PlaylistStage? Ahead)
{
    /// <summary>The live edition, or null.</summary>
    public EditionRow? Live => Editions.FirstOrDefault(row => row.Edition.State == EditionState.Live);

    /// <summary>Whether publishing would make an edition now.</summary>
    public bool CanPublish => Approval is { Obstacle: null } && Made is null;
}

/// <summary>Lists the editions of a playlist, and says whether another can be published.</summary>
public sealed class ListEditions(Store store)
{
    /// <summary>Where publishing stands, or null where there is no such playlist.</summary>
    public Task<PublishingState?> Of(PlaylistId playlist, CancellationToken cancel = default) => store.Read(async db =>
    {
        var head = await db.Playlists.Where(row => row.Id == playlist).Select(row => new { row.Head, row.HeadNumber, row.Title, row.Slug }).SingleOrDefaultAsync(cancel);
        if (head is null) return null;
        var editions = await EditionRow.Of(db, db.Editions.Where(row => row.Playlist == playlist && row.Hash != "").OrderByDescending(row => row.Number)).ToListAsync(cancel);
        var approval = await Approval.Newest(db, playlist, store.Now, cancel);
        var made = editions.FirstOrDefault(row => row.Edition.Submission == approval?.Submission.Id);
        var key = PublishPlaylist.KeyOf(playlist);
        var job = await db.Jobs.Where(row => row.Key == key && (row.State == JobState.Queued || row.State == JobState.Running)).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel);
        var state = new PublishingState(editions, approval, made, head.HeadNumber, await db.Listeners.CountAsync(cancel), head.Title, head.Slug, job, null);
        return head.Head is { } newest ? state with { Ahead = await Ahead(db, playlist, newest, state, cancel) } : state;
    }, cancel);

    private static async Task<PlaylistStage?> Ahead(CurationDb db, PlaylistId playlist, RevisionId head, PublishingState state, CancellationToken cancel)
    {
        if (state.Live is null && !state.CanPublish) return null;
        if (state.CanPublish && state.Approval!.Revision.Id == head) return null;

        // After a roll-back the newest edition says what the draft says, and somebody chose that another is live.
        var said = state.Editions.Take(1).Append(state.Live).OfType<EditionRow>().Select(row => row.Edition.RevisionHash).ToList();
        if (await db.Revisions.AnyAsync(row => row.Id == head && said.Contains(row.Hash), cancel)) return null;
        var newest = await db.Submissions.AsNoTracking().Where(row => row.Playlist == playlist).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        return Stages.Of(head, newest?.Revision, newest?.State, state.Live?.Edition.Revision);
    }
}
