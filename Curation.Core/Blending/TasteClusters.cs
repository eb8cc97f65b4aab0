using System.Numerics.Tensors;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Blending;

/// <summary>How much of what a listener plays goes to each of a fixed list of genres.</summary>
/// <param name="Listener">Who.</param>
/// <param name="Plays">Number of plays behind it.</param>
/// <param name="Shares">A share for each genre, 0 to 1; a play of two genres counts for both.</param>
public sealed record TasteProfile(ListenerId Listener, int Plays, float[] Shares);

/// <summary>Listeners of like taste.</summary>
/// <param name="Number">From 1, the largest cluster first.</param>
/// <param name="Size">Number of listeners.</param>
/// <param name="Typical">The listener nearest to the centre: a real one, whose list can be looked at.</param>
/// <param name="Genres">Indices of the genres that set it apart from everybody, the strongest first; at most three.</param>
public sealed record TasteCluster(int Number, int Size, ListenerId Typical, IReadOnlyList<int> Genres);

/// <summary>Groups listeners by the direction of their profiles: k-means on unit vectors, started by k-means++ (Arthur, Vassilvitskii 2007). The same profiles and seed give the same clusters, in whatever order the profiles come.</summary>
public sealed class TasteClusters
{
    private const int MostRounds = 30;

    private readonly TasteProfile[] profiles;
    private readonly float[][] points;
    private readonly int[] nearest;
    private readonly List<float[]> centres = [];

    private TasteClusters(IEnumerable<TasteProfile> from)
    {
        profiles = from.Where(profile => TensorPrimitives.SumOfSquares<float>(profile.Shares) > 0).OrderBy(profile => profile.Listener.Value).ToArray();
        points = Array.ConvertAll(profiles, profile => Unit(profile.Shares));
        nearest = new int[points.Length];
        Array.Fill(nearest, -1);
    }

    /// <summary>At most <paramref name="count"/> clusters; listeners whose profile is empty are in none.</summary>
    public static IReadOnlyList<TasteCluster> Of(IEnumerable<TasteProfile> profiles, int count = 6, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var clusters = new TasteClusters(profiles);
        clusters.Start(count, new SeededRandom(seed));
        for (var round = 0; round < MostRounds && clusters.Assign(); round++) clusters.MoveCentres();
        return clusters.Describe();
    }

    /// <summary>The listener, among those with at least <paramref name="plays"/> plays (or, failing that, with the most), who gives the least of their plays to these genres; ties go to more plays, then to the lower id.</summary>
    public static TasteProfile? Outsider(IEnumerable<TasteProfile> profiles, IReadOnlyCollection<int> genres, int plays = 20)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return profiles
            .OrderByDescending(profile => Math.Min(profile.Plays, plays))
            .ThenBy(profile => genres.Sum(genre => (double)profile.Shares[genre]))
            .ThenByDescending(profile => profile.Plays)
            .ThenBy(profile => profile.Listener.Value)
            .FirstOrDefault();
    }

    private static float[] Unit(float[] shares)
    {
        var unit = new float[shares.Length];
        var length = TensorPrimitives.Norm<float>(shares);
        if (length > 0) TensorPrimitives.Divide(shares, length, unit);
        return unit;
    }

    private void Start(int count, SeededRandom random)
    {
        var apart = new double[points.Length];
        Array.Fill(apart, 1);
        while (centres.Count < count && apart.Sum() is > 1e-9 and var all)
        {
            var goal = random.NextDouble() * all;
            var chosen = 0;
            for (; chosen < points.Length - 1 && (goal -= apart[chosen]) >= 0; chosen++)
            {
            }

            centres.Add(points[chosen]);
            for (var i = 0; i < points.Length; i++) apart[i] = Math.Min(apart[i], Apart(points[i], points[chosen]));
        }
    }

    private static double Apart(float[] one, float[] other) => Math.Max(0, 1 - TensorPrimitives.Dot<float>(one, other));

    private bool Assign()
    {
        var moved = false;
        for (var i = 0; i < points.Length; i++)
        {
            var best = 0;
            for (var c = 1; c < centres.Count; c++)
            {
                if (Apart(points[i], centres[c]) < Apart(points[i], centres[best])) best = c;
            }

            moved |= nearest[i] != best;
            nearest[i] = best;
        }

        return moved;
    }

    private void MoveCentres()
    {
        for (var c = 0; c < centres.Count; c++)
        {
            var sum = new float[centres[c].Length];
            for (var i = 0; i < points.Length; i++)
            {
                if (nearest[i] == c) TensorPrimitives.Add(sum, points[i], sum);
            }

            if (TensorPrimitives.SumOfSquares<float>(sum) > 0) centres[c] = Unit(sum);
        }
    }

    private List<TasteCluster> Describe()
    {
        var everybody = Mean(Enumerable.Range(0, points.Length));
        return Enumerable.Range(0, centres.Count)
            .Select(c => (Centre: centres[c], Members: Enumerable.Range(0, points.Length).Where(i => nearest[i] == c).ToList()))
            .Where(cluster => cluster.Members.Count > 0)
            .Select(cluster => (cluster.Members, Typical: cluster.Members.MinBy(i => Apart(points[i], cluster.Centre))))
            .OrderByDescending(cluster => cluster.Members.Count).ThenBy(cluster => profiles[cluster.Typical].Listener.Value)
            .Select((cluster, i) => new TasteCluster(i + 1, cluster.Members.Count, profiles[cluster.Typical].Listener, SetApart(Mean(cluster.Members), everybody)))
            .ToList();
    }

    private float[] Mean(IEnumerable<int> members)
    {
        var sum = points.Length == 0 ? [] : new float[points[0].Length];
        var count = 0;
        foreach (var i in members)
        {
            TensorPrimitives.Add(sum, profiles[i].Shares, sum);
            count++;
        }

        if (count > 0) TensorPrimitives.Divide(sum, count, sum);
        return sum;
    }

    private static List<int> SetApart(float[] mean, float[] everybody) =>
        Enumerable.Range(0, mean.Length)
            .Where(genre => mean[genre] > 0)
            .OrderByDescending(genre => mean[genre] - everybody[genre]).ThenBy(genre => genre)
            .Take(3)
            .Where((genre, i) => i == 0 || mean[genre] > everybody[genre])
            .ToList();
}
