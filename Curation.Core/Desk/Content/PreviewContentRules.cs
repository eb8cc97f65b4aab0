using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Content;

/// <summary>What other rules would find in an edition that listeners get now.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Title">Its title as published.</param>
/// <param name="Edition">Number of the edition.</param>
/// <param name="Lists">Lists of the edition.</param>
/// <param name="New">Findings that the rules in force do not have.</param>
/// <param name="Gone">Findings of the rules in force that would be gone.</param>
/// <param name="Blocking">Findings that would be in the way of publishing it again.</param>
public sealed record RuleEffect(PlaylistId Playlist, string Title, int Edition, int Lists, IReadOnlyList<ContentFinding> New, IReadOnlyList<ContentFinding> Gone, int Blocking);

/// <summary>Shows what a change of the content policy would find in the editions that listeners get now, before it is saved.</summary>
public sealed class PreviewContentRules(Store store, EditionTracks tracks)
{
    /// <summary>The effect on every live edition, those with new findings first.</summary>
    /// <exception cref="RefusedException">A rule says too little, or is over already.</exception>
    public Task<IReadOnlyList<RuleEffect>> Run(IReadOnlyList<ContentRule> rules, Lexicon lexicon, CancellationToken cancel = default)
    {
        var wanted = new ContentRules(0, ContentRules.Checked(rules), lexicon);
        return store.Read<IReadOnlyList<RuleEffect>>(async db =>
        {
            var now = store.Now;
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            var present = await ContentRecord.Rules(db, now, cancel);
            present.MustNotBeOver(wanted.Rules, day);
            var decisions = await ContentRecord.Decisions(db, now, cancel);
            var (live, facts) = await LiveDraft.All(db, tracks, cancel);
            return await Task.Run(() => live.Select(row => Effect(row)).OrderByDescending(effect => effect.New.Count).ThenByDescending(effect => effect.Gone.Count).ToList(), cancel);

            RuleEffect Effect(LiveDraft row)
            {
                var before = ContentFindings.Of(row.Playlist, row.Revision.Draft, facts.GetValueOrDefault, present, decisions, day, row.Beyond);
                var after = ContentFindings.Of(row.Playlist, row.Revision.Draft, facts.GetValueOrDefault, wanted, decisions, day, row.Beyond);
                var (old, kept) = (Keys(before), Keys(after));
                return new RuleEffect(
                    row.Playlist, row.Title, row.Edition, row.Lists,
                    [.. after.Select(one => one.Finding).Where(finding => !old.Contains((finding.Key, finding.Level)))],
                    [.. before.Select(one => one.Finding).Where(finding => !kept.Contains((finding.Key, finding.Level)))],
                    after.Count(finding => finding.Blocks));
            }
        }, cancel);
    }

    private static HashSet<(string Key, ContentLevel Level)> Keys(IEnumerable<JudgedFinding> findings) => [.. findings.Select(one => (one.Finding.Key, one.Finding.Level))];
}
