namespace Curation.Core.Desk.Demo;

/// <summary>A whole demo world before it is written: the same rows for the same seed, size and last day, on every machine.</summary>
internal sealed record DemoPlan
{
    private const int SeedTracks = 10;
    private const int SeedArtists = 4;

    public required IReadOnlyList<DemoArtist> Artists { get; init; }

    public required IReadOnlyList<DemoRelease> Releases { get; init; }

    public required IReadOnlyList<DemoTrack> Tracks { get; init; }

    public required IReadOnlyList<DemoListener> Listeners { get; init; }

    public required IReadOnlyList<DemoPlay> Plays { get; init; }

    public required IReadOnlyList<DemoShow> Shows { get; init; }

    /// <summary>A seed for every genre, in the order of <see cref="GenreProfile.All"/>.</summary>
    public required IReadOnlyList<DemoSeed> Seeds { get; init; }

    public required IReadOnlyList<DemoPlaylist> Playlists { get; init; }

    /// <summary>The world whose last plays are on the day <paramref name="end"/>.</summary>
    public static DemoPlan Of(DemoSize size, DateOnly end, long seed)
    {
        var start = end.AddDays(1 - (7 * size.Weeks));
        var artists = DemoArtists.Make(size.Artists, seed);
        var (releases, tracks) = DemoCatalogue.Make(artists, size.Tracks, end, seed);
        var ranking = DemoPopularity.Ranking(tracks, artists.Count, seed);
        var popularity = DemoPopularity.Weights(ranking);
        var listeners = DemoListeners.Make(size.Listeners, start, end, seed);
        return new()
        {
            Artists = artists,
            Releases = releases,
            Tracks = tracks,
            Listeners = listeners,
            Plays = new DemoListening(tracks, artists.Count, popularity, start, end).Make(listeners, size.Plays, seed),
            Shows = DemoShows.Make(tracks, ranking, size.Shows, size.Weeks, end, seed),
            Seeds = GenreProfile.All.Select((_, genre) => SeedOf(genre, tracks, ranking)).ToList(),
            Playlists = new DemoPools(tracks, popularity, end).Make(seed),
        };
    }

    private static DemoSeed SeedOf(int genre, List<DemoTrack> tracks, int[] ranking)
    {
        var centre = ranking.Where(track => tracks[track].Genres is [var only] && only == genre && tracks[track].VersionOf is null).ToList();
        var artists = centre.GroupBy(track => tracks[track].Artists[0]).OrderByDescending(tracksOf => tracksOf.Count()).ThenBy(tracksOf => tracksOf.Key).Select(tracksOf => tracksOf.Key);
        var profile = GenreProfile.All[genre];
        return new(centre.DistinctBy(track => tracks[track].Artists[0]).Take(SeedTracks).ToArray(), artists.Take(SeedArtists).ToArray(), [profile.Name, .. profile.Tags]);
    }
}
