namespace Curation.Core.Desk.Demo;

/// <summary>Twelve weeks of plays from a latent-taste model: every listener mixes one to three taste groups, comes back to what they like, and skips what they do not.</summary>
internal sealed class DemoListening
{
    private readonly IReadOnlyList<DemoTrack> tracks;
    private readonly List<int>[] byArtist;
    private readonly double[][] groups;
    private readonly double[] groupWeights;
    private readonly double[] anything;
    private readonly DateOnly start;
    private readonly DateOnly end;

    public DemoListening(IReadOnlyList<DemoTrack> tracks, int artists, double[] popularity, DateOnly start, DateOnly end)
    {
        this.tracks = tracks;
        this.start = start;
        this.end = end;
        byArtist = Enumerable.Range(0, artists).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < tracks.Count; i++) byArtist[tracks[i].Artists[0]].Add(i);
        groups = TasteGroup.All.Select(group => group.Over(tracks, popularity)).ToArray();
        groupWeights = Dice.RunningTotals(TasteGroup.All.Select(group => group.Weight));
        anything = Dice.RunningTotals(popularity);
    }

    /// <summary>About <paramref name="plays"/> plays, listener by listener in order of time.</summary>
    public List<DemoPlay> Make(IReadOnlyList<DemoListener> listeners, int plays, long seed)
    {
        var dice = new Dice(seed, "plays");
        var activity = listeners.Select(_ => dice.Chance(.02) ? 0 : dice.Uneven(.9)).ToArray();
        var scale = plays / activity.Sum();
        var all = new List<DemoPlay>(plays + (plays / 10));
        for (var i = 0; i < listeners.Count; i++) Listen(i, listeners[i], (int)(activity[i] * scale), dice, all);
        return all;
    }

    private void Listen(int listener, DemoListener who, int plays, Dice dice, List<DemoPlay> into)
    {
        if (plays == 0) return;
        var mix = Mix(dice);
        var library = new List<int>();
        var first = who.Since > start ? who.Since : start;
        var midnight = Midnight(end.AddDays(1)).ToUnixTimeMilliseconds();
        var time = 0L;
        foreach (var (at, group, length) in Sessions(plays, first, mix, dice))
        {
            time = Math.Max(time, at);
            for (var i = 0; i < length && time < midnight; i++)
            {
                var (track, source, skipping) = Choose(group, library, dice);
                var skipped = dice.Chance(skipping);
                var duration = tracks[track].DurationMs;
                var ms = skipped ? (int)(duration * (.04 + (.4 * dice.Share()))) : duration;
                var saved = !skipped && source != "library" && dice.Chance(.09);
                if (!skipped && (saved || dice.Chance(.3))) library.Add(track);
                into.Add(new(listener, track, time, ms, skipped, saved, source));
                time += ms + 400 + dice.Below(2_500);
            }
        }
    }

    private int[] Mix(Dice dice)
    {
        var count = dice.Below(10) switch { < 4 => 1, < 8 => 2, _ => 3 };
        var mix = new List<int>();
        while (mix.Count < count)
        {
            var group = dice.Weighted(groupWeights);
            if (!mix.Contains(group)) mix.Add(group);
        }

        // The first taste is heard more than the others.
        return [mix[0], mix[0], .. mix];
    }

    private (int Track, string Source, double Skipping) Choose(int group, List<int> library, Dice dice)
    {
        if (library.Count > 4 && dice.Chance(.5)) return (dice.Pick(library), "library", .06);
        if (library.Count > 4 && dice.Chance(.25)) return (dice.Pick(byArtist[tracks[dice.Pick(library)].Artists[0]]), "artist", .16);
        return dice.Chance(.07) ? (dice.Weighted(anything), "search", .5) : (dice.Weighted(groups[group]), dice.Chance(.6) ? "radio" : "search", .24);
    }

    /// <summary>Sittings of a few songs at the hours of a day that people listen, none running into the next.</summary>
    private List<(long At, int Group, int Length)> Sessions(int plays, DateOnly first, int[] mix, Dice dice)
    {
        var days = Math.Max(1, end.DayNumber - first.DayNumber + 1);
        var wanted = Math.Clamp(plays / 11, 1, days * 3);
        var slots = dice.Shuffled(Enumerable.Range(0, days * 3)).Take(wanted).Order().ToList();
        var sessions = new List<(long, int, int)>(slots.Count);
        for (var i = 0; i < slots.Count; i++)
        {
            var length = Math.Min((plays * (i + 1) / slots.Count) - (plays * i / slots.Count), 60);
            var hour = (slots[i] % 3) switch { 0 => 6.5 + (3 * dice.Share()), 1 => 12 + (4 * dice.Share()), _ => 18.5 + (2.5 * dice.Share()) };
            var at = Midnight(first.AddDays(slots[i] / 3)).AddHours(hour).ToUnixTimeMilliseconds();
            sessions.Add((at, dice.Pick(mix), length));
        }

        return sessions;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
