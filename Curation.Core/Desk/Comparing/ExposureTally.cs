using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;
using Curation.Core.Numerics;
using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Comparing;

/// <summary>Adds up, listener by listener, what two lists give to whom. A place weighs 1 / log2(rank + 1), a list's weights add up to 1, and a track by several artists splits its weight equally.</summary>
internal sealed class ExposureTally(ModelSnapshot snapshot, TasteMap map)
{
    private const int Shown = 8;
    private const int Drawn = 400;
    private const long Seed = 1;

    private readonly List<Dictionary<ArtistId, double>[]> artists = [];
    private readonly List<Dictionary<TrackId, double>[]> tracks = [];
    private readonly List<Dictionary<string, double>[]> genres = [];
    private readonly List<Dictionary<PopularityTier, double>[]> tiers = [];
    private readonly List<double[]> fresh = [];
    private readonly List<double[]> fits = [];
    private readonly List<int> clusters = [];
    private readonly TasteFit fit = new(snapshot);
    private readonly ClusterOf clusterOf = new(map);
    private int changed;
    private double turnover;

    public void Add(ListenerHistory history, Recipient recipient, ComposedList before, ComposedList after)
    {
        var lists = (ComposedList[])[before, after];
        var played = history.Tracks.Where((_, i) => history.Counts[i] > 0).SelectMany(track => snapshot.Catalogue.Find(track)?.Artists.AsEnumerable() ?? []).ToHashSet();
        artists.Add(Array.ConvertAll(lists, list => Shares(list, track => snapshot.Catalogue.Find(track)?.Artists.AsEnumerable() ?? [])));
        tracks.Add(Array.ConvertAll(lists, list => Shares<TrackId>(list, track => [track])));
        genres.Add(Array.ConvertAll(lists, list => Shares(list, track => snapshot.Catalogue.Find(track) is { } facts ? snapshot.Catalogue.GenresOf(facts).Take(1) : [])));
        tiers.Add(Array.ConvertAll(lists, list => Shares<PopularityTier>(list, track => [snapshot.Ground.TierOf(track)])));
        fresh.Add(Array.ConvertAll(lists, list => Shares<bool>(list, track => [snapshot.Catalogue.Find(track) is { } facts && !facts.Artists.Any(played.Contains)]).GetValueOrDefault(true)));
        fits.Add(recipient.Taste is { } taste ? fit.Of(taste, lists) : [double.NaN, double.NaN]);
        clusters.Add(clusterOf.Find(history.Id));
        var share = Others(before, after);
        turnover += share;
        if (share > 0.5) changed++;
    }

    public AudienceEffect Effect(Revision before, Revision after) => new()
    {
        Listeners = fits.Count,
        Personal = fits.Count(pair => !double.IsNaN(pair[0])),
        Of = (before, after),
        Artists = Movers(artists, id => snapshot.Catalogue.ArtistNames.GetValueOrDefault(id, "?")),
        Tracks = Movers(tracks, id => snapshot.Catalogue.Find(id)?.Title ?? $"track {id}"),
        Genres = [.. Movers(genres, name => name).OrderByDescending(shift => Math.Abs(shift.Change))],
        Tiers = [.. Shifts(tiers, [PopularityTier.Head, PopularityTier.Middle, PopularityTier.Tail], tier => tier switch { PopularityTier.Head => "head", PopularityTier.Middle => "middle", _ => "tail" })],
        NewArtists = Shifted("artists new to the listener", fresh),
        Fit = fits.Exists(pair => !double.IsNaN(pair[0])) ? Shifted("all with a taste", fits) : null,
        Clusters = [.. Clustered()],
        ChangedByHalf = changed,
        Turnover = fits.Count == 0 ? 0 : turnover / fits.Count,
    };

    private IEnumerable<ClusterShift> Clustered() =>
        from cluster in map.Clusters
        let members = fits.Where((pair, i) => clusters[i] == cluster.Number && !double.IsNaN(pair[0])).ToList()
        where members.Count > 0
        select new ClusterShift(map.NameOf(cluster), members.Count, Shifted(map.NameOf(cluster), members));

    private static Shift Shifted(string name, List<double[]> pairs)
    {
        var known = pairs.FindAll(pair => !double.IsNaN(pair[0]) && !double.IsNaN(pair[1]));
        if (known.Count == 0) return new Shift(name, 0, 0, 0, 0);
        var span = Bootstrap.Intervals([[.. known.Select(pair => pair[1] - pair[0])]], Seed, Drawn)[0]!.Value;
        return new Shift(name, known.Average(pair => pair[0]), known.Average(pair => pair[1]), span.Low, span.High);
    }

    /// <summary>Those that gain most and those that lose most, by the mean over listeners.</summary>
    private static IReadOnlyList<Shift> Movers<T>(List<Dictionary<T, double>[]> lists, Func<T, string> name)
        where T : notnull
    {
        var change = new Dictionary<T, double>();
        foreach (var pair in lists)
        {
            foreach (var (key, share) in pair[0]) change[key] = change.GetValueOrDefault(key) - share;
            foreach (var (key, share) in pair[1]) change[key] = change.GetValueOrDefault(key) + share;
        }

        var moved = change.Where(row => Math.Abs(row.Value) > 1e-9).OrderByDescending(row => row.Value).ThenBy(row => name(row.Key), StringComparer.Ordinal).ToList();
        var chosen = moved.Where(row => row.Value > 0).Take(Shown).Concat(moved.Where(row => row.Value < 0).TakeLast(Shown)).Select(row => row.Key).ToList();
        return [.. Shifts(lists, chosen, name)];
    }

    private static IEnumerable<Shift> Shifts<T>(List<Dictionary<T, double>[]> lists, IReadOnlyList<T> keys, Func<T, string> name)
        where T : notnull => keys.Select(key => Shifted(name(key), lists.ConvertAll(pair => (double[])[pair[0].GetValueOrDefault(key), pair[1].GetValueOrDefault(key)])));

    private static Dictionary<T, double> Shares<T>(ComposedList list, Func<TrackId, IEnumerable<T>> of)
        where T : notnull
    {
        var shares = new Dictionary<T, double>();
        var whole = 0.0;
        for (var place = 0; place < list.Slots.Length; place++) whole += Weight(place);
        for (var place = 0; place < list.Slots.Length; place++)
        {
            var keys = of(list.Slots[place].Track).Distinct().ToArray();
            foreach (var key in keys) shares[key] = shares.GetValueOrDefault(key) + (Weight(place) / whole / keys.Length);
        }

        return shares;
    }

    private static double Weight(int place) => 1 / Math.Log2(place + 2);

    private static double Others(ComposedList before, ComposedList after)
    {
        if (after.Slots.Length == 0) return before.Slots.Length == 0 ? 0 : 1;
        var held = before.Slots.ToArray().Select(slot => slot.Track).ToHashSet();
        return after.Slots.ToArray().Count(slot => !held.Contains(slot.Track)) / (double)after.Slots.Length;
    }
}
