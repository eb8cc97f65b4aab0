using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Ordering;

/// <summary>Saves a clock for playlists to take.</summary>
public sealed class SaveClock(Store store)
{
    /// <summary>Saves a new clock (<paramref name="id"/> 0), or one as it stood at <paramref name="version"/>, and returns its number.</summary>
    /// <exception cref="RefusedException">The clock is not fit, its name is taken, or somebody else changed it; nothing was saved.</exception>
    public Task<int> Run(Actor actor, int id, int version, Clock clock, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor, Roles.Admin], async write =>
        {
            ArgumentNullException.ThrowIfNull(clock);
            var name = clock.Name.Trim();
            var taken = await write.Db.ClockTemplates.AnyAsync(row => row.Name == name && row.Id != id, cancel);
            if (taken) throw new RefusedException($"There is already a clock \"{name}\"; nothing was saved. Give this one another name.");
            var template = id == 0 ? null : await Known(write, id, version);
            if (template is null) write.Db.ClockTemplates.Add(template = new ClockTemplate(clock));
            else template.Write(clock);
            await write.Db.SaveChangesAsync(cancel);
            await write.Log("clock.save", $"clock:{template.Id}", $"\"{name}\", {clock.Slots.Length} positions");
            return template.Id;
        }, cancel);

    internal static async Task<ClockTemplate> Known(Write write, int id, int version)
    {
        var template = await write.Db.ClockTemplates.SingleOrDefaultAsync(row => row.Id == id, write.Cancel)
            ?? throw new RefusedException("There is no such clock any more; nothing was changed. Playlists that took it keep their copy.");
        return template.Version == version ? template
            : throw new RefusedException($"Somebody else has changed \"{template.Name}\" since you opened it. Nothing of yours was saved; reload to see their version.");
    }
}
