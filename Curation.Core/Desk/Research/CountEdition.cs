using System.Collections.Immutable;
using Curation.Core.Auditing.Research;
using Curation.Core.Catalog;
using Curation.Core.Desk.Editions;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Research;

/// <summary>Counts the lists of an edition by groups of artists and tracks and by groups of listeners, with what may be seen of it.</summary>
internal static class CountEdition
{
    private const string NotShown = "not in any list";

    private static readonly (string Name, Func<TrackGroups, string> Of)[] Dimensions =
    [
        ("artist gender", track => track.Gender),
        ("artist country", track => track.Country),
        ("language", track => track.Language),
        ("decade", track => track.Decade),
    ];

    private static readonly (string Name, Func<ListenerGroups, string> Of)[] Groupings = [("age band", listener => listener.AgeBand), ("region", listener => listener.Region)];

    public static async Task<(Aggregates Aggregates, int Lists)> Run(CurationDb db, Edition edition, int minimum, CancellationToken cancel)
    {
        var tracks = await Tracks(db, cancel);
        var listeners = await db.Listeners.Select(row => new { row.Id, row.AgeBand, row.Region }).ToDictionaryAsync(row => row.Id.Value, row => new ListenerGroups(row.AgeBand ?? "unknown", row.Region ?? "unknown"), cancel);
        var lists = new List<(ListenerGroups Listener, Dictionary<string, int>[] Counts)>();
        await foreach (var list in db.EditionLists.Where(row => row.Edition == edition.Id && row.Listener != 0).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var groups = StoredEdition.Slots(edition, list).Select(slot => tracks.GetValueOrDefault(slot.Track)).OfType<TrackGroups>().ToList();
            lists.Add((listeners.GetValueOrDefault(list.Listener, new ListenerGroups("unknown", "unknown")), Array.ConvertAll(Dimensions, dimension => groups.CountBy(dimension.Of).ToDictionary())));
        }

        var (tables, catalogue) = (ImmutableArray.CreateBuilder<PublishedTable>(), ImmutableArray.CreateBuilder<CatalogueCount>());
        foreach (var (i, dimension) in Dimensions.Index())
        {
            var counted = Groupings.Select(grouping => CountTable.Of(dimension.Name, grouping.Name, Aggregates.Places, lists.ConvertAll(list => new Contribution(grouping.Of(list.Listener), list.Counts[i])), minimum)).ToList();
            var shown = counted.Select(table => Suppression.Publish(table, minimum)).OfType<PublishedTable>().ToList();
            if (shown.Count == 0) continue;
            tables.AddRange(shown);
            catalogue.AddRange(tracks.Values.CountBy(track => counted[0].RowOf.GetValueOrDefault(dimension.Of(track), NotShown)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new CatalogueCount(dimension.Name, pair.Key, pair.Value)));
        }

        var people = CountTable.Of("age band", "region", "listeners", lists.ConvertAll(list => new Contribution(list.Listener.Region, new Dictionary<string, int> { [list.Listener.AgeBand] = 1 })), minimum);
        if (Suppression.Publish(people, minimum) is { } table) tables.Add(table);
        return (new Aggregates(minimum, tables.ToImmutable(), catalogue.ToImmutable()), lists.Count);
    }

    private static async Task<IReadOnlyDictionary<TrackId, TrackGroups>> Tracks(CurationDb db, CancellationToken cancel)
    {
        var artists = await db.Artists.Select(artist => new { artist.Id, artist.Type, artist.Gender, artist.Country }).ToDictionaryAsync(artist => artist.Id, cancel);
        var tracks = new Dictionary<TrackId, TrackGroups>();
        var rows = db.Tracks.Select(track => new { track.Id, track.Language, track.ReleasedOn, Artist = track.Credits.OrderBy(credit => credit.Position).Select(credit => credit.Artist).First() });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var artist = artists[row.Artist];
            var gender = artist.Type == ArtistType.Group ? "group" : artist.Gender switch { Gender.Female => "female", Gender.Male => "male", Gender.NonBinary => "non-binary", _ => "unknown" };
            tracks[row.Id] = new TrackGroups(gender, artist.Country ?? "unknown", row.Language ?? "unknown", row.ReleasedOn is { } day ? FormattableString.Invariant($"{day.Year / 10 * 10}s") : "unknown");
        }

        return tracks;
    }

    private sealed record TrackGroups(string Gender, string Country, string Language, string Decade);

    private sealed record ListenerGroups(string AgeBand, string Region);
}
