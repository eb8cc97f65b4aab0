using System.Globalization;

namespace Curation.Core.Desk.Demo;

/// <summary>Evenings of invented radio shows. One track in a hundred holds about a quarter of all places, and most of those that are played at all are played once.</summary>
internal static class DemoShows
{
    private const double TopOnePercent = .27;

    private static readonly string[] Names =
    [
        "Harbour Lights", "The Long Corridor", "Static & Sons", "Marmalade Hour", "North Window", "Second Breakfast", "Wires", "Cellar Door Radio", "Slow Ferry", "Neon Almanac",
        "The Tape Room", "Under the Clock", "Paper Moon Radio", "Signal Hill", "Low Ceiling", "Half Past Blue", "Rooftop Weather", "Deep Pockets", "Kettle On", "Last Tram",
        "Glasshouse", "Quiet Carriage", "Fader", "Sunday Sweep", "Blue Door Sessions",
    ];

    public static List<DemoShow> Make(IReadOnlyList<DemoTrack> tracks, int[] ranking, int shows, int weeks, DateOnly end, long seed)
    {
        var dice = new Dice(seed, "shows");
        var evenings = shows * weeks;
        var lists = Enumerable.Range(0, evenings).Select(_ => new List<int>()).ToArray();
        var groups = Enumerable.Range(0, shows).Select(i => i % TasteGroup.All.Count).ToArray();
        var counts = Places(ranking.Length, evenings);
        for (var rank = 0; rank < counts.Length; rank++) Place(ranking[rank], counts[rank], tracks, groups, lists, dice);
        return lists.Select((list, i) => Evening(i, shows, weeks, end, dice.Shuffled(list))).Where(show => show.Tracks.Length > 0).ToList();
    }

    /// <summary>In how many lists the track of each rank stands.</summary>
    private static int[] Places(int tracks, int evenings)
    {
        var top = Math.Max(1, tracks / 100);
        var places = new int[tracks * 85 / 100];
        for (var rank = top; rank < places.Length; rank++) places[rank] = Math.Max(1, (int)(evenings * .085 * Math.Pow((double)top / rank, 1.2)));
        var rest = places.Sum();
        var shape = Enumerable.Range(0, top).Select(rank => Math.Pow(rank + 1, -.4)).ToArray();
        var scale = rest * TopOnePercent / (1 - TopOnePercent) / shape.Sum();
        for (var rank = 0; rank < top; rank++) places[rank] = Math.Min((int)(shape[rank] * scale), evenings * 2 / 3);
        return places;
    }

    private static void Place(int track, int count, IReadOnlyList<DemoTrack> tracks, int[] groups, List<int>[] lists, Dice dice)
    {
        var full = lists.Sum(list => list.Count) / lists.Length;
        var fit = groups.Select(group => .08 + TasteGroup.All[group].Genres.Where(part => GenreProfile.IndexOf(part.Genre) == tracks[track].Genres[0]).Sum(part => part.Share)).ToArray();
        var open = Dice.RunningTotals(lists.Select((list, i) => fit[i % groups.Length] / (1 + Math.Max(0, list.Count - full))));
        var chosen = new HashSet<int>();
        while (chosen.Count < count) chosen.Add(dice.Weighted(open));
        foreach (var list in chosen.Order()) lists[list].Add(track);
    }

    private static DemoShow Evening(int index, int shows, int weeks, DateOnly end, int[] tracks)
    {
        var (show, week) = (index % shows, index / shows);
        var on = end.AddDays(-(7 * (weeks - 1 - week)) - (show % 7));
        var name = Names[show % Names.Length];
        return new(string.Create(CultureInfo.InvariantCulture, $"programme:{name.ToLowerInvariant()}\u001f{on:yyyy-MM-dd}"), name, on, tracks);
    }
}
