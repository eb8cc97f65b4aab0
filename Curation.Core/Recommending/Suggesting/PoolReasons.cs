namespace Curation.Core.Recommending.Suggesting;

/// <summary>Puts the shares of many pool tracks together, so that the larger part of a score has a name however large the pool is. What they add up to never changes.</summary>
internal static class PoolReasons
{
    /// <summary>Pool tracks up to which each speaks for itself.</summary>
    private const int MostNamed = 8;

    public static bool AreOf(Reason reason) => reason.Kind is ReasonKind.PoolTrack or ReasonKind.PoolArtist or ReasonKind.PoolTracks;

    /// <summary>Of more than eight pool tracks, those of one artist speak as the artist; the eight largest are named, and the others are one reason that names its two largest.</summary>
    public static List<Reason> Gathered(IReadOnlyList<Reason> reasons, SuggestionGround ground)
    {
        var tracks = reasons.Where(AreOf).ToList();
        if (tracks.Count <= MostNamed) return [.. reasons];
        var voices = tracks.GroupBy(reason => ground.ArtistOf(reason.Track!.Value)).SelectMany(OneVoice).OrderByDescending(reason => Math.Abs(reason.Amount)).ToList();
        return [.. voices.Take(MostNamed), .. Together(voices.Skip(MostNamed)), .. reasons.Where(reason => !AreOf(reason))];
    }

    /// <summary>Pool reasons as one, the largest first; a single one stays as it is.</summary>
    public static IEnumerable<Reason> Together(IEnumerable<Reason> reasons)
    {
        var all = reasons.OrderByDescending(reason => reason.Amount).ToList();
        if (all.Count < 2) return all;
        var named = all.Where(reason => reason.Track is not null).ToList();
        var (first, second) = (named.FirstOrDefault(), named.ElementAtOrDefault(1));
        return [new Reason(ReasonKind.PoolTracks, all.Sum(reason => reason.Amount), first.Track, Count: all.Sum(reason => Math.Max(1, reason.Count)), Also: first.Also ?? second.Track)];
    }

    private static IEnumerable<Reason> OneVoice(IGrouping<Catalog.ArtistId?, Reason> tracks)
    {
        var all = tracks.OrderByDescending(reason => reason.Amount).ToList();
        return all.Count < 2 || tracks.Key is null
            ? all
            : [new Reason(ReasonKind.PoolArtist, all.Sum(reason => reason.Amount), all[0].Track, tracks.Key, Count: all.Count, Also: all[1].Track)];
    }
}
