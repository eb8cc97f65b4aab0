using Curation.Core.Catalog;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Core.Desk.Search;

/// <summary>Finds tracks and artists by the beginnings of the words in their names, blind to case and accents. Immutable.</summary>
public sealed class CatalogueWords
{
    private readonly TrackFacts[] tracks;
    private readonly string[] titles;
    private readonly WordIndex trackWords;
    private readonly ArtistId[] artists;
    private readonly WordIndex artistWords;

    /// <summary>Indexes the titles and artist credits of a ground, the most played first.</summary>
    public CatalogueWords(SuggestionGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        tracks = [.. ground.Catalogue.Tracks.OrderByDescending(track => ground.PlaysOf(track.Id)).ThenBy(track => track.Id)];
        titles = Array.ConvertAll(tracks, track => string.Join(' ', Words.Of(track.Title)));
        trackWords = new WordIndex(Array.ConvertAll(tracks, track => (IReadOnlyList<string>)[.. Words.Of(track.Title), .. Words.Of(track.ArtistLine)]));
        var named = ground.Catalogue.ArtistNames.OrderByDescending(artist => ground.PlaysOf(artist.Key)).ThenBy(artist => artist.Key.Value).ToList();
        artists = [.. named.Select(artist => artist.Key)];
        artistWords = new WordIndex(named.ConvertAll(artist => (IReadOnlyList<string>)Words.Of(artist.Value)));
    }

    /// <summary>Tracks that have, for every word typed, a word in title or artist credit that starts with it; titles that start with the text first, then the most played.</summary>
    public IReadOnlyList<TrackFacts> Tracks(string text, int count)
    {
        var typed = Words.Of(text);
        var hits = trackWords.HoldingAllStartingWith(typed);
        var start = string.Join(' ', typed);
        var first = hits.Where(number => titles[number].StartsWith(start, StringComparison.Ordinal)).Take(count).ToList();
        return [.. first.Concat(hits.Except(first)).Take(count).Select(number => tracks[number])];
    }

    /// <summary>Artists whose name has, for every word typed, a word that starts with it, the most played first.</summary>
    public IReadOnlyList<ArtistId> Artists(string text, int count) =>
        [.. artistWords.HoldingAllStartingWith(Words.Of(text)).Take(count).Select(number => artists[number])];
}
