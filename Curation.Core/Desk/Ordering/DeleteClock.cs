using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Ordering;

/// <summary>Deletes a clock. Playlists that took it keep their copy.</summary>
public sealed class DeleteClock(Store store)
{
    /// <summary>Deletes it as it stood at <paramref name="version"/>.</summary>
    /// <exception cref="RefusedException">Somebody else changed it; nothing was changed.</exception>
    public Task Run(Actor actor, int id, int version, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor, Roles.Admin], async write =>
        {
            var template = await SaveClock.Known(write, id, version);
            write.Db.ClockTemplates.Remove(template);
            await write.Log("clock.delete", $"clock:{id}", $"\"{template.Name}\"");
        }, cancel);
}
