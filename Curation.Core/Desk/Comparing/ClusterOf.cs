using Curation.Core.Desk.Previews;
using Curation.Core.Listening;

namespace Curation.Core.Desk.Comparing;

/// <summary>Says into which taste cluster a listener falls: the one whose typical listener plays most alike, by the angle between their profiles.</summary>
internal sealed class ClusterOf(TasteMap map)
{
    private readonly Dictionary<ListenerId, float[]> profiles = map.Profiles.ToDictionary(profile => profile.Listener, profile => profile.Shares);

    /// <summary>The cluster's number, or 0 where nothing is known of the listener.</summary>
    public int Find(ListenerId listener)
    {
        if (!profiles.TryGetValue(listener, out var shares)) return 0;
        return map.Clusters.Where(cluster => profiles.ContainsKey(cluster.Typical))
            .Select(cluster => (cluster.Number, Near: Cosine(shares, profiles[cluster.Typical])))
            .OrderByDescending(pair => pair.Near).ThenBy(pair => pair.Number).Select(pair => pair.Number).FirstOrDefault();
    }

    private static double Cosine(float[] one, float[] other)
    {
        double dot = 0, square = 0, second = 0;
        for (var i = 0; i < one.Length; i++)
        {
            dot += one[i] * other[i];
            square += one[i] * one[i];
            second += other[i] * other[i];
        }

        return square == 0 || second == 0 ? 0 : dot / Math.Sqrt(square * second);
    }
}
