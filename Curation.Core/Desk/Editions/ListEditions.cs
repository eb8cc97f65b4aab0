using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Where publishing a playlist stands.</summary>
/// <param name="Editions">Complete editions, the newest first.</param>
/// <param name="Approval">The newest approval; null where there is none.</param>
/// <param name="Made">The complete edition that was made from that approval; null where there is none yet.</param>
/// <param name="HeadNumber">Number of the newest revision.</param>
/// <param name="Listeners">Listeners who would get a list.</param>
public sealed record PublishingState(IReadOnlyList<EditionRow> Editions, Approval? Approval, EditionRow? Made, int HeadNumber, int Listeners)
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
        var head = await db.Playlists.Where(row => row.Id == playlist).Select(row => (int?)row.HeadNumber).SingleOrDefaultAsync(cancel);
        if (head is null) return null;
        var editions = await EditionRow.Of(db, db.Editions.Where(row => row.Playlist == playlist && row.Hash != "").OrderByDescending(row => row.Number)).ToListAsync(cancel);
        var approval = await Approval.Newest(db, playlist, cancel);
        var made = editions.FirstOrDefault(row => row.Edition.Submission == approval?.Submission.Id);
        return new PublishingState(editions, approval, made, head.Value, await db.Listeners.CountAsync(cancel));
    }, cancel);
}
