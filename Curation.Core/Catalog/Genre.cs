namespace Curation.Core.Catalog;

/// <summary>A genre and, where an admin has named one, its seed: the tracks, artists and tags at its centre.</summary>
public sealed class Genre
{
    private readonly List<TrackId> seedTracks = [];
    private readonly List<ArtistId> seedArtists = [];
    private readonly List<string> seedTags = [];

    private Genre()
    {
    }

    /// <summary>A genre by name.</summary>
    public Genre(string name) => Rename(name);

    /// <summary>Identity in this store.</summary>
    public GenreId Id { get; private set; }

    /// <summary>The name as shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The folded name; unique.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Concurrency token, raised on every write.</summary>
    public int Version { get; private set; }

    /// <summary>Tracks at the genre's centre.</summary>
    public IReadOnlyList<TrackId> SeedTracks => seedTracks;

    /// <summary>Artists at the genre's centre.</summary>
    public IReadOnlyList<ArtistId> SeedArtists => seedArtists;

    /// <summary>Tags at the genre's centre, lower case.</summary>
    public IReadOnlyList<string> SeedTags => seedTags;

    /// <summary>Gives the genre another name.</summary>
    public void Rename(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name.Trim();
        Key = ArtistKey.Fold(name);
        Version++;
    }

    /// <summary>Replaces the seed; duplicates are dropped, order is kept.</summary>
    public void Seed(IEnumerable<TrackId> tracks, IEnumerable<ArtistId> artists, IEnumerable<string> tags)
    {
        Replace(seedTracks, tracks);
        Replace(seedArtists, artists);
        Replace(seedTags, tags.Select(ArtistKey.Fold).Where(tag => tag.Length > 0));
        Version++;
    }

    /// <summary>Takes over the seed of a genre that is being merged into this one.</summary>
    public void Absorb(Genre other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Seed(seedTracks.Concat(other.seedTracks).ToList(), seedArtists.Concat(other.seedArtists).ToList(), seedTags.Concat(other.seedTags).ToList());
    }

    private static void Replace<T>(List<T> list, IEnumerable<T> with)
    {
        var distinct = with.Distinct().ToList();
        list.Clear();
        list.AddRange(distinct);
    }
}
