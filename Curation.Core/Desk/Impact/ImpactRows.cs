using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>Reads and writes rows of impact assessments inside a write.</summary>
internal static class ImpactRows
{
    public static async Task<ImpactVersion> FindImpact(this Write write, int id) =>
        await write.Db.ImpactVersions.SingleOrDefaultAsync(row => row.Id == id, write.Cancel) ?? throw new RefusedException("There is no such impact assessment; nothing was changed.");

    /// <summary>Puts on record that a person's hand is in a version.</summary>
    public static async Task Wrote(this Write write, int version, PersonId person)
    {
        if (!await write.Db.ImpactAuthors.AnyAsync(row => row.Version == version && row.Person == person, write.Cancel)) write.Db.ImpactAuthors.Add(new ImpactAuthor(version, person));
    }

    /// <summary>The newest full assessment of a playlist; for the workbench as a whole the newest of any.</summary>
    public static Task<Assessment?> NewestAssessment(this CurationDb db, PlaylistId? playlist, CancellationToken cancel, DateTimeOffset? until = null)
    {
        var latest = until ?? DateTimeOffset.MaxValue;
        return db.Assessments.Where(row => (playlist == null || row.Playlist == playlist) && row.Listeners == row.Population && row.At <= latest).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
    }

    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Chosen(this IEnumerable<ImpactAnswer> answers) =>
        answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyCollection<string>)answer.Choices);
}
