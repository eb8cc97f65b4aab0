using Curation.Core.Auditing.Policies;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Previews;

/// <summary>Prepares the composer of a saved revision. Preview and publishing call this one way, so that their lists are the same to the last byte.</summary>
internal static class ComposerFor
{
    /// <summary>Discovery candidates offered for a pool.</summary>
    private const int Candidates = 300;

    /// <summary>A composer for a revision on a snapshot, with the refusals and the content policy that held at a time.</summary>
    public static async Task<Composer> Revision(CurationDb db, ModelSnapshot snapshot, Revision revision, DateTimeOffset at, CancellationToken cancel)
    {
        var seed = revision.Draft.Seed;
        var refusals = await db.Refusals.AsNoTracking().Where(row => row.Playlist == revision.Playlist || (row.Playlist == null && (row.Genre == null || row.Genre == seed))).ToListAsync(cancel);
        var refused = refusals.Where(row => row.At <= at && row.Holds(at)).Select(row => row.Track).ToHashSet();
        var day = DateOnly.FromDateTime(revision.SavedAt.UtcDateTime);
        var discovery = revision.Draft.Blend.DiscoveryShare > 0 ? Discoveries(snapshot, revision.Draft, await TakenDown(db, at, cancel)) : [];
        var content = await ContentRecord.Holds(db, revision.Playlist, seed, at, cancel, PlaylistKinds.Of(revision.Draft.Blend));
        refused.UnionWith(revision.Draft.Pool.Select(entry => entry.Track).Concat(discovery.Select(candidate => candidate.Track)).Where(track => snapshot.Catalogue.Find(track) is { } facts && content.KeepsAway(facts)));
        return new Composer(new Ingredients
        {
            Origin = new ListOrigin(revision.Id, revision.Hash, await RuleBook.Number(db, cancel), snapshot.ModelHash),
            Draft = revision.Draft,
            Catalogue = snapshot.Catalogue,
            Model = snapshot.Model?.Tracks,
            Discovery = discovery,
            Refused = refused,
            KeptFrom = content.KeepsFrom,
            Tier = snapshot.Ground.TierOf,
            GroupShares = await SharesOf(db, snapshot, revision.Draft.Blend.Exposure, day, cancel),
            Day = day,
        });
    }

    private static async Task<Func<TrackId, IReadOnlyList<double>>> SharesOf(CurationDb db, ModelSnapshot snapshot, ExposureGoal? goal, DateOnly day, CancellationToken cancel)
    {
        if (goal is null) return _ => [];
        var stamp = await ListAttributes.Stamp(db, cancel);
        var dimensions = snapshot.Dimensions.Find(day, stamp) ?? snapshot.Dimensions.On(day, stamp, await ListAttributes.Tables(db, cancel));
        return GoalShares.Of(goal, snapshot.Dimensions.Rows, dimensions);
    }

    private static List<Candidate> Discoveries(ModelSnapshot snapshot, Draft draft, HashSet<TrackId> takenDown)
    {
        if (snapshot.Model?.Factorisation is not { } engine) return [];
        var pool = draft.Pool.Select(entry => engine.Tracks.RowOf(entry.Track)).Where(row => row >= 0).Distinct().Select(row => new Evidence(row, 1)).ToList();
        return engine.Taste(pool).Top(Candidates).Select(scored => new Candidate(engine.Tracks[scored.Row], scored.Score)).Where(candidate => !takenDown.Contains(candidate.Track)).ToList();
    }

    /// <summary>Tracks whose takedown held at a time; one that was taken back later held until then.</summary>
    private static async Task<HashSet<TrackId>> TakenDown(CurationDb db, DateTimeOffset at, CancellationToken cancel) =>
        [.. await (from block in db.TrackBlocks join edit in db.WideEdits on block.WideEdit equals edit.Id where edit.At <= at select block.Track).ToListAsync(cancel)];
}
