using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>Saves the content policy as a new version, puts what it finds in live editions before reviewers, and has what waits for review measured again.</summary>
public sealed class SaveContentRules(Store store, EditionTracks tracks, JobBell bell)
{
    /// <summary>Saves on top of the version that the person saw. Returns the new number, how many cases were opened and how many submissions are measured again.</summary>
    /// <exception cref="RefusedException">Somebody saved in between, nothing is different, a rule says too little or is over already; nothing was saved.</exception>
    public async Task<(int Number, int Cases, int Measured)> Run(Actor actor, int seen, IReadOnlyList<ContentRule> rules, Lexicon lexicon, string why, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(lexicon);

        // Reading lists takes long, so it happens before the write, which keeps everybody else waiting.
        await store.Read(db => LiveDraft.All(db, tracks, cancel), cancel);
        var saved = await Save(actor, seen, rules, lexicon, why, cancel);
        bell.Ring();
        return saved;
    }

    private Task<(int Number, int Cases, int Measured)> Save(Actor actor, int seen, IReadOnlyList<ContentRule> rules, Lexicon lexicon, string why, CancellationToken cancel) => store.Write(actor, [Roles.Admin], async write =>
    {
        var newest = await write.Db.ContentRulesVersions.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        if ((newest?.Number ?? 0) != seen) throw new RefusedException($"Version {newest?.Number} was saved since you opened this page. Nothing was saved; look at what changed, then make your changes on it.");
        var version = new ContentRulesVersion(seen + 1, rules, lexicon, why, actor.Person, write.Now);
        var before = newest?.Read() ?? ContentRules.Starter;
        before.MustNotBeOver(rules, DateOnly.FromDateTime(write.Now.UtcDateTime));
        if (version.Rules == ContentRules.Write(before.Rules) && version.Lexicon == before.Lexicon.Write()) throw new RefusedException("Nothing is different from the version in force, so nothing was saved.");
        var genres = rules.Select(rule => rule.Scope.Genre).OfType<Catalog.GenreId>().Distinct().ToList();
        if (await write.Db.Genres.CountAsync(genre => genres.Contains(genre.Id), cancel) < genres.Count) throw new RefusedException("A rule is for a genre that there is not any more; nothing was saved.");
        write.Db.ContentRulesVersions.Add(version);
        await write.Db.SaveChangesAsync(cancel);
        await RuleBook.Raise(write.Db, PolicyVersion.OfContent, null, version.Why, actor.Person, write.Now, cancel);
        await write.Log("content.rules", string.Create(CultureInfo.InvariantCulture, $"content-rules:{version.Number}"), string.Create(CultureInfo.InvariantCulture, $"{rules.Count} rules, {lexicon.Terms.Length} terms; {version.Why}"));
        return (version.Number, await FindInLive(write, version.Read()), await AssessPlaylist.Waiting(write));
    }, cancel);

    private async Task<int> FindInLive(Write write, ContentRules rules)
    {
        var decisions = await ContentRecord.Decisions(write.Db, write.Now, write.Cancel);
        var (live, facts) = await LiveDraft.All(write.Db, tracks, write.Cancel);
        var opened = 0;
        foreach (var row in live)
        {
            var findings = ContentFindings.Of(row.Playlist, row.Revision.Draft, facts.GetValueOrDefault, rules, decisions, DateOnly.FromDateTime(write.Now.UtcDateTime), row.Beyond);
            opened += await OpenCases.In(write, row.Playlist, findings, rules.Version);
        }

        return opened;
    }
}
