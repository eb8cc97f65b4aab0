using Curation.Core.Catalog;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Plays;

/// <summary>The tracks that given plays name, looked up at once.</summary>
internal sealed class GivenTracks
{
    private readonly HashSet<TrackId> numbers;
    private readonly Dictionary<string, TrackId> byKey;

    private GivenTracks(HashSet<TrackId> numbers, Dictionary<string, TrackId> byKey)
    {
        this.numbers = numbers;
        this.byKey = byKey;
    }

    public static async Task<GivenTracks> Of(CurationDb db, IReadOnlyList<GivenPlay> plays, CancellationToken cancel)
    {
        var ids = plays.Where(play => play.Track is not null).Select(play => new TrackId(play.Track!.Value)).Distinct().ToList();
        var keys = plays.Select(play => play.TrackKeyGiven).OfType<string>().Distinct().ToList();
        var isrcs = plays.Select(play => play.Isrc?.Trim().ToUpperInvariant()).OfType<string>().Distinct().ToList();
        var mbids = plays.Select(play => play.Mbid).OfType<Guid>().Distinct().ToList();
        var known = await db.Tracks.Where(track => ids.Contains(track.Id)).Select(track => track.Id).ToListAsync(cancel);
        var byKey = await db.Tracks.Where(track => keys.Contains(track.Key)).ToDictionaryAsync(track => track.Key, track => track.Id, cancel);
        var byOther = await db.Tracks.Where(track => (track.Isrc != null && isrcs.Contains(track.Isrc)) || (track.Mbid != null && mbids.Contains(track.Mbid.Value)))
            .OrderBy(track => track.Id).Select(track => new { track.Id, track.Isrc, track.Mbid }).ToListAsync(cancel);
        foreach (var track in byOther)
        {
            if (track.Isrc is { } isrc) byKey.TryAdd(TrackKey.Of("", "", isrc), track.Id);
            if (track.Mbid is { } mbid) byKey.TryAdd(TrackKey.Of("", "", mbid: mbid), track.Id);
        }

        return new GivenTracks([.. known], byKey);
    }

    /// <summary>The track of a play, or null where the catalogue does not have it.</summary>
    public TrackId? Find(GivenPlay play) =>
        play.Track is { } number ? numbers.Contains(new TrackId(number)) ? new TrackId(number) : null
        : play.TrackKeyGiven is { } key && byKey.TryGetValue(key, out var track) ? track : null;
}
