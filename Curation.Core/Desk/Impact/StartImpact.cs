using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>Starts a version of an impact assessment, from the answers of the last one where there is one.</summary>
public sealed class StartImpact(Store store)
{
    /// <summary>Starts it for a playlist, or with null for the workbench as a whole, and returns its id.</summary>
    public Task<int> Run(Actor actor, PlaylistId? playlist, CancellationToken cancel = default) => store.Write(actor, Roles.All, async write =>
    {
        if (playlist is { } id && !await write.Db.Playlists.AnyAsync(row => row.Id == id, cancel)) throw new RefusedException("There is no such playlist; nothing was started.");
        var last = await write.Db.ImpactVersions.Where(row => row.Playlist == playlist).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        if (last is { State: ImpactState.Answering or ImpactState.Signing })
            throw new RefusedException($"Version {last.Number} is not closed yet. Nothing was started; go on with that one.");
        var version = new ImpactVersion(playlist, (last?.Number ?? 0) + 1, Questionnaire.Newest.Version, actor.Person, write.Now);
        write.Db.ImpactVersions.Add(version);
        await write.Db.SaveChangesAsync(cancel);
        var carried = last is null ? 0 : await Carry(write, last.Id, version);
        await write.Log("impact.start", Subject(playlist), last is null ? $"version {version.Number}" : $"version {version.Number}, with {carried} answers of version {last.Number}");
        return version.Id;
    }, cancel);

    internal static string Subject(PlaylistId? playlist) => playlist is { } id ? $"playlist:{id}" : "system";

    /// <summary>Answers stay in the name of who gave them, so that those people still do not sign.</summary>
    private static async Task<int> Carry(Write write, int from, ImpactVersion to)
    {
        var answers = await write.Db.ImpactAnswers.AsNoTracking().Where(answer => answer.Version == from).ToListAsync(write.Cancel);
        var kept = answers.FindAll(answer => Questionnaire.Newest.Find(to.Scope, answer.Question) is { } question && answer.Choices.All(key => question.Choices.Any(choice => choice.Key == key)));
        write.Db.ImpactAnswers.AddRange(kept.Select(answer => answer.In(to.Id)));
        write.Db.ImpactAuthors.AddRange(kept.Select(answer => answer.By).Distinct().Select(person => new ImpactAuthor(to.Id, person)));
        return kept.Count;
    }
}
