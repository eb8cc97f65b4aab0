using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.People;

/// <summary>Puts on record which programs may come in. Their keys stand in the settings, so this looks at every start whether they are others than before.</summary>
public sealed class NoteApiKeys(Store store)
{
    private const string Action = "api.keys";

    /// <summary>Notes the keys in words, such as "player (lists.read), 1a2b3c4d", where they differ from what was noted last.</summary>
    public async Task Run(IEnumerable<string> keys, CancellationToken cancel = default)
    {
        var now = string.Join("; ", keys.Order(StringComparer.Ordinal));
        var last = await store.Read(db => db.AuditLog.Where(entry => entry.Action == Action).OrderByDescending(entry => entry.Id).Select(entry => entry.Detail).FirstOrDefaultAsync(cancel), cancel);
        if (now == (last is null or "none" ? "" : last)) return;
        await store.Write(Actor.Console, [], write => write.Log(Action, "settings", now.Length == 0 ? "none" : now), cancel);
    }
}
