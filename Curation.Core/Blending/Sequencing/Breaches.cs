using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Finds where an order breaks what is asked of it.</summary>
public static class Breaches
{
    /// <summary>All breaches of tracks in an order, by position. A null is a track of which nothing is known.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="flow">What is asked.</param>
    /// <param name="day">The day on which a clock asks how new a track is.</param>
    /// <param name="brokenKeeps">Places, from 0, of tracks that were to keep their next and do not.</param>
    public static IReadOnlyList<Breach> Of(IReadOnlyList<SequenceTrack?> tracks, Flow flow, DateOnly day, IEnumerable<int>? brokenKeeps = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var all = Apart(tracks, OrderRule.Artist, flow.Artist, track => track.Facts.Artists.Select(artist => artist.Value))
            .Concat(Apart(tracks, OrderRule.Album, flow.Album, track => track.Facts.Release is { } release ? [release.Value] : []))
            .Concat(Apart(tracks, OrderRule.Genre, flow.Genre, track => track.Facts.Genres.Take(1).Select(genre => genre.Value)))
            .Concat(GenderBreaches.Of(tracks, flow.Gender))
            .Concat(Runs(tracks, flow.KeyRun))
            .Concat(Jumps(tracks, flow))
            .Concat(OffTheClock(tracks, flow.Clock, day))
            .Concat((brokenKeeps ?? []).Select(place => new Breach(OrderRule.Kept, false, place + 1, place + 2, 0, 1)));
        return [.. all.OrderBy(breach => breach.To).ThenBy(breach => breach.Rule)];
    }

    private static IEnumerable<Breach> Apart(IReadOnlyList<SequenceTrack?> tracks, OrderRule rule, Separation? asked, Func<SequenceTrack, IEnumerable<int>> keys)
    {
        if (asked is null) yield break;
        var last = new Dictionary<int, int>();
        for (var place = 0; place < tracks.Count; place++)
        {
            if (tracks[place] is not { } track) continue;
            var nearest = (Distance: int.MaxValue, Key: 0);
            foreach (var key in keys(track).Distinct())
            {
                if (last.TryGetValue(key, out var before) && place - before < nearest.Distance) nearest = (place - before, key);
                last[key] = place;
            }

            if (nearest.Distance < asked.Distance) yield return new Breach(rule, asked.Hard, place - nearest.Distance + 1, place + 1, nearest.Distance, asked.Distance, nearest.Key);
        }
    }

    private static IEnumerable<Breach> Runs(IReadOnlyList<SequenceTrack?> tracks, KeyRun? asked)
    {
        if (asked is null) yield break;
        for (int start = 0, end; start < tracks.Count; start = end)
        {
            var key = tracks[start]?.Facts.Features.Key;
            for (end = start + 1; key is not null && end < tracks.Count && tracks[end]?.Facts.Features.Key == key; end++)
            {
                // To the end of the run.
            }

            if (end - start > asked.Most) yield return new Breach(OrderRule.KeyRun, asked.Hard, start + 1, end, end - start, asked.Most);
        }
    }

    private static IEnumerable<Breach> Jumps(IReadOnlyList<SequenceTrack?> tracks, Flow flow)
    {
        if (flow.TempoJump is not { } asked) yield break;
        for (var place = 1; place < tracks.Count; place++)
        {
            if (tracks[place - 1]?.Facts.Features.Tempo is not { } from || tracks[place]?.Facts.Features.Tempo is not { } to) continue;
            var percent = Transition.TempoChange(from, to, flow.HalfAndDouble);
            if (Math.Abs(percent) > asked.Percent) yield return new Breach(OrderRule.TempoJump, asked.Hard, place, place + 1, percent, asked.Percent);
        }
    }

    private static IEnumerable<Breach> OffTheClock(IReadOnlyList<SequenceTrack?> tracks, Clock? clock, DateOnly day)
    {
        if (clock is null) yield break;
        for (var place = 0; place < tracks.Count; place++)
        {
            if (clock.At(place) is var slot && (tracks[place]?.Fits(slot, day) ?? slot.TakesAny())) continue;
            yield return new Breach(OrderRule.Clock, clock.Hard, place + 1, place + 1, 0, 1);
        }
    }
}
