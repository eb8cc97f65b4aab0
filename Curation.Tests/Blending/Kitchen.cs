using System.Collections.Immutable;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Playlists;

namespace Curation.Tests.Blending;

/// <summary>Ingredients for composing: numbered tracks, their artists, a pool in a given order, and what else a test asks for.</summary>
internal sealed record Kitchen
{
    private static readonly PersonId Editor = new("editor");

    /// <summary>Artists of each track of the pool, in editor's order; tracks are numbered from 1 in the order of <see cref="Numbers"/>.</summary>
    public required int[][] Pool { get; init; }

    public int[]? Numbers { get; init; }

    /// <summary>Artists of each discovery candidate; candidates are numbered from 1001, the first fitting best.</summary>
    public int[][] Discovery { get; init; } = [];

    public IReadOnlyDictionary<int, int> Pins { get; init; } = new Dictionary<int, int>();

    public IReadOnlySet<int> Explicit { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> Refused { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> Missing { get; init; } = new HashSet<int>();

    /// <summary>The group of the exposure goal that a track is of, by its place in the goal; those that are missing are of none.</summary>
    public IReadOnlyDictionary<int, int> Groups { get; init; } = new Dictionary<int, int>();

    public IReadOnlyDictionary<int, int[]> Genres { get; init; } = new Dictionary<int, int[]>();

    public Blend Blend { get; init; } = new() { DiscoveryShare = 0 };

    public int ModelSeed { get; init; } = 7;

    public static Kitchen OfDistinctArtists(int pool, int discovery = 0) => new()
    {
        Pool = Enumerable.Range(1, pool).Select(artist => new[] { artist }).ToArray(),
        Discovery = Enumerable.Range(1, discovery).Select(artist => new[] { 10_000 + artist }).ToArray(),
    };

    public IEnumerable<int> PoolNumbers => Numbers ?? Enumerable.Range(1, Pool.Length);

    public LinearRecommender Model => new(new TrackIndex(Facts().Select(facts => facts.Id)), ModelSeed);

    public Composer Composer() => new(Ingredients());

    public Ingredients Ingredients() => new()
    {
        Origin = new ListOrigin(new RevisionId(42), new string('a', 64), 3, new string('b', 64)),
        Draft = new Draft
        {
            Title = "Test",
            Blend = Blend,
            Pool = PoolNumbers.Select(number => new Entry { Track = new TrackId(number), AddedBy = Editor, AddedAt = DateTimeOffset.UnixEpoch, Pin = Pins.TryGetValue(number, out var pin) ? pin : null }).ToImmutableArray(),
        },
        Catalogue = new Catalogue(Facts().Where(facts => !Missing.Contains(facts.Id.Value)), new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>()),
        Model = Model.Tracks,
        Discovery = Discovery.Select((_, i) => new Candidate(new TrackId(1001 + i), Discovery.Length - i)).ToList(),
        Refused = Refused.Select(number => new TrackId(number)).ToHashSet(),
        GroupShares = track => [.. Enumerable.Range(0, Blend.Exposure?.Shares.Length ?? 0).Select(group => Groups.TryGetValue(track.Value, out var of) && of == group ? 1.0 : 0)],
    };

    /// <summary>A listener whose history is the given tracks, each played once.</summary>
    public Recipient Listener(int id, params int[] history)
    {
        var model = Model;
        var evidence = history.Select(number => new Evidence(model.Tracks.RowOf(new TrackId(number)), 1)).Where(item => item.Row >= 0).ToList();
        return new Recipient(new ListenerId(id), model.Taste(evidence), history.Select(number => new TrackId(number)).ToArray(), default);
    }

    public int[] ArtistsOf(TrackId track) => track.Value > 1000 ? Discovery[track.Value - 1001] : Pool[PoolNumbers.ToList().IndexOf(track.Value)];

    private IEnumerable<TrackFacts> Facts() =>
        PoolNumbers.Select((number, i) => Fact(number, Pool[i])).Concat(Discovery.Select((artists, i) => Fact(1001 + i, artists)));

    private TrackFacts Fact(int number, int[] artists) =>
        new(new TrackId(number), $"Track {number}", "Somebody", artists.Select(artist => new ArtistId(artist)).ToList(), [.. Genres.GetValueOrDefault(number, []).Select(genre => new GenreId(genre))], null, 200_000, Explicit.Contains(number), null, null, default);
}
