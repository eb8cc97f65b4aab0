using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Search;

/// <summary>A playlist as a line of search results.</summary>
public sealed record FoundPlaylist(PlaylistId Id, string Title, int PoolSize, DateTimeOffset SavedAt);

/// <summary>Finds playlists by words of their titles.</summary>
public sealed class FindPlaylists(Store store)
{
    /// <summary>Playlists that are not archived and have, for every word of the text, a word in the title that starts with it; the newest saved first.</summary>
    public async Task<IReadOnlyList<FoundPlaylist>> Matching(string text, int count = 20, CancellationToken cancel = default)
    {
        var typed = Words.Of(text);
        if (typed.Count == 0) return [];
        var all = await store.Read(
            db => db.Playlists.Where(row => !row.Archived).OrderByDescending(row => row.SavedAt).ThenBy(row => row.Id).Select(row => new FoundPlaylist(row.Id, row.Title, row.PoolSize, row.SavedAt)).ToListAsync(cancel),
            cancel);
        return [.. all.Where(row => Holds(row.Title, typed)).Take(count)];
    }

    private static bool Holds(string title, List<string> typed)
    {
        var words = Words.Of(title);
        return typed.TrueForAll(prefix => words.Exists(word => word.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
