using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Finds positions of a clock for which there are too few tracks: any set of its classes needs as many tracks that fit one of them as it has positions (Hall 1935).</summary>
internal static class ClockObstacles
{
    private const int MostClasses = 10;

    public static IEnumerable<Obstacle> Of(SequencePlan plan, Frame frame)
    {
        if (plan.Flow.Clock is not { } clock) yield break;
        var soft = clock.Hard ? plan.Flow with { Clock = clock with { Hard = false } } : null;
        for (var place = 0; place < frame.Count; place++)
        {
            if (frame.TrackAt[place] is not (>= 0 and var track) || plan.Tracks[track].Fits(clock.At(place), plan.Day)) continue;
            yield return new Obstacle(OrderRule.Clock, clock.Hard, $"“{plan.Tracks[track].Facts.Title}” stands fixed at {place + 1}, where the clock asks for “{clock.At(place).Name}”, and is none.", soft, "Make it soft");
        }

        if (Shortest(plan, frame, clock) is not var (names, positions, tracks)) yield break;
        var missing = positions - tracks;
        yield return new Obstacle(OrderRule.Clock, clock.Hard,
            $"{positions} positions of the clock ask for {names}, and {(tracks == 1 ? "1 track is" : $"{tracks} tracks are")} that. {(missing == 1 ? "One more such track" : $"{missing} more such tracks")} would do{(clock.Hard ? ", or a soft clock" : "")}.", soft, "Make it soft");
    }

    /// <summary>The set of classes that misses most tracks, by the fewest classes.</summary>
    private static (string Names, int Positions, int Tracks)? Shortest(SequencePlan plan, Frame frame, Clock clock)
    {
        var classes = clock.Slots.Distinct().Take(MostClasses).ToList();
        var demand = new int[classes.Count];
        for (var place = 0; place < frame.Count; place++)
        {
            if (frame.TrackAt[place] < 0 && classes.IndexOf(clock.At(place)) is >= 0 and var asked) demand[asked]++;
        }

        var masks = Enumerable.Range(0, frame.Count).Where(track => frame.PlaceOf[track] < 0)
            .Select(track => classes.Index().Sum(one => plan.Tracks[track].Fits(one.Item, plan.Day) ? 1 << one.Index : 0)).CountBy(mask => mask).ToList();
        var worst = Enumerable.Range(1, (1 << classes.Count) - 1)
            .Select(set => (Set: set, Positions: classes.Index().Sum(one => (set >> one.Index & 1) * demand[one.Index]), Tracks: masks.Sum(mask => (mask.Key & set) != 0 ? mask.Value : 0)))
            .MaxBy(row => (row.Positions - row.Tracks, -int.PopCount(row.Set)));
        if (worst.Positions <= worst.Tracks) return null;
        return (string.Join(" or ", classes.Where((_, i) => (worst.Set >> i & 1) != 0).Select(slot => $"“{slot.Name}”").Distinct()), worst.Positions, worst.Tracks);
    }
}
