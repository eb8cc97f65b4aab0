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
    private volatile Titles titles = new((0, 0), []);

    /// <summary>Playlists that are not archived and have, for every word of the text, a word in the title that starts with it; the newest saved first.</summary>
    public async Task<IReadOnlyList<FoundPlaylist>> Matching(string text, int count = 20, CancellationToken cancel = default)
    {
        var typed = Words.Of(text);
        if (typed.Count == 0) return [];
        var all = await store.Read(db => Newest(db.Playlists, cancel), cancel);
        return [.. all.Where(row => Holds(row.Words, typed)).Take(count).Select(row => row.Found)];
    }

    /// <summary>The titles, read again only where a playlist was made or changed: playlists are never deleted and every change raises a version, so number and sum tell.</summary>
    private async Task<IReadOnlyList<Title>> Newest(IQueryable<Playlist> playlists, CancellationToken cancel)
    {
        var stamp = (await playlists.CountAsync(cancel), await playlists.SumAsync(row => (long)row.Version, cancel));
        if (titles is { } known && known.Stamp == stamp) return known.Rows;
        var rows = await playlists.Where(row => !row.Archived).OrderByDescending(row => row.SavedAt).ThenBy(row => row.Id)
            .Select(row => new FoundPlaylist(row.Id, row.Title, row.PoolSize, row.SavedAt)).ToListAsync(cancel);
        titles = new Titles(stamp, rows.ConvertAll(row => new Title(row, Words.Of(row.Title))));
        return titles.Rows;
    }

    private static bool Holds(List<string> words, List<string> typed) =>
        typed.TrueForAll(prefix => words.Exists(word => word.StartsWith(prefix, StringComparison.Ordinal)));

    private sealed record Title(FoundPlaylist Found, List<string> Words);

    private sealed record Titles((int Count, long Versions) Stamp, IReadOnlyList<Title> Rows);
}
