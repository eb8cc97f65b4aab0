using Curation.Core.Catalog;
using Curation.Core.Desk.Models;

namespace Curation.Core.Desk.Search;

/// <summary>An artist as a line of search results.</summary>
public sealed record ArtistRow(ArtistId Id, string Name, int Tracks);

/// <summary>Finds artists by words of their names.</summary>
public sealed class FindArtists(CurrentModel current)
{
    /// <summary>Artists whose names have, for every word of the text, a word that starts with it, blind to case and accents; the most played first.</summary>
    public async Task<IReadOnlyList<ArtistRow>> Matching(string text, int count = 20, CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        return [.. snapshot.Words.Artists(text, count).Select(artist => new ArtistRow(artist, snapshot.Catalogue.ArtistNames[artist], snapshot.Ground.By(artist).Count))];
    }
}
