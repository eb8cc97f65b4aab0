using System.Collections.Immutable;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Research;
using Curation.Core.Desk.Editions;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Research;

/// <summary>Counts the lists of an edition by groups of artists and tracks and by groups of listeners, with what may be seen of it.</summary>
internal static class CountEdition
{
    private const string NotShown = "not in any list";

    private static readonly (string Name, Func<ListenerGroups, string> Of)[] Groupings = [(ListenerDimensions.Age, listener => listener.AgeBand), (ListenerDimensions.Region, listener => listener.Region)];

    public static async Task<(Aggregates Aggregates, int Lists)> Run(CurationDb db, Edition edition, TrackGroups tracks, int minimum, CancellationToken cancel)
    {
        var listeners = await db.Listeners.Select(row => new { row.Id, row.AgeBand, row.Region }).ToDictionaryAsync(row => row.Id.Value, row => new ListenerGroups(Named(row.AgeBand), Named(row.Region)), cancel);
        var lists = new List<(ListenerGroups Listener, Dictionary<string, int>[] Counts)>();
        await foreach (var list in db.EditionLists.Where(row => row.Edition == edition.Id && row.Listener != 0).AsAsyncEnumerable().WithCancellation(cancel))
        {
            int[] rows = [.. StoredEdition.Slots(edition, list).Select(slot => tracks.RowOf(slot.Track))];
            lists.Add((listeners.GetValueOrDefault(list.Listener, new ListenerGroups(Dimension.Unknown, Dimension.Unknown)), [.. tracks.Dimensions.Select(dimension => rows.CountBy(row => TrackGroups.GroupOf(dimension, row)).ToDictionary())]));
        }

        var (tables, catalogue) = (ImmutableArray.CreateBuilder<PublishedTable>(), ImmutableArray.CreateBuilder<CatalogueCount>());
        foreach (var (i, dimension) in tracks.Dimensions.Index())
        {
            var counted = Groupings.Select(grouping => CountTable.Of(dimension.Name, grouping.Name, Aggregates.Places, lists.ConvertAll(list => new Contribution(grouping.Of(list.Listener), list.Counts[i])), minimum)).ToList();
            var shown = counted.Select(table => Suppression.Publish(table, minimum)).OfType<PublishedTable>().ToList();
            if (shown.Count == 0) continue;
            tables.AddRange(shown);
            catalogue.AddRange(Enumerable.Range(0, tracks.Tracks).CountBy(row => counted[0].RowOf.GetValueOrDefault(TrackGroups.GroupOf(dimension, row), NotShown)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new CatalogueCount(dimension.Name, pair.Key, pair.Value)));
        }

        var people = CountTable.Of(ListenerDimensions.Age, ListenerDimensions.Region, "listeners", lists.ConvertAll(list => new Contribution(list.Listener.Region, new Dictionary<string, int> { [list.Listener.AgeBand] = 1 })), minimum);
        if (Suppression.Publish(people, minimum) is { } table) tables.Add(table);
        return (new Aggregates(minimum, tables.ToImmutable(), catalogue.ToImmutable()), lists.Count);
    }

    private static string Named(string? given) => string.IsNullOrWhiteSpace(given) ? Dimension.Unknown : given.Trim();

    private sealed record ListenerGroups(string AgeBand, string Region);
}
