using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Attributes;

/// <summary>Deletes an attribute with its values; assessments that were made keep their figures.</summary>
public sealed class DeleteAttribute(Store store)
{
    /// <summary>Deletes the attribute as it stood at <paramref name="version"/>.</summary>
    /// <exception cref="RefusedException">Somebody else changed the attribute; nothing was changed.</exception>
    public Task Run(Actor actor, AttributeId id, int version, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        var attribute = await AttributeNames.Known(write, id, version);
        var values = await write.Db.AttributeValues.CountAsync(value => value.Attribute == id, cancel);
        write.Db.Attributes.Remove(attribute);
        await write.Log("attribute.delete", $"attribute:{id}", $"\"{attribute.Name}\" with {values} values");
    }, cancel);
}
