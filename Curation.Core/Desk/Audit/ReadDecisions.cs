using Curation.Core.Desk.Acting;
using Curation.Core.Storage.Sqlite;

namespace Curation.Core.Desk.Audit;

/// <summary>Reads what people decided about other people's work, and why: the log narrowed to decisions, which carry their reasons.</summary>
public sealed class ReadDecisions(Store store)
{
    private static readonly string[] Decisions =
    [
        "content.answer-appeal", "content.decide", "edition.roll-back", "edition.withdraw", "model.override", "model.refuse", "playlist.approve", "playlist.approve-first", "playlist.leave-suggestion", "playlist.send-back", "playlist.take-suggestion", "tracks.replace", "tracks.take-down",
    ];

    /// <summary>What these are about is decided by people, so every action on them is a decision.</summary>
    private static readonly string[] Nouns = ["advice", "appeal", "finding", "impact", "policy", "report", "review", "waiver"];

    /// <summary>Whether an action is a decision.</summary>
    public static bool IsDecision(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Decisions.Contains(action, StringComparer.Ordinal) || Nouns.Contains(action.Split('.')[0], StringComparer.Ordinal);
    }

    /// <summary>The newest first, by one person or all, with words in them or any, before an id for paging.</summary>
    public Task<List<AuditRow>> Newest(int count, string? person = null, string? text = null, long? before = null, CancellationToken cancel = default) => store.Read(
        async db =>
        {
            var actions = (await TrailIndex.Actions(db, cancel)).FindAll(IsDecision);
            if (actions.Count == 0) return [];
            return await ReadAuditLog.Named(db, await TrailIndex.Find(db, new TrailAsk(person, actions, Text: text), count, before: before ?? long.MaxValue, cancel: cancel), cancel);
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
}
