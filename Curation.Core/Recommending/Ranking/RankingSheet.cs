using System.Runtime.InteropServices;

namespace Curation.Core.Recommending.Ranking;

/// <summary>What a ranker learns from: the candidates of one history after the other, each with its features and whether it was held out and so found.</summary>
internal sealed class RankingSheet(int features)
{
    private readonly List<float> values = [];
    private readonly List<bool> found = [];
    private readonly List<int> groups = [];

    /// <summary>Number of features.</summary>
    public int Features => features;

    /// <summary>Number of candidates.</summary>
    public int Rows => found.Count;

    /// <summary>Number of histories.</summary>
    public int Groups { get; private set; }

    /// <summary>How many candidates were held out.</summary>
    public int Found { get; private set; }

    /// <summary>Features of all candidates, one row after the other.</summary>
    public ReadOnlySpan<float> Values => CollectionsMarshal.AsSpan(values);

    public void Add(ReadOnlySpan<float> candidates, ReadOnlySpan<bool> wereFound)
    {
        foreach (var value in candidates) values.Add(value);
        foreach (var hit in wereFound)
        {
            found.Add(hit);
            groups.Add(Groups);
            Found += hit ? 1 : 0;
        }

        Groups++;
    }

    /// <summary>One candidate after the other: its features, whether it was found, and the number of its history.</summary>
    public IEnumerable<(float[] Features, bool Found, int Group)> Lines()
    {
        for (var row = 0; row < Rows; row++) yield return (Values.Slice(row * features, features).ToArray(), found[row], groups[row]);
    }
}
