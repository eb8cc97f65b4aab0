using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>Gives a revision a name and a note, submitted or not.</summary>
public sealed class LabelRevision(Store store)
{
    /// <summary>Names a revision; an empty name takes the name away.</summary>
    public Task Run(Actor actor, PlaylistId playlist, RevisionId revision, string name, string note, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var number = await write.Db.Revisions.Where(row => row.Playlist == playlist && row.Id == revision).Select(row => (int?)row.Number).SingleOrDefaultAsync(cancel)
            ?? throw new RefusedException("There is no such revision; nothing was changed.");
        var label = await write.Db.RevisionLabels.SingleOrDefaultAsync(row => row.Revision == revision, cancel);
        if (string.IsNullOrWhiteSpace(name))
        {
            if (label is not null) write.Db.RevisionLabels.Remove(label);
        }
        else if (label is null) write.Db.RevisionLabels.Add(new RevisionLabel(revision, name, note, actor.Person, write.Now));
        else label.Write(name, note, actor.Person, write.Now);
        await write.Log("playlist.label", $"playlist:{playlist}", $"revision {number}: {name.Trim()}");
    }, cancel);

    /// <summary>The names of a playlist's revisions.</summary>
    public Task<Dictionary<RevisionId, RevisionLabel>> Of(PlaylistId playlist, CancellationToken cancel = default) => store.Read(db =>
        (from label in db.RevisionLabels
         join revision in db.Revisions on label.Revision equals revision.Id
         where revision.Playlist == playlist
         select label).ToDictionaryAsync(label => label.Revision, cancel), cancel);
}
