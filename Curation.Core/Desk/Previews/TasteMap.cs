using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Previews;

/// <summary>The listeners by taste: profiles of a sample, and the clusters they fall into.</summary>
/// <param name="Labels">What the shares of a profile are shares of: genres, or, where the catalogue knows too few genres, artists.</param>
/// <param name="Profiles">Profiles of the sample.</param>
/// <param name="Clusters">Clusters of the sample.</param>
public sealed record TasteMap(IReadOnlyList<string> Labels, IReadOnlyList<TasteProfile> Profiles, IReadOnlyList<TasteCluster> Clusters)
{
    /// <summary>What sets a cluster apart, in words.</summary>
    public string NameOf(TasteCluster cluster) => string.Join(", ", cluster.Genres.Select(genre => Labels[genre]));
}

/// <summary>Draws the taste map, once for each snapshot of the catalogue and the model.</summary>
public sealed class DrawTasteMap(Store store, CurrentModel current) : IDisposable
{
    private const int Sample = 2_000;
    private const int MostLabels = 64;
    private const int LabelsOfPool = 3;

    private readonly SemaphoreSlim one = new(1, 1);
    private (ModelSnapshot Of, Drawn Map)? drawn;

    /// <summary>The map of the snapshot in use.</summary>
    public async Task<TasteMap> Get(CancellationToken cancel = default) => (await Draw(await current.Get(cancel), cancel)).Map;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    /// <summary>The listener who plays much, but least of what these tracks are mostly labelled with; and those labels.</summary>
    internal async Task<(TasteProfile? Profile, IReadOnlyList<string> Labels)> Outsider(ModelSnapshot snapshot, IReadOnlyList<TrackId> pool, CancellationToken cancel)
    {
        var (map, labelsOf) = await Draw(snapshot, cancel);
        var labels = pool.SelectMany(labelsOf).GroupBy(label => label).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(LabelsOfPool).Select(group => group.Key).ToList();
        return (TasteClusters.Outsider(map.Profiles, labels), labels.ConvertAll(label => map.Labels[label]));
    }

    private async Task<Drawn> Draw(ModelSnapshot snapshot, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (drawn is { } there && there.Of == snapshot) return there.Map;
            var histories = await Task.Run(() => store.Read(db => ReadSample(db, cancel), cancel), cancel);
            var map = await Task.Run(() => Draw(snapshot.Catalogue, histories), cancel);
            drawn = (snapshot, map);
            return map;
        }
        finally
        {
            one.Release();
        }
    }

    private static async Task<List<ListenerHistory>> ReadSample(CurationDb db, CancellationToken cancel)
    {
        var ids = await db.Listeners.Where(row => !row.ProfilingOff).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var step = Math.Max(1, (ids.Count + Sample - 1) / Sample);
        if (step == 1) return (await ListenerHistories.After(db, -1, int.MaxValue, EvidenceWeights.Plain, cancel)).FindAll(history => !history.ProfilingOff);
        return await ListenerHistories.Of(db, [.. ids.Where((_, place) => place % step == 0)], EvidenceWeights.Plain, cancel);
    }

    private static Drawn Draw(Catalogue catalogue, List<ListenerHistory> histories)
    {
        var byGenre = Count(histories, catalogue, facts => facts.Genres.Select(genre => genre.Value));
        var played = histories.Sum(history => (long)history.Plays);
        var genres = byGenre.Values.Sum() * 2 >= played;
        var counts = genres ? byGenre : Count(histories, catalogue, facts => facts.Artists.Select(artist => artist.Value));
        var chosen = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostLabels).Select(pair => pair.Key).ToList();
        var numbers = chosen.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var names = chosen.ConvertAll(id => genres ? catalogue.GenreNames.GetValueOrDefault(new GenreId(id), "?") : catalogue.ArtistNames.GetValueOrDefault(new ArtistId(id), "?"));
        IEnumerable<int> LabelsOf(TrackId track) => catalogue.Find(track) is not { } facts ? []
            : (genres ? facts.Genres.Select(genre => genre.Value) : facts.Artists.Select(artist => artist.Value)).Where(numbers.ContainsKey).Select(id => numbers[id]);
        var profiles = histories.Where(history => history.Plays > 0).Select(history => Profile(history, names.Count, LabelsOf)).ToList();
        return new Drawn(new TasteMap(names, profiles, TasteClusters.Of(profiles)), LabelsOf);
    }

    private static Dictionary<int, double> Count(List<ListenerHistory> histories, Catalogue catalogue, Func<TrackFacts, IEnumerable<int>> labels)
    {
        var counts = new Dictionary<int, double>();
        foreach (var history in histories)
        {
            for (var i = 0; i < history.Tracks.Length; i++)
            {
                if (history.Counts[i] == 0 || catalogue.Find(history.Tracks[i]) is not { } facts) continue;
                foreach (var label in labels(facts)) counts[label] = counts.GetValueOrDefault(label) + history.Counts[i];
            }
        }

        return counts;
    }

    private static TasteProfile Profile(ListenerHistory history, int labels, Func<TrackId, IEnumerable<int>> labelsOf)
    {
        var shares = new float[labels];
        for (var i = 0; i < history.Tracks.Length; i++)
        {
            foreach (var label in labelsOf(history.Tracks[i])) shares[label] += history.Counts[i];
        }

        for (var i = 0; i < labels; i++) shares[i] /= history.Plays;
        return new TasteProfile(history.Id, history.Plays, shares);
    }

    private sealed record Drawn(TasteMap Map, Func<TrackId, IEnumerable<int>> LabelsOf);
}
