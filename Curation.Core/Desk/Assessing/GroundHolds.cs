using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Content;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Decisions about content and takedowns that keep tracks from a playlist, or let tracks through that a rule would keep away; others change no list.</summary>
/// <param name="Mark">Of all that count for the playlist.</param>
/// <param name="MarkOfPool">Of those that touch tracks of the pool.</param>
internal sealed record GroundHolds(string Mark, string MarkOfPool)
{
    /// <summary>Those that count for a revision's playlist at a moment.</summary>
    public static async Task<GroundHolds> Of(CurationDb db, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        var keeping = (await ContentRecord.Rules(db, now, cancel)).Rules.Where(rule => rule.KeepsAway).Select(rule => rule.Number).ToHashSet();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var decided = (await ContentRecord.Decisions(db, now, cancel))
            .Where(hold => hold is { Track: not null, Written: false } && (hold.Until is not { } end || day <= end) && (hold.Everywhere || hold.Playlist is null || hold.Playlist == revision.Playlist))
            .Where(hold => hold.Measure >= ContentMeasure.Restrict || keeping.Contains(hold.Rule))
            .Select(hold => (Track: hold.Track!.Value, Line: (object?[])[hold.Track!.Value.Value, hold.Measure.ToString(), hold.Rule, hold.Territories])).ToList();
        var down = await db.TrackBlocks.Select(block => block.Track).Distinct().ToListAsync(cancel);
        var lines = decided.Concat(down.OrderBy(track => track.Value).Select(track => (Track: track, Line: (object?[])[track.Value, "taken down"]))).ToList();
        var pool = revision.Draft.Pool.Select(entry => entry.Track).ToHashSet();
        return new GroundHolds(MarkOf(lines), MarkOf(lines.Where(line => pool.Contains(line.Track))));
    }

    private static string MarkOf(IEnumerable<(TrackId Track, object?[] Line)> lines) => GroundMark.Of(lines.Select(line => line.Line));
}
