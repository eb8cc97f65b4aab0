using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending.Ranking;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>What suggestions are made from: a catalogue, its plays and tags, and the trained models, indexed once. Immutable; swapped whole.</summary>
public sealed class SuggestionGround
{
    private readonly TrackFacts[] tracks;
    private readonly Dictionary<ArtistId, int[]> byArtist;
    private readonly Dictionary<GenreId, int[]> byGenre;
    private readonly Dictionary<string, int[]> byTag;
    private readonly ConcurrentDictionary<TrackIndex, int[]> positions = [];
    private readonly Lazy<IRecommender>? inferring;
    private readonly Lazy<Dictionary<ArtistId, DateOnly>> firstReleases;

    /// <summary>Indexes a catalogue. Models may be missing: suggestions then rest on seed, need and popularity.</summary>
    /// <param name="catalogue">All tracks.</param>
    /// <param name="plays">Plays of each track by everyone; a track that is not in it has none.</param>
    /// <param name="tags">Tags of tracks beside their genres.</param>
    /// <param name="factorisation">The factorisation, where one is trained.</param>
    /// <param name="neighbours">The neighbours, where they are trained.</param>
    /// <param name="ranking">The learned order of their candidates, where there is one.</param>
    /// <param name="inferring">The factorisation with vectors for tracks that it does not know, made when it is first needed; where left out it says nothing of them.</param>
    public SuggestionGround(
        Catalogue catalogue,
        IReadOnlyDictionary<TrackId, double> plays,
        IReadOnlyDictionary<TrackId, IReadOnlyList<TrackTag>>? tags = null,
        IRecommender? factorisation = null,
        IRecommender? neighbours = null,
        LearnedRanking? ranking = null,
        Lazy<IRecommender>? inferring = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        Catalogue = catalogue;
        Index = new TrackIndex(catalogue.Tracks.Select(track => track.Id));
        tracks = Enumerable.Range(0, Index.Count).Select(position => catalogue.Find(Index[position])!).ToArray();
        Plays = Array.ConvertAll(tracks, track => plays.GetValueOrDefault(track.Id));
        Tiers = new PopularityTiers(Plays, new TierCuts());
        byArtist = Group(tracks, track => track.Artists);
        byGenre = Group(tracks, track => track.Genres);
        byTag = Group(tracks, track => (tags?.GetValueOrDefault(track.Id) ?? []).Select(tag => ArtistKey.Of(tag.Tag)));
        Labels = new NeedIndex(tracks, [.. catalogue.GenreNames.Select(genre => NeedLabel.Genre(genre.Value, InGenre(genre.Key))), .. TagLabels(tags)]);
        foreach (var (genre, name) in catalogue.GenreNames) byTag[ArtistKey.Of(name)] = Union(byTag.GetValueOrDefault(ArtistKey.Of(name), []), InGenre(genre));
        this.inferring = inferring ?? (factorisation is null ? null : new(factorisation));
        firstReleases = new(FirstReleases);
        Neighbours = neighbours;
        Ranking = ranking;
        Popularity = Array.ConvertAll(Plays, count => MathF.Log(1f + (float)count));
    }

    /// <summary>The catalogue.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The factorisation, where one is trained, with inferred vectors where there are any. The first to ask may wait for these.</summary>
    public IRecommender? Factorisation => inferring?.Value;

    /// <summary>The neighbours, where they are trained.</summary>
    public IRecommender? Neighbours { get; }

    /// <summary>The learned order of the recommenders' candidates, where there is one.</summary>
    public LearnedRanking? Ranking { get; }

    internal TrackIndex Index { get; }

    internal IReadOnlyList<TrackFacts> Tracks => tracks;

    internal double[] Plays { get; }

    internal PopularityTiers Tiers { get; }

    internal NeedIndex Labels { get; }

    /// <summary>ln(1 + plays) by position.</summary>
    internal float[] Popularity { get; }

