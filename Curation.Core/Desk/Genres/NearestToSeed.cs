using Curation.Core.Desk.Models;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Core.Desk.Genres;

/// <summary>Shows what a seed leads to, before or after it is saved.</summary>
public sealed class NearestToSeed(CurrentModel current)
{
    /// <summary>The tracks nearest to a seed, with reasons; the seed's own tracks are left out.</summary>
    public async Task<IReadOnlyList<Candidate>> Of(GenreSeed seed, int count = 20, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seed);
        var snapshot = await current.Get(cancel);
        var request = new SuggestionRequest { Seed = seed, Excluded = seed.Tracks.ToHashSet(), Count = count };
        var list = await Task.Run(() => snapshot.Suggester.Suggest(request), cancel);
        return list.From == StartingPoint.Seed ? [.. list.Items.Select(item => item.InWords(snapshot.Catalogue))] : [];
    }
}
