using Curation.Core.Auditing.Assessing;
using Curation.Core.Catalog;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Reads the lists that listeners get now; somebody without a list of their own gets the shared one.</summary>
internal static class LiveLists
{
    private const int SharedList = 0;

    public static async Task<ListSet> Of(CurationDb db, int edition, SimulatedAudience audience, CancellationToken cancel)
    {
        var stored = new Dictionary<int, TrackId[]>();
        var lists = db.EditionLists.Where(row => row.Edition == edition);
        if (audience.Listeners.Length < audience.Population)
        {
            List<int> wanted = [SharedList, .. audience.Listeners.Select(listener => listener.Id.Value)];
            lists = lists.Where(row => EF.Parameter(wanted).Contains(row.Listener));
        }

        await ListeningReader.Each(
            db,
            lists.Select(row => new { row.Listener, row.Slots }),
            row => stored[row.GetInt32(0)] = Array.ConvertAll(SlotCodec.Unpack((byte[])row.GetValue(1)), slot => slot.Track),
            cancel);
        var shared = stored.GetValueOrDefault(SharedList, []);
        return Simulator.Joined(audience.Listeners, Array.ConvertAll(audience.Listeners, listener => stored.GetValueOrDefault(listener.Id.Value, shared)));
    }

    /// <summary>The tracks of all its lists.</summary>
    public static async Task<HashSet<TrackId>> TracksOf(CurationDb db, int edition, CancellationToken cancel)
    {
        var tracks = new HashSet<TrackId>();
        await ListeningReader.Each(
            db,
            db.EditionLists.Where(row => row.Edition == edition && row.Listener != SharedList).Select(row => row.Slots),
            row =>
            {
                foreach (var slot in SlotCodec.Unpack((byte[])row.GetValue(0))) tracks.Add(slot.Track);
            },
            cancel);
        return tracks;
    }
}
