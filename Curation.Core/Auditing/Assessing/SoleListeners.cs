namespace Curation.Core.Auditing.Assessing;

/// <summary>
/// Tells how far numbers of distinct tracks and artists would vary with other listeners. Lists drawn anew would show fewer of what stands on few lists, so a bootstrap's numbers lie below what was measured;
/// the jackknife over listeners has no such bias: without one listener exactly those are missing that stand on no other list (Heltshe and Forrester 1983, for species in quadrats). Its variance is on average not too small (Efron and Stein 1981).
/// </summary>
internal sealed class SoleListeners
{
    private const int Nobody = -1;
    private const int Several = -2;

    private readonly int listeners;
    private readonly int[] tracks;
    private readonly int[] artists;

    public SoleListeners(MeasuringPlan plan)
    {
        listeners = plan.Measured.Lists.Count;
        (tracks, artists) = (new int[plan.Ground.Rows.Count], new int[plan.Ground.Rows.ArtistCount]);
        Array.Fill(tracks, Nobody);
        Array.Fill(artists, Nobody);
        for (var listener = 0; listener < listeners; listener++)
        {
            foreach (var row in plan.PlacesOf(listener))
            {
                if (row < 0) continue;
                See(ref tracks[row], listener);
                foreach (var artist in plan.Ground.Rows.CreditsOf(row)) See(ref artists[artist], listener);
            }
        }
    }

    /// <summary>Standard error of the number of distinct tracks; null below two listeners.</summary>
    public double? ErrorOfTracks() => Error(tracks, _ => true);

    /// <summary>Standard error of the number of distinct artists of whom something holds; null below two listeners.</summary>
    public double? ErrorOfArtists(Func<int, bool> of) => Error(artists, of);

    private static void See(ref int by, int listener) => by = by == Nobody || by == listener ? listener : Several;

    private double? Error(int[] by, Func<int, bool> of)
    {
        if (listeners < 2) return null;
        var sole = new int[listeners];
        var all = 0;
        for (var item = 0; item < by.Length; item++)
        {
            if (by[item] < 0 || !of(item)) continue;
            sole[by[item]]++;
            all++;
        }

        var mean = (double)all / listeners;
        return Math.Sqrt((listeners - 1.0) / listeners * sole.Sum(own => (own - mean) * (own - mean)));
    }
}
