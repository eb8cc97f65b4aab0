using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Reads stored editions and checks them against their hashes.</summary>
internal static class StoredEdition
{
    /// <summary>What the lists of an edition name as their origin.</summary>
    public static ListOrigin OriginOf(Edition edition) => new(edition.Revision, edition.RevisionHash, edition.PolicyVersion, edition.ModelHash);

    /// <summary>The hash of an edition from its stored lists' hashes, and their number.</summary>
    public static async Task<(string Hash, int Count)> Hash(CurationDb db, Edition edition, CancellationToken cancel)
    {
        var count = await db.EditionLists.CountAsync(row => row.Edition == edition.Id, cancel);
        using var hash = new EditionHash(OriginOf(edition), count);
        var lists = db.EditionLists.Where(row => row.Edition == edition.Id).OrderBy(row => row.Listener).Select(row => new { row.Listener, row.Hash });
        await foreach (var list in lists.AsAsyncEnumerable().WithCancellation(cancel)) hash.Add(list.Listener, list.Hash);
        return (hash.Finish(), count);
    }

    /// <summary>The slots of a stored list.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not what was published.</exception>
    public static Slot[] Slots(Edition edition, EditionList list)
    {
        var slots = SlotCodec.Unpack(list.Slots);
        if (!OriginOf(edition).HashOf(list.Listener, slots).AsSpan().SequenceEqual(list.Hash))
            throw new InvalidDataException($"List {list.Listener} of edition {edition.Number} does not match its hash. It is not served; restore a backup or publish again.");
        return slots;
    }
}
