using Curation.Core.Catalog;
using Curation.Core.Desk.Models;

namespace Curation.Core.Desk.Search;

/// <summary>A tag, or a genre's name as a tag, and how many tracks have it.</summary>
public sealed record TagRow(string Tag, int Tracks);

/// <summary>Finds tags by a part of their text.</summary>
public sealed class FindTags(CurrentModel current)
{
    /// <summary>Tags that hold the text, those that start with it first, then the most used.</summary>
    public async Task<IReadOnlyList<TagRow>> Matching(string text, int count = 20, CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        var key = ArtistKey.Of(text);
        return
        [
            .. snapshot.Ground.Tags.Where(tag => tag.Contains(key, StringComparison.Ordinal))
                .Select(tag => new TagRow(tag, snapshot.Ground.CountTagged(tag))).Where(row => row.Tracks > 0)
                .OrderByDescending(row => row.Tag.StartsWith(key, StringComparison.Ordinal)).ThenByDescending(row => row.Tracks).ThenBy(row => row.Tag, StringComparer.Ordinal).Take(count),
        ];
    }
}
