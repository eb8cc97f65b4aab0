using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Attributes;

/// <summary>An attribute as a line of a list.</summary>
/// <param name="Id">The attribute.</param>
/// <param name="Name">Its name.</param>
/// <param name="Subject">What it speaks of.</param>
/// <param name="Known">Artists or tracks with a value.</param>
/// <param name="All">Artists or tracks there are.</param>
/// <param name="Groups">Distinct values.</param>
public sealed record AttributeRow(AttributeId Id, string Name, AttributeSubject Subject, int Known, int All, int Groups);

/// <summary>A value and how many have it.</summary>
public sealed record AttributeGroup(string Value, int Count, IReadOnlyList<string> Sources);

/// <summary>One attribute with its values counted.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Groups">Its values, the most frequent first.</param>
/// <param name="All">Artists or tracks there are.</param>
public sealed record AttributeView(CreatorAttribute Attribute, IReadOnlyList<AttributeGroup> Groups, int All)
{
    /// <summary>Artists or tracks with a value.</summary>
    public int Known => Groups.Sum(group => group.Count);

    /// <summary>Those of whom no source states one.</summary>
    public int Unknown => All - Known;
}

/// <summary>Reads the attributes that admins defined.</summary>
public sealed class ListAttributes(Store store)
{
    /// <summary>All by name.</summary>
    public Task<IReadOnlyList<AttributeRow>> All(CancellationToken cancel = default) => store.Read<IReadOnlyList<AttributeRow>>(async db =>
    {
        var (artists, tracks) = (await db.Artists.CountAsync(cancel), await db.Tracks.CountAsync(cancel));
        var attributes = await db.Attributes.OrderBy(attribute => attribute.Key).ToListAsync(cancel);
        var counts = await db.AttributeValues.GroupBy(value => value.Attribute)
            .Select(group => new { group.Key, Known = group.Count(), Groups = group.Select(value => value.Value).Distinct().Count() }).ToDictionaryAsync(row => row.Key, cancel);
        return attributes.ConvertAll(attribute => new AttributeRow(
            attribute.Id, attribute.Name, attribute.Subject, counts.GetValueOrDefault(attribute.Id)?.Known ?? 0, attribute.Subject == AttributeSubject.Artist ? artists : tracks, counts.GetValueOrDefault(attribute.Id)?.Groups ?? 0));
    }, cancel);

    /// <summary>One with its values, or null.</summary>
    public Task<AttributeView?> Find(AttributeId id, CancellationToken cancel = default) => store.Read<AttributeView?>(async db =>
    {
        if (await db.Attributes.SingleOrDefaultAsync(attribute => attribute.Id == id, cancel) is not { } attribute) return null;
        var values = await db.AttributeValues.Where(value => value.Attribute == id).GroupBy(value => new { value.Value, value.Source })
            .Select(group => new { group.Key.Value, group.Key.Source, Count = group.Count() }).ToListAsync(cancel);
        var groups = values.GroupBy(value => value.Value, StringComparer.Ordinal)
            .Select(group => new AttributeGroup(group.Key, group.Sum(value => value.Count), [.. group.OrderByDescending(value => value.Count).Select(value => value.Source)]))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Value, StringComparer.Ordinal).ToList();
        return new(attribute, groups, attribute.Subject == AttributeSubject.Artist ? await db.Artists.CountAsync(cancel) : await db.Tracks.CountAsync(cancel));
    }, cancel);

    /// <summary>All with all their values, for dimensions of an assessment; by name.</summary>
    public Task<IReadOnlyList<AttributeTable>> Tables(CancellationToken cancel = default) => store.Read(db => Tables(db, cancel), cancel);

    /// <summary>Another for every change to the attributes or their values.</summary>
    internal static async Task<string> Stamp(CurationDb db, CancellationToken cancel) =>
        string.Join(' ', (await db.Attributes.OrderBy(row => row.Id).Select(row => new { row.Id, row.Version }).ToListAsync(cancel)).Select(row => FormattableString.Invariant($"{row.Id}:{row.Version}")));

    /// <summary>All with all their values, inside a read that is already under way.</summary>
    internal static async Task<IReadOnlyList<AttributeTable>> Tables(CurationDb db, CancellationToken cancel)
    {
        var attributes = await db.Attributes.OrderBy(attribute => attribute.Key).ToListAsync(cancel);
        var values = (await db.AttributeValues.Select(value => new { value.Attribute, value.Artist, value.Track, value.Value }).ToListAsync(cancel)).ToLookup(value => value.Attribute);
        return attributes.ConvertAll(attribute => new AttributeTable(
            attribute.Name, attribute.Subject == AttributeSubject.Artist, values[attribute.Id].Select(value => KeyValuePair.Create(value.Artist?.Value ?? value.Track!.Value.Value, value.Value))));
    }
}
