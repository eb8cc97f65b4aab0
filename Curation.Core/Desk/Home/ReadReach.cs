using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Home;

/// <summary>How much the tracks in the pools of editions were played since they went out, on their lists or anywhere else.</summary>
/// <param name="Listeners">Listeners in the sample whose plays are counted.</param>
/// <param name="ByEdition">Plays a day by playlist and number of the edition, the oldest day first; only days that are over, from the one after it went out, four weeks at most.</param>
public sealed record Reach(int Listeners, IReadOnlyDictionary<(PlaylistId Playlist, int Number), int[]> ByEdition)
{
    /// <summary>Nothing counted yet.</summary>
    public static Reach None { get; } = new(0, new Dictionary<(PlaylistId, int), int[]>());
}

/// <summary>Counts how much the tracks in the pools of editions were played since they went out, by a sample of listeners.</summary>
public sealed class ReadReach(Store store, CurrentAudience audience)
{
    /// <summary>Plays a day of the tracks in the pools of these editions.</summary>
    public async Task<Reach> Of(IReadOnlyList<ReleaseLine> editions, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(editions);
        var picture = await audience.Get(cancel);
        var wanted = editions.Select(line => line.Revision).Distinct().ToList();
        var drafts = await store.Read(db => db.Revisions.Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.Draft }).ToDictionaryAsync(row => row.Id, row => row.Draft, cancel), cancel);
        return new Reach(picture.Sample.Listeners, editions.Where(line => drafts.ContainsKey(line.Revision)).ToDictionary(
            line => (line.Playlist, line.Number),
            line => picture.Recent.Between(DateOnly.FromDateTime(line.At.UtcDateTime).AddDays(1), picture.Recent.Last.AddDays(-1), drafts[line.Revision].Pool.Select(entry => entry.Track))));
    }
}
