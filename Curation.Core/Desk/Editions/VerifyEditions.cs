using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Checks every complete edition: each list against its hash, and the edition against its lists.</summary>
public sealed class VerifyEditions(Store store)
{
    /// <summary>Editions and lists that were checked, and what is wrong in words.</summary>
    public Task<(int Editions, int Lists, IReadOnlyList<string> Faults)> Run(CancellationToken cancel = default) => store.Read(async db =>
    {
        var faults = new List<string>();
        var checkedLists = 0;
        var editions = await db.Editions.Where(row => row.Hash != "").OrderBy(row => row.Id).ToListAsync(cancel);
        foreach (var edition in editions)
        {
            var (hash, count) = await StoredEdition.Hash(db, edition, cancel);
            if (hash != edition.Hash || count != edition.ListCount) faults.Add($"Edition {edition.Number} of playlist {edition.Playlist} does not match its hash.");
            await foreach (var list in db.EditionLists.Where(row => row.Edition == edition.Id).AsAsyncEnumerable().WithCancellation(cancel))
            {
                checkedLists++;
                try
                {
                    StoredEdition.Slots(edition, list);
                }
                catch (InvalidDataException fault)
                {
                    faults.Add($"Playlist {edition.Playlist}, edition {edition.Number}, list {list.Listener}: {fault.Message}");
                }
            }
        }

        return (editions.Count, checkedLists, (IReadOnlyList<string>)faults);
    }, cancel);
}
