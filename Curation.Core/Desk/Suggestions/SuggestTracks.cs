using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Versions;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Recommending.Suggesting;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Suggests tracks for a playlist: from its pool, its genre's seed while the pool is empty, and the words of its need.</summary>
public sealed class SuggestTracks(Store store, CurrentModel current, CurrentAudience audience, CurrentVersions versions, HeldTracks held, TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, TrackId[]> published = new();

    /// <summary>Candidates for the newest state of a playlist; none where there is no such playlist.</summary>
    public async Task<CandidateList> For(PlaylistId playlist, SuggestionFilters filters, int count = SuggestionRequest.Most, CancellationToken cancel = default)
    {
        var head = await store.Read(
            db => (from row in db.Playlists where row.Id == playlist join revision in db.Revisions on row.Head equals revision.Id select revision).SingleOrDefaultAsync(cancel), cancel);
        return head is null ? CandidateList.Empty : await For(playlist, head.Draft, filters, count, cancel);
    }

    /// <summary>Candidates for a draft as a page holds it.</summary>
    public async Task<CandidateList> For(PlaylistId playlist, Draft draft, SuggestionFilters filters, int count = SuggestionRequest.Most, CancellationToken cancel = default)
    {
        var began = clock.GetTimestamp();
        var (snapshot, request) = await Request(playlist, draft, filters, count, cancel);
        var list = await Task.Run(() => snapshot.Suggester.Suggest(request), cancel);
        var overlap = (await audience.Get(cancel)).Sample.Beside(request.Pool);
        return new CandidateList([.. list.Items.Select(item => item.InWords(snapshot.Catalogue) with { Overlap = overlap(item.Track) })], list.From, clock.GetElapsedTime(began));
    }

    /// <summary>What is asked of the suggester for a draft, and the snapshot to ask.</summary>
    internal async Task<(ModelSnapshot Snapshot, SuggestionRequest Request)> Request(PlaylistId playlist, Draft draft, SuggestionFilters filters, int count, CancellationToken cancel)
    {
        var snapshot = await current.Get(cancel);
        var now = clock.GetUtcNow();
        var (seed, excluded, steering, shares) = await store.Read(
            async db => (await Seed(db, draft.Seed, cancel), await Excluded(db, playlist, filters, cancel), await ReadSteering.Steering(db, playlist, now, cancel), await ReadSteering.Shares(db, playlist, cancel)), cancel);
        var book = await versions.Get(cancel);
        excluded.UnionWith(draft.Pool.SelectMany(entry => book.Group(entry.Track).Tracks));
        return (snapshot, new SuggestionRequest
        {
            Pool = [.. draft.Pool.Select(entry => entry.Track)],
            Seed = seed,
            Need = draft.Need,
            Filters = filters,
            Excluded = excluded,
            Steering = steering,
            Shares = shares,
            Today = DateOnly.FromDateTime(now.UtcDateTime),
            ArtistsApart = Math.Max(draft.Blend.ArtistSeparation, draft.Flow?.Artist?.Distance ?? 1),
            Count = count,
        });
    }

    private static async Task<GenreSeed?> Seed(CurationDb db, GenreId? genre, CancellationToken cancel) =>
        genre is { } id && await db.Genres.SingleOrDefaultAsync(row => row.Id == id, cancel) is { } found ? GenreSeed.Of(found) : null;

    private async Task<HashSet<TrackId>> Excluded(CurationDb db, PlaylistId playlist, SuggestionFilters filters, CancellationToken cancel)
    {
        var excluded = await ListRefusals.Holding(db, playlist, clock.GetUtcNow(), cancel);
        excluded.UnionWith(await held.For(db, playlist, (await current.Get(cancel)).Catalogue, cancel));
        if (filters.NotInOtherPlaylists)
        {
            excluded.UnionWith(await db.PoolTracks
                .Where(row => row.Playlist != playlist && db.Playlists.Any(other => other.Id == row.Playlist && !other.Archived)).Select(row => row.Track).ToListAsync(cancel));
        }

        if (filters.NotUsedInWeeks is { } weeks) excluded.UnionWith(await Used(db, playlist, clock.GetUtcNow().AddDays(-7 * weeks), cancel));
        return excluded;
    }

    /// <summary>Tracks in the pools of other playlists' editions that are live or went live since. An edition never changes, so the pool of each is read once.</summary>
    private async Task<IEnumerable<TrackId>> Used(CurationDb db, PlaylistId playlist, DateTimeOffset since, CancellationToken cancel)
    {
        var editions = await db.Editions
            .Where(edition => edition.Playlist != playlist && (edition.State == EditionState.Live || edition.PublishedAt >= since))
            .Select(edition => new { edition.Id, edition.Revision }).ToListAsync(cancel);
        var unread = editions.Where(edition => !published.ContainsKey(edition.Id)).ToList();
        var wanted = unread.ConvertAll(edition => edition.Revision);
        if (unread.Count > 0)
        {
            var drafts = await db.Revisions.Where(revision => wanted.Contains(revision.Id)).Select(revision => new { revision.Id, revision.Draft }).ToDictionaryAsync(row => row.Id, row => row.Draft, cancel);
            foreach (var edition in unread) published[edition.Id] = [.. drafts[edition.Revision].Pool.Select(entry => entry.Track)];
        }

        return editions.SelectMany(edition => published[edition.Id]);
    }
}
