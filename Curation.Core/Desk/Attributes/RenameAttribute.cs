using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Attributes;

/// <summary>Gives an attribute another name.</summary>
public sealed class RenameAttribute(Store store)
{
    /// <summary>Renames the attribute as it stood at <paramref name="version"/>.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken, or somebody else changed the attribute; nothing was changed.</exception>
    public Task Run(Actor actor, AttributeId id, int version, string name, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        var attribute = await AttributeNames.Known(write, id, version);
        var before = attribute.Name;
        attribute.Rename(await AttributeNames.Free(write, name, except: id));
        await write.Log("attribute.rename", $"attribute:{id}", $"from \"{before}\" to \"{attribute.Name}\"");
    }, cancel);
}
