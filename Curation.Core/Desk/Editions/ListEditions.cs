using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
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
public sealed record PublishingState(IReadOnlyList<EditionRow> Editions, Approval? Approval, EditionRow? Made, int HeadNumber, int Listeners, string Title, string Slug, int? Job)
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
        var head = await db.Playlists.Where(row => row.Id == playlist).Select(row => new { row.HeadNumber, row.Title, row.Slug }).SingleOrDefaultAsync(cancel);
        if (head is null) return null;
        var editions = await EditionRow.Of(db, db.Editions.Where(row => row.Playlist == playlist && row.Hash != "").OrderByDescending(row => row.Number)).ToListAsync(cancel);
        var approval = await Approval.Newest(db, playlist, store.Now, cancel);
        var made = editions.FirstOrDefault(row => row.Edition.Submission == approval?.Submission.Id);
        var key = PublishPlaylist.KeyOf(playlist);
        var job = await db.Jobs.Where(row => row.Key == key && (row.State == JobState.Queued || row.State == JobState.Running)).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel);
        return new PublishingState(editions, approval, made, head.HeadNumber, await db.Listeners.CountAsync(cancel), head.Title, head.Slug, job);
    }, cancel);
}
