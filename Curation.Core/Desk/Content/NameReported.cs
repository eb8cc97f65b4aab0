using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>Says which playlist or track a report is about, where its words alone did not tell.</summary>
public sealed class NameReported(Store store)
{
    /// <summary>Names the playlist, the track or both.</summary>
    /// <exception cref="RefusedException">There is no such thing, or the case is decided; nothing was changed.</exception>
    public Task Run(Actor actor, int id, PlaylistId? playlist, TrackId? track, CancellationToken cancel = default) => store.Write(actor, [Roles.Reviewer], async write =>
    {
        var row = await write.Db.ContentCases.SingleOrDefaultAsync(found => found.Id == id, cancel) ?? throw new RefusedException("There is no such case; nothing was changed.");
        if (playlist is null && track is null) throw new RefusedException("Name a playlist or a track; nothing was changed.");
        if (playlist is { } named && !await write.Db.Playlists.AnyAsync(found => found.Id == named, cancel)) throw new RefusedException("There is no such playlist; nothing was changed.");
        if (track is { } heard && !await write.Db.Tracks.AnyAsync(found => found.Id == heard, cancel)) throw new RefusedException("There is no such track; nothing was changed.");
        row.Name(playlist, track);
        await write.Log("content.name", string.Create(CultureInfo.InvariantCulture, $"case:{id}"), $"{(playlist is { } of ? $"playlist {of} " : "")}{(track is { } found ? $"track {found}" : "")}".Trim());
    }, cancel);
}
