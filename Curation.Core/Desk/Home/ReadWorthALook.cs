using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Home;

/// <summary>A new track that fits one of a person's drafts.</summary>
/// <param name="Playlist">The draft.</param>
/// <param name="Title">Its title.</param>
/// <param name="Candidate">The track, with its score and reasons.</param>
public sealed record LookLine(PlaylistId Playlist, string Title, Candidate Candidate);

/// <summary>Finds what came out lately and fits what a person is working on.</summary>
public sealed class ReadWorthALook(Store store, SuggestTracks suggest)
{
    private const int Drafts = 4;
    private const int Each = 2;
    private const int Weeks = 8;

    /// <summary>The best candidates released in the last eight weeks for the drafts saved last, two for each, the best first; a track is named once.</summary>
    public async Task<IReadOnlyList<LookLine>> For(PersonId person, CancellationToken cancel = default)
    {
        var drafts = await store.Read(
            db => (from playlist in db.Playlists
                   where !playlist.Archived && db.PlaylistAuthors.Any(author => author.Playlist == playlist.Id && author.Person == person)
                   orderby playlist.SavedAt descending
                   join revision in db.Revisions on playlist.Head equals revision.Id
                   select new { playlist.Id, playlist.Title, revision.Draft }).Take(Drafts).ToListAsync(cancel), cancel);
        var filters = new SuggestionFilters { ReleasedFrom = DateOnly.FromDateTime(store.Now.UtcDateTime).AddDays(-7 * Weeks) };
        var found = new List<LookLine>();
        foreach (var draft in drafts)
        {
            var list = await suggest.For(draft.Id, draft.Draft, filters, cancel: cancel);
            var fresh = list.Items.Where(item => !found.Exists(line => line.Candidate.Track.Id == item.Track.Id)).OrderByDescending(item => item.Score).Take(Each);
            found.AddRange(fresh.Select(item => new LookLine(draft.Id, draft.Title, item)).ToList());
        }

        return [.. found.OrderByDescending(line => line.Candidate.Score)];
    }
}
