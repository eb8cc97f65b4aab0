using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Audit;

/// <summary>A decision with the name of who made it and of what it is about: the title of a playlist as it is today, null for anything else.</summary>
public sealed record DecisionRow(AuditEntry Entry, string ByName, string? About);

/// <summary>Reads what people decided about other people's work, and why: the log narrowed to decisions, which carry their reasons.</summary>
public sealed class ReadDecisions(Store store)
{
    /// <summary>The actions that are decisions, and what somebody did by them, as words between a name and what it is about.</summary>
    private static readonly SortedDictionary<string, string> Did = new(StringComparer.Ordinal)
    {
        ["advice.close"] = "closed advice on",
        ["advice.respond"] = "answered advice on",
        ["content.answer-appeal"] = "answered an appeal about",
        ["content.decide"] = "decided a case about",
        ["edition.roll-back"] = "rolled back",
        ["edition.withdraw"] = "withdrew",
        ["impact.send-back"] = "sent back the impact assessment of",
        ["impact.sign"] = "signed the impact assessment of",
        ["model.override"] = "took a refused model into use,",
        ["model.refuse"] = "refused",
        ["playlist.approve"] = "approved",
        ["playlist.approve-first"] = "approved as the first of two",
        ["playlist.leave-suggestion"] = "left a suggestion for",
        ["playlist.send-back"] = "sent back",
        ["playlist.take-suggestion"] = "took a suggestion for",
        ["policy.save"] = "changed the policy,",
        ["tracks.replace"] = "replaced everywhere",
        ["tracks.take-down"] = "took down",
        ["waiver.grant"] = "let a finding through in",
        ["waiver.revoke"] = "took back a waiver of",
    };

    /// <summary>Whether an action is a decision.</summary>
    public static bool IsDecision(string action) => Did.ContainsKey(action);

    /// <summary>What somebody did by an action, as words between a name and what it is about; the action itself where it is no decision.</summary>
    public static string Words(string action) => Did.GetValueOrDefault(action, action);

    /// <summary>The newest first, by one person or all, with words in them or any, before an id for paging.</summary>
    public Task<List<DecisionRow>> Newest(int count, string? person = null, string? text = null, long? before = null, CancellationToken cancel = default) => store.Read(
        async db =>
        {
            var actions = (await TrailIndex.Actions(db, cancel)).FindAll(IsDecision);
            if (actions.Count == 0) return [];
            var rows = await ReadAuditLog.Named(db, await TrailIndex.Find(db, new TrailAsk(person, actions, Text: text), count, before: before ?? long.MaxValue, cancel: cancel), cancel);
            var titles = await Titles(db, rows, cancel);
            return rows.ConvertAll(row => new DecisionRow(row.Entry, row.ByName, PlaylistOf(row.Entry) is { } playlist && titles.TryGetValue(playlist, out var title) ? title : null));
        },
        cancel);

    /// <summary>Everybody whom the log names, by name: a choice that offers too many is better than one that reads all decisions.</summary>
    public Task<List<(string Id, string Name)>> People(CancellationToken cancel = default) => store.Read(
        async db =>
        {
            var ids = await TrailIndex.People(db, cancel);
            return (await ReadAuditLog.NamesOf(db, ids, cancel)).Select(person => (person.Key, person.Value)).OrderBy(person => person.Value, StringComparer.Ordinal).ToList();
        },
        cancel);

    private static async Task<Dictionary<PlaylistId, string>> Titles(CurationDb db, List<AuditRow> rows, CancellationToken cancel)
    {
        var playlists = rows.Select(row => PlaylistOf(row.Entry)).OfType<PlaylistId>().Distinct().ToList();
        return await db.Playlists.Where(playlist => playlists.Contains(playlist.Id)).ToDictionaryAsync(playlist => playlist.Id, playlist => playlist.Title, cancel);
    }

    private static PlaylistId? PlaylistOf(AuditEntry entry) => entry.Subject.Split(':', 2) is ["playlist", var id] && int.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new PlaylistId(number) : null;
}
