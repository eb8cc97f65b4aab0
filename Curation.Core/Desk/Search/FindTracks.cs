using Curation.Core.Catalog;
using Curation.Core.Desk.Models;

namespace Curation.Core.Desk.Search;

/// <summary>A track as a line of search results.</summary>
public sealed record TrackRow(TrackFacts Track, string Genre, Recommending.PopularityTier Tier);

/// <summary>Finds tracks by words of title and artist.</summary>
public sealed class FindTracks(CurrentModel current)
{
    /// <summary>Tracks that have, for every word of the text, a word that starts with it, blind to case and accents; titles that start with the text first, then the most played.</summary>
    public async Task<IReadOnlyList<TrackRow>> Matching(string text, int count = 20, CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        return [.. snapshot.Words.Tracks(text, count).Select(track => snapshot.RowOf(track))];
    }
}
