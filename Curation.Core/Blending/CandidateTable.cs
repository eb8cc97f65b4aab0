using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>The allowed tracks of one composer as arrays, in ascending order of track id, so that a lower index wins a tie.</summary>
internal sealed class CandidateTable
{
    private readonly Dictionary<TrackId, int> indexOf;
    private readonly ConcurrentDictionary<string, int[]> keptFrom = new(StringComparer.Ordinal);
    private readonly Func<string, int[]> findKeptFrom;

    public CandidateTable(Ingredients ingredients)
    {
        var pool = AllowedPool(ingredients, out var leftOut);
        var rows = pool.Concat(AllowedDiscovery(ingredients)).OrderBy(row => row.Facts.Id).ToArray();
        LeftOut = leftOut;
        Tracks = Array.ConvertAll(rows, row => row.Facts.Id);
        InPool = Array.ConvertAll(rows, row => row.Place > 0);
        Place = Array.ConvertAll(rows, row => row.Place);
        Standing = Array.ConvertAll(rows, row => row.Standing);
        Pin = Array.ConvertAll(rows, row => row.Pin ?? 0);
        Explicit = [.. rows.Index().Where(row => row.Item.Facts.Explicit).Select(row => row.Index)];
        PoolCount = pool.Count;
        indexOf = Enumerable.Range(0, rows.Length).ToDictionary(i => Tracks[i]);
        Rows = Array.ConvertAll(Tracks, track => ingredients.Model?.RowOf(track) ?? -1);
        KnownIndices = Enumerable.Range(0, rows.Length).Where(i => Rows[i] >= 0).ToArray();
        KnownRows = Array.ConvertAll(KnownIndices, i => Rows[i]);
        Artists = NumberArtists(rows, out var count);
        ArtistCount = count;
        Credits = NumberCredits(rows, out count);
        CreditCount = count;
        findKeptFrom = territory => KeptFrom(ingredients, rows, territory.Length == 0 ? null : territory);
        PinOrder = Enumerable.Range(0, rows.Length).Where(i => Pin[i] > 0).OrderBy(i => Pin[i]).ThenBy(i => i).ToArray();
    }

    /// <summary>Track of each index.</summary>
    public TrackId[] Tracks { get; }

    /// <summary>Whether it is in the pool; else it is a discovery candidate.</summary>
    public bool[] InPool { get; }

    /// <summary>Place among the allowed tracks of the pool, from 1; 0 for a discovery candidate.</summary>
    public int[] Place { get; }

    /// <summary>Editorial score of a pool track, fit of a discovery candidate: 0 to 1.</summary>
    public double[] Standing { get; }

    /// <summary>Pinned position from 1, or 0.</summary>
    public int[] Pin { get; }

    /// <summary>Indices of explicit tracks.</summary>
    public int[] Explicit { get; }

    /// <summary>Pinned indices by position.</summary>
    public int[] PinOrder { get; }

    /// <summary>Row in the model, or -1.</summary>
    public int[] Rows { get; }

    /// <summary>Indices that the model knows.</summary>
    public int[] KnownIndices { get; }

    /// <summary>Their rows.</summary>
    public int[] KnownRows { get; }

    /// <summary>Credited artists of each index, numbered from 0 within this table.</summary>
    public int[][] Artists { get; }

    /// <summary>Number of distinct artists.</summary>
    public int ArtistCount { get; }

    /// <summary>Number of the set of credited artists of each index; tracks with the same set share it.</summary>
    public int[] Credits { get; }

    /// <summary>Number of distinct sets.</summary>
    public int CreditCount { get; }

    /// <summary>Allowed tracks of the pool.</summary>
    public int PoolCount { get; }

    /// <summary>Pool tracks that are on nobody's list, in the pool's order.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    public int Count => Tracks.Length;

    public int IndexOf(TrackId track) => indexOf.GetValueOrDefault(track, -1);

    /// <summary>Indices that nobody in a territory gets.</summary>
    public int[] NotIn(string? territory) => keptFrom.GetOrAdd(territory ?? "", findKeptFrom);

    private static int[] KeptFrom(Ingredients from, Row[] rows, string? territory) =>
        [.. rows.Index().Where(row => !row.Item.Facts.Rights.MayBeHeardIn(territory) || from.KeptFrom(row.Item.Facts, territory)).Select(row => row.Index)];

    private static List<Row> AllowedPool(Ingredients from, out List<LeftOut> leftOut)
    {
        leftOut = [];
        var allowed = new List<(TrackFacts Facts, int? Pin)>();
        foreach (var entry in from.Draft.Pool.DistinctBy(entry => entry.Track))
        {
            var facts = from.Catalogue.Find(entry.Track);
            if (WhyNot(from, entry.Track, facts) is { } reason) leftOut.Add(new LeftOut(entry.Track, reason, entry.Pin));
            else allowed.Add((facts!, entry.Pin));
        }

        return allowed.Select((row, i) => new Row(row.Facts, i + 1, (allowed.Count - i) / (double)allowed.Count, row.Pin)).ToList();
    }

    private static IEnumerable<Row> AllowedDiscovery(Ingredients from)
    {
        if (from.Draft.Blend.DiscoveryShare <= 0) return [];
        var pool = from.Draft.Pool.Select(entry => entry.Track).ToHashSet();
        var offered = from.Discovery
            .Where(offer => !pool.Contains(offer.Track))
            .GroupBy(offer => offer.Track, (track, offers) => (Facts: from.Catalogue.Find(track), Fit: offers.Max(offer => offer.Fit)))
            .Where(offer => offer.Facts is not null && WhyNot(from, offer.Facts.Id, offer.Facts) is null)
            .ToList();
        if (offered.Count == 0) return [];
        var least = offered.Min(offer => offer.Fit);
        var span = (double)offered.Max(offer => offer.Fit) - least;
        return offered.Select(offer => new Row(offer.Facts!, 0, span > 0 ? (offer.Fit - least) / span : 0.5, null));
    }

    private static Exclusion? WhyNot(Ingredients from, TrackId track, TrackFacts? facts) =>
        facts is null ? Exclusion.NotInCatalogue
        : from.Refused.Contains(track) ? Exclusion.Refused
        : facts.Explicit && !from.Draft.Blend.AllowExplicit ? Exclusion.Explicit
        : null;

    private static int[][] NumberArtists(Row[] rows, out int count)
    {
        var numbers = new Dictionary<ArtistId, int>();
        var artists = Array.ConvertAll(rows, row => row.Facts.Artists.Distinct().Select(artist => NumberOf(numbers, artist)).ToArray());
        count = numbers.Count;
        return artists;
    }

    private static int[] NumberCredits(Row[] rows, out int count)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var credits = Array.ConvertAll(rows, row => NumberOf(numbers, string.Join(',', row.Facts.Artists.Distinct().OrderBy(artist => artist.Value))));
        count = numbers.Count;
        return credits;
    }

    private static int NumberOf<T>(Dictionary<T, int> numbers, T of)
        where T : notnull
    {
        if (!numbers.TryGetValue(of, out var number)) numbers.Add(of, number = numbers.Count);
        return number;
    }

    private sealed record Row(TrackFacts Facts, int Place, double Standing, int? Pin);
}
