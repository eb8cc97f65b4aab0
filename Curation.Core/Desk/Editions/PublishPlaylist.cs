using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>What came of asking to publish.</summary>
public abstract record Publication
{
    private Publication()
    {
    }

    /// <summary>A job makes the edition, or was already making it.</summary>
    public sealed record Queued(int Job) : Publication;

    /// <summary>The edition of this approval is already there; nothing was done.</summary>
    public sealed record AlreadyMade(EditionRow Edition) : Publication;
}

/// <summary>Publishes the approved revision of a playlist: a job makes one list per listener and the shared list, then switches the edition live whole. However often it is asked, one approval makes one edition.</summary>
public sealed class PublishPlaylist(Store store, JobBell bell)
{
    /// <summary>Kind of the job.</summary>
    public const string Kind = "publish";

    /// <summary>Name under which a playlist is published only once at a time.</summary>
    public static string KeyOf(PlaylistId playlist) => string.Create(CultureInfo.InvariantCulture, $"publish:{playlist}");

    /// <summary>Queues the work.</summary>
    /// <exception cref="RefusedException">Nothing is approved, or the approval no longer holds.</exception>
    public async Task<Publication> Run(Actor actor, PlaylistId playlist, CancellationToken cancel = default)
    {
        var publication = await store.Write(actor, [Roles.Editor], write => In(write, playlist), cancel);
        if (publication is Publication.Queued) bell.Ring();
        return publication;
    }

    private static async Task<Publication> In(Write write, PlaylistId playlist)
    {
        var title = await write.Db.Playlists.Where(row => row.Id == playlist).Select(row => row.Title).SingleOrDefaultAsync(write.Cancel)
            ?? throw new RefusedException("There is no such playlist; nothing was published.");
        var approval = await Approval.Newest(write.Db, playlist, write.Now, write.Cancel)
            ?? throw new RefusedException("Nothing of this playlist was approved yet, so nothing was published. Submit it for review first.");
        var made = await EditionRow.Of(write.Db, write.Db.Editions.AsNoTracking().Where(row => row.Submission == approval.Submission.Id && row.Hash != "")).SingleOrDefaultAsync(write.Cancel);
        if (made is not null) return new Publication.AlreadyMade(made);
        if (approval.Obstacle is not null) throw new RefusedException(approval.Obstacle);
        return new Publication.Queued(await QueueJob.In(write, Kind, $"Publish \"{title}\"", new PublishArguments(playlist.Value, approval.Submission.Id), KeyOf(playlist)));
    }
}

/// <summary>Arguments of a publishing job.</summary>
internal sealed record PublishArguments(int Playlist, int Submission);

/// <summary>How far a publishing job is: which edition it builds, and the last listener whose list is stored.</summary>
internal sealed record PublishBookmark(int Edition, int After, int Lists, bool Live);
