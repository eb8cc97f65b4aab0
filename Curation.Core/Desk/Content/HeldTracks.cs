using Curation.Core.Auditing.Content;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>Which tracks of a whole catalogue rules and decisions keep from being suggested for a playlist. A look through the catalogue is kept until the policy or the catalogue is another.</summary>
public sealed class HeldTracks(Store store)
{
    private volatile Look? look;

    /// <summary>Tracks that are not to be suggested for a playlist now.</summary>
    public Task<HashSet<TrackId>> For(PlaylistId playlist, Catalogue catalogue, CancellationToken cancel = default) => store.Read(db => For(db, playlist, catalogue, cancel), cancel);

    internal async Task<HashSet<TrackId>> For(CurationDb db, PlaylistId playlist, Catalogue catalogue, CancellationToken cancel)
    {
        var now = store.Now;
        var seed = await db.Playlists.Where(row => row.Id == playlist).Select(row => row.Seed).SingleOrDefaultAsync(cancel);
        var rules = await ContentRecord.Rules(db, now, cancel);
        var decisions = await ContentRecord.Decisions(db, now, cancel);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var kind = rules.Rules.Any(rule => rule.Scope.Kind is not null) ? await KindOf(db, playlist, cancel) : null;
        var holds = new ContentHolds(rules, decisions, playlist, seed, day, kind);
        if (holds.IsEmpty) return [];
        var named = Named(rules, catalogue);
        var sought = rules.Holding(playlist, seed, day, kind).Where(rule => rule.KeepsAway).SelectMany(rule => named[rule.Number])
            .Concat(decisions.Where(hold => hold.Track is not null).Select(hold => hold.Track!.Value));
        return [.. sought.Where(track => catalogue.Find(track) is { } facts && holds.KeepsAway(facts))];
    }

    private static async Task<PlaylistKind?> KindOf(CurationDb db, PlaylistId playlist, CancellationToken cancel)
    {
        var draft = await (from row in db.Playlists where row.Id == playlist join revision in db.Revisions on row.Head equals revision.Id select revision.Draft).SingleOrDefaultAsync(cancel);
        return draft is null ? null : PlaylistKinds.Of(draft.Blend);
    }

    private ILookup<int, TrackId> Named(ContentRules rules, Catalogue catalogue)
    {
        if (look is { } kept && kept.Version == rules.Version && ReferenceEquals(kept.Catalogue, catalogue)) return kept.Named;
        var named = rules.Rules.Where(rule => rule.KeepsAway)
            .SelectMany(rule => catalogue.Tracks.Where(track => rules.Names(rule, track)).Select(track => (rule.Number, track.Id))).ToLookup(pair => pair.Number, pair => pair.Id);
        look = new Look(rules.Version, catalogue, named);
        return named;
    }

    private sealed record Look(int Version, Catalogue Catalogue, ILookup<int, TrackId> Named);
}