    /// <summary>How much a track is played; tail where the catalogue does not hold it.</summary>
    public PopularityTier TierOf(TrackId track) => Index.RowOf(track) is >= 0 and var position ? Tiers[position] : PopularityTier.Tail;

    /// <summary>Plays of a track by everyone.</summary>
    public double PlaysOf(TrackId track) => Index.RowOf(track) is >= 0 and var position ? Plays[position] : 0;

    /// <summary>The day of an artist's first release in the catalogue; null where none of the tracks has a day.</summary>
    internal DateOnly? FirstReleaseOf(ArtistId artist) => firstReleases.Value.TryGetValue(artist, out var first) ? first : null;

    /// <summary>Plays of all tracks that credit an artist.</summary>
    public double PlaysOf(ArtistId artist) => ByArtist(artist).Sum(position => Plays[position]);

    /// <summary>Tags and genre names that tracks have, in lower case.</summary>
    public IReadOnlyCollection<string> Tags => byTag.Keys;

    /// <summary>Number of tracks that have a tag, or are of the genre of that name.</summary>
    public int CountTagged(string tag) => Tagged(tag).Length;

    /// <summary>Tracks of an artist, the most played first.</summary>
    public IReadOnlyList<TrackFacts> By(ArtistId artist) => Array.ConvertAll(MostPlayed(ByArtist(artist), int.MaxValue), position => tracks[position]);

    /// <summary>The position of each row of a model, or -1 where the catalogue does not hold the track.</summary>
    internal int[] PositionsOf(IRecommender model) => positions.GetOrAdd(model.Tracks, PositionsOf);

    /// <summary>The first artist of a track, where the catalogue knows one.</summary>
    internal ArtistId? ArtistOf(TrackId track) => Catalogue.Find(track) is { Artists: [var first, ..] } ? first : null;

    internal int[] ByArtist(ArtistId artist) => byArtist.GetValueOrDefault(artist, []);

    internal int[] InGenre(GenreId genre) => byGenre.GetValueOrDefault(genre, []);

    internal int[] Tagged(string tag) => byTag.GetValueOrDefault(tag, []);

    internal int[] MostPlayed(int[] positions, int most) =>
        positions.OrderByDescending(position => Plays[position]).ThenBy(position => position).Take(most).ToArray();

    private Dictionary<ArtistId, DateOnly> FirstReleases()
    {
        var first = new Dictionary<ArtistId, DateOnly>();
        foreach (var track in tracks.Where(track => track.ReleasedOn is not null))
        {
            foreach (var artist in track.Artists)
            {
                if (!first.TryGetValue(artist, out var earliest) || track.ReleasedOn < earliest) first[artist] = track.ReleasedOn!.Value;
            }
        }

        return first;
    }

    private int[] PositionsOf(TrackIndex rows) => Enumerable.Range(0, rows.Count).Select(row => Index.RowOf(rows[row])).ToArray();

    private static Dictionary<TKey, int[]> Group<TKey>(TrackFacts[] tracks, Func<TrackFacts, IEnumerable<TKey>> keys)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<int>>();
        for (var position = 0; position < tracks.Length; position++)
        {
            foreach (var key in keys(tracks[position]).Distinct())
            {
                if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
                group.Add(position);
            }
        }

        return groups.ToDictionary(group => group.Key, group => group.Value.ToArray());
    }

    private IEnumerable<NeedLabel> TagLabels(IReadOnlyDictionary<TrackId, IReadOnlyList<TrackTag>>? tags)
    {
        var given = Array.ConvertAll(tracks, track => (tags?.GetValueOrDefault(track.Id) ?? []).GroupBy(tag => ArtistKey.Of(tag.Tag)).ToDictionary(same => same.Key, same => same.Max(tag => tag.Count)));
        return byTag.OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => NeedLabel.Tag(tag.Key, tag.Value, Array.ConvertAll(tag.Value, position => (given[position][tag.Key], given[position].Values.Max())), tracks.Length));
    }

    private static int[] Union(int[] one, int[] other) => one.Length == 0 ? other : one.Union(other).Order().ToArray();
}
