using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>A small catalogue, written down track by track, from which a ground is made.</summary>
internal sealed class World
{
    private readonly List<TrackFacts> tracks = [];
    private readonly Dictionary<GenreId, string> genres = [];
    private readonly Dictionary<ArtistId, string> artists = [];
    private readonly Dictionary<TrackId, double> plays = [];
    private readonly Dictionary<TrackId, IReadOnlyList<TrackTag>> tags = [];

    public TrackId Add(string title, string artist, string? genre = null, int? year = null, bool isExplicit = false, double plays = 0, params string[] tags)
    {
        var id = new TrackId(tracks.Count + 1);
        GenreId[] inGenres = genre is null ? [] : [Genre(genre)];
        tracks.Add(new TrackFacts(id, title, artist, [Artist(artist)], inGenres, year is { } y ? new DateOnly(y, 1, 1) : null, 200_000, isExplicit, null, null, default));
        if (plays > 0) this.plays[id] = plays;
        Tag(id, [.. tags.Select(tag => (tag, 1))]);
        return id;
    }

    /// <summary>Tags of a track with how many people gave each.</summary>
    public TrackId Tag(TrackId track, params (string Tag, int Count)[] given)
    {
        tags[track] = [.. given.Select(tag => new TrackTag(track, tag.Tag, tag.Count))];
        return track;
    }

    public GenreId Genre(string name) => Named(genres, name, number => new GenreId(number));

    public ArtistId Artist(string name) => Named(artists, name, number => new ArtistId(number));

    public Catalogue Catalogue() => new(tracks, genres, artists);

    public SuggestionGround Ground(TrainedModel? model = null) => new(Catalogue(), plays, tags, model?.Factorisation, model?.Neighbours, inferring: model?.Factorisation.Inferring(Catalogue(), tags));

    public Suggester Suggester(TrainedModel? model = null) => new(Ground(model));

    private static TId Named<TId>(Dictionary<TId, string> names, string name, Func<int, TId> id)
        where TId : notnull
    {
        foreach (var pair in names)
        {
            if (pair.Value == name) return pair.Key;
        }

        var made = id(names.Count + 1);
        names[made] = name;
        return made;
    }
}
