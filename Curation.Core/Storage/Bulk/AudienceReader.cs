using Curation.Core.Catalog;
using Curation.Core.Listening;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage.Bulk;

/// <summary>Reads what a sample of listeners heard. Who is in it depends on the seed and on who there is, not on what they heard; listeners with profiling turned off are never in it.</summary>
public static class AudienceReader
{
    private const long DayMs = 86_400_000;

    /// <summary>Reads the sample and its plays on the days up to <paramref name="last"/>.</summary>
    public static async Task<(AudienceSample Sample, RecentPlays Recent)> Read(CurationDb db, int most, DateOnly last, int days, CancellationToken cancel)
    {
        var chosen = await Chosen(db, most, cancel);
        var numbers = chosen.Index().ToDictionary(item => item.Item.Value, item => item.Index);
        var heard = new HashSet<(int, TrackId)>();
        var recent = new List<(TrackId, DateOnly)>();
        var oldest = new DateTimeOffset(last.AddDays(1 - days), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
        foreach (var part in chosen.Chunk(512))
        {
            await ListeningReader.Each(db, db.Plays.Where(play => !play.Skipped && part.Contains(play.Listener)).Select(play => new { play.Listener, play.Track, play.At }), Played, cancel);
            await ListeningReader.Each(db, db.Tallies.Where(tally => part.Contains(tally.Listener)).Select(tally => new { tally.Listener, tally.Track }), Heard, cancel);
        }

        return (new AudienceSample(chosen.Count, heard), new RecentPlays(last, days, recent));

        void Heard(System.Data.Common.DbDataReader row) => heard.Add((numbers[row.GetInt32(0)], new TrackId(row.GetInt32(1))));

        void Played(System.Data.Common.DbDataReader row)
        {
            Heard(row);
            if (row.GetInt64(2) is var at && at >= oldest) recent.Add((new TrackId(row.GetInt32(1)), DateOnly.FromDayNumber((int)(at / DayMs) + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)));
        }
    }

    private static async Task<List<ListenerId>> Chosen(CurationDb db, int most, CancellationToken cancel)
    {
        var all = await db.Listeners.Where(listener => !listener.ProfilingOff).OrderBy(listener => listener.Id).Select(listener => listener.Id).ToListAsync(cancel);
        return all.Count <= most ? all : [.. all.OrderBy(listener => new Numerics.SeededRandom(listener.Value).NextBits()).Take(most).Order()];
    }
}
