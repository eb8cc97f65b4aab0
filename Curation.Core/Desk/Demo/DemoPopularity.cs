namespace Curation.Core.Desk.Demo;

/// <summary>Zipf's law over the tracks: a hit is heard a thousand times for every time that the last track is, and hits come from the same few artists.</summary>
internal static class DemoPopularity
{
    private const double Exponent = .85;
    private const double Offset = 8;

    /// <summary>The tracks from most to least popular.</summary>
    public static int[] Ranking(IReadOnlyList<DemoTrack> tracks, int artists, long seed)
    {
        var dice = new Dice(seed, "popularity");
        var fame = Enumerable.Range(0, artists).Select(_ => dice.Uneven(1.1)).ToArray();
        var appeal = tracks.Select(track => fame[track.Artists[0]] * dice.Uneven(1.2) * (track.VersionOf is null ? 1 : .3)).ToArray();
        return Enumerable.Range(0, tracks.Count).OrderByDescending(i => appeal[i]).ThenBy(i => i).ToArray();
    }

    /// <summary>Weight of each track, by its place in the ranking.</summary>
    public static double[] Weights(int[] ranking)
    {
        var weights = new double[ranking.Length];
        for (var rank = 0; rank < ranking.Length; rank++) weights[ranking[rank]] = Math.Pow(rank + Offset, -Exponent);
        return weights;
    }
}
