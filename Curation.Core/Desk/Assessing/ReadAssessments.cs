using Curation.Core.Auditing.Assessing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Reads what was measured.</summary>
public sealed class ReadAssessments(Store store)
{
    /// <summary>The newest full assessment of a revision, or null where it was never measured.</summary>
    public Task<Assessment?> Of(RevisionId revision, CancellationToken cancel = default) =>
        store.Read(db => db.Assessments.Where(row => row.Revision == revision && row.Listeners == row.Population).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>The newest full assessment of any revision of a playlist, or null.</summary>
    public Task<Assessment?> Newest(PlaylistId playlist, CancellationToken cancel = default) =>
        store.Read(db => db.Assessments.Where(row => row.Playlist == playlist && row.Listeners == row.Population).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>The newest assessment of exactly what an edition was made from: the same revision, policy and model; null where that was never measured.</summary>
    public Task<Assessment?> OfEdition(int edition, CancellationToken cancel = default) => store.Read(db =>
        (from made in db.Editions
         where made.Id == edition && made.Hash != ""
         from row in db.Assessments
         where row.Revision == made.Revision && row.RevisionHash == made.RevisionHash && row.PolicyVersion == made.PolicyVersion && row.ModelHash == made.ModelHash && row.Listeners == row.Population
         orderby row.Id descending
         select row).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>One assessment, or null.</summary>
    public Task<Assessment?> Find(int id, CancellationToken cancel = default) =>
        store.Read(db => db.Assessments.SingleOrDefaultAsync(row => row.Id == id, cancel), cancel);

    /// <summary>What has changed since an assessment of what its figures rest on beside revision, model and policy; null where nobody noted what they rested on. That the assessed revision itself went live is no such change.</summary>
    public Task<IReadOnlyList<GroundPart>?> ChangedSince(Assessment assessment, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Ground.Length == 0) return Task.FromResult<IReadOnlyList<GroundPart>?>(null);
        return store.Read<IReadOnlyList<GroundPart>?>(async db =>
        {
            var revision = await db.Revisions.SingleAsync(row => row.Id == assessment.Revision, cancel);
            var changed = (await Grounds.Of(db, revision, store.Now, cancel)).ChangedSince(AssessmentGround.Read(assessment.Ground));
            var isLive = await (from playlist in db.Playlists where playlist.Id == assessment.Playlist join edition in db.Editions on playlist.LiveEdition equals edition.Id select edition.Revision).AnyAsync(live => live == assessment.Revision, cancel);
            return [.. changed.Where(part => !(part == GroundPart.Edition && isLive))];
        }, cancel);
    }

    /// <summary>What single tracks got of the lists of an assessment.</summary>
    public Task<List<AssessedTrack>> TracksOf(int assessment, CancellationToken cancel = default) => store.Read(
        db => db.AssessmentTracks.Where(row => row.Assessment == assessment).Select(row => new AssessedTrack(row.Track, row.Lists, row.Log, row.Geometric, row.Attention)).ToListAsync(cancel),
        cancel);
}
