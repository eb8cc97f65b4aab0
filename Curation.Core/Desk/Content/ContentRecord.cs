using Curation.Core.Auditing.Content;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>Reads the content policy and the decisions that counted at a time. Preview, publishing, suggestions and serving all come here.</summary>
internal static class ContentRecord
{
    /// <summary>The policy in force at a time; the starter before the first version was saved.</summary>
    public static async Task<ContentRules> Rules(CurationDb db, DateTimeOffset at, CancellationToken cancel) =>
        (await db.ContentRulesVersions.AsNoTracking().Where(row => row.At <= at).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel))?.Read() ?? ContentRules.Starter;

    /// <summary>Number of the policy in force at a time, without reading it; a part of the version of the whole policy.</summary>
    public static async Task<int> Version(CurationDb db, DateTimeOffset at, CancellationToken cancel) =>
        await db.ContentRulesVersions.Where(row => row.At <= at).MaxAsync(row => (int?)row.Number, cancel) ?? ContentRules.Starter.Version;

    /// <summary>The newest decision of each case at a time.</summary>
    public static async Task<List<ContentHold>> Decisions(CurationDb db, DateTimeOffset at, CancellationToken cancel)
    {
        var rows = await (from decision in db.ContentDecisions
                          where decision.At <= at
                          join of in db.ContentCases on decision.Case equals of.Id
                          orderby decision.Id
                          select new { decision.Case, Hold = new ContentHold(of.Id, decision.Measure, of.Playlist, of.Track, of.Rule, of.Key, of.Written, decision.Everywhere, decision.Territories, decision.Until, decision.Reason) })
            .AsNoTracking().ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Case).Select(ofCase => ofCase.Last().Hold)];
    }

    /// <summary>Whether a decision keeps a playlist from being recommended, or from everybody, at a time.</summary>
    public static async Task<Func<PlaylistId, bool>> KeptBack(CurationDb db, DateTimeOffset at, CancellationToken cancel)
    {
        var (decisions, day) = (await Decisions(db, at, cancel), DateOnly.FromDateTime(at.UtcDateTime));
        return playlist => new ContentHolds(ContentRules.None, decisions, playlist, null, day).OfPlaylist >= ContentMeasure.Restrict;
    }

    /// <summary>What rules and decisions kept from a playlist at a time.</summary>
    public static async Task<ContentHolds> Holds(CurationDb db, PlaylistId playlist, GenreId? seed, DateTimeOffset at, CancellationToken cancel, PlaylistKind? kind = null) =>
        new(await Rules(db, at, cancel), await Decisions(db, at, cancel), playlist, seed, DateOnly.FromDateTime(at.UtcDateTime), kind);

    /// <summary>Tracks that a decision gives to nobody anywhere, and that are therefore not found either.</summary>
    public static async Task<HashSet<TrackId>> Removed(CurationDb db, DateTimeOffset at, CancellationToken cancel)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return [.. (await Decisions(db, at, cancel)).Where(hold => hold is { Measure: ContentMeasure.Remove, Track: not null, Written: false, Everywhere: true, Territories: null } && (hold.Until is not { } end || day <= end)).Select(hold => hold.Track!.Value)];
    }

    /// <summary>Facts of these tracks as the store has them now.</summary>
    public static async Task<Dictionary<TrackId, TrackFacts>> Facts(CurationDb db, IEnumerable<TrackId> tracks, CancellationToken cancel)
    {
        var facts = new Dictionary<TrackId, TrackFacts>();
        foreach (var part in tracks.Distinct().Chunk(500))
        {
            var rows = await db.Tracks.AsNoTracking().Include(track => track.Credits).Where(track => part.Contains(track.Id)).ToListAsync(cancel);
            foreach (var row in rows)
            {
                facts[row.Id] = new TrackFacts(row.Id, row.Title, row.ArtistLine, [.. row.Credits.OrderBy(credit => credit.Position).Select(credit => credit.Artist)], [], row.ReleasedOn, row.DurationMs, row.Explicit, row.Isrc, row.Mbid, row.Features)
                {
                    Language = row.Language,
                    Release = row.Release,
                    Rights = new TrackRights(row.Rights, row.AllowedIn, row.BlockedIn, row.RightsHolder),
                };
            }
        }

        return facts;
    }
}
