namespace Curation.Core.Catalog.Versions;

/// <summary>A track of a pool whose recording the pool holds already, or may hold.</summary>
/// <param name="Track">The later of the two.</param>
/// <param name="Like">The earlier of the two.</param>
/// <param name="Pair">What is known of them.</param>
public sealed record Repeat(TrackId Track, TrackId Like, VersionPair Pair);

/// <summary>Finds what is in a pool twice.</summary>
public static class PoolVersions
{
    /// <summary>Maybes below this are not worth a word.</summary>
    public const double LeastMaybe = 0.3;

    /// <summary>For every track that is, or may be, one recording with an earlier one: the likeliest such.</summary>
    public static IReadOnlyDictionary<TrackId, Repeat> Repeats(IReadOnlyList<TrackId> pool, VersionBook book)
    {
        var places = new Dictionary<TrackId, int>(pool.Count);
        for (var i = 0; i < pool.Count; i++) places.TryAdd(pool[i], i);
        var found = new Dictionary<TrackId, Repeat>();
        foreach (var track in pool)
        {
            var known = book.Of(track);
            if (known.Count == 0) continue;
            var earlier = Near(track, known, book).Where(pair => places.TryGetValue(pair.Beside(track), out var place) && place < places[track])
                .OrderByDescending(pair => pair.Relation == VersionRelation.SameRecording).ThenByDescending(pair => pair.Confidence).ThenBy(pair => places[pair.Beside(track)]).FirstOrDefault();
            if (earlier is not null) found[track] = new Repeat(track, earlier.Beside(track), earlier);
        }

        return found;
    }

    private static IEnumerable<VersionPair> Near(TrackId track, IReadOnlyList<VersionPair> known, VersionBook book)
    {
        var maybes = known.Where(pair => pair.Relation == VersionRelation.Maybe && pair.Confidence >= LeastMaybe);
        if (!known.Any(pair => pair.Relation == VersionRelation.SameRecording)) return maybes;
        return book.Group(track).Tracks.Where(other => other != track).Select(other => book.Between(track, other)).OfType<VersionPair>().Concat(maybes);
    }
}
