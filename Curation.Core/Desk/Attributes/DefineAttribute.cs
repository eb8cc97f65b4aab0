using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Attributes;

/// <summary>Defines an attribute, by which assessments then tell artists or tracks apart.</summary>
public sealed class DefineAttribute(Store store)
{
    /// <summary>Defines it without values and returns it.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken; nothing was changed.</exception>
    public Task<AttributeId> Run(Actor actor, string name, AttributeSubject subject, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        var attribute = new CreatorAttribute(await AttributeNames.Free(write, name), subject);
        write.Db.Attributes.Add(attribute);
        await write.Db.SaveChangesAsync(cancel);
        await write.Log("attribute.define", $"attribute:{attribute.Id}", $"\"{attribute.Name}\" of {(subject == AttributeSubject.Artist ? "artists" : "tracks")}");
        return attribute.Id;
    }, cancel);
}

/// <summary>Holds what an attribute's name must be.</summary>
internal static class AttributeNames
{
    /// <summary>The name, once it is known to be fit and free.</summary>
    public static async Task<string> Free(Write write, string name, AttributeId? except = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > CreatorAttribute.Longest) throw new RefusedException($"An attribute needs a name of 1 to {CreatorAttribute.Longest} characters; nothing was changed.");
        if (trimmed.Contains('×', StringComparison.Ordinal)) throw new RefusedException("The sign × joins the names of two attributes that are crossed; choose a name without it. Nothing was changed.");
        if (BuiltInDimensions.Names.Where(built => built != BuiltInDimensions.LabelType).FirstOrDefault(built => string.Equals(built, trimmed, StringComparison.OrdinalIgnoreCase)) is { } own)
            throw new RefusedException($"Assessments already tell tracks apart by \"{own}\"; choose another name. Nothing was changed.");
        var key = ArtistKey.Of(trimmed);
        var taken = await write.Db.Attributes.SingleOrDefaultAsync(attribute => attribute.Key == key, write.Cancel);
        if (taken is not null && taken.Id != except) throw new RefusedException($"There is already an attribute \"{taken.Name}\"; nothing was changed.");
        return trimmed;
    }

    public static async Task<CreatorAttribute> Known(Write write, AttributeId id, int version)
    {
        var attribute = await write.Db.Attributes.SingleOrDefaultAsync(row => row.Id == id, write.Cancel)
            ?? throw new RefusedException("There is no such attribute any more; nothing was changed.");
        return attribute.Version == version
            ? attribute
            : throw new RefusedException($"Somebody else has changed \"{attribute.Name}\" since you opened it. Nothing of yours was saved; reload to see their version.");
    }
}
