namespace Curation.Core.Listening;

/// <summary>Sums plays and skips of each listener and track into a <see cref="ListeningMatrix"/>, in any order.</summary>
public sealed class EvidenceBuilder(int capacity = 1024)
{
    private readonly ListeningMatrixBuilder plays = new(capacity);
    private readonly ListeningMatrixBuilder skips = new(0);

    /// <summary>Whether a pair with this sum is evidence: one whose skips outweigh its plays is not.</summary>
    public static bool Counts(float sum) => sum > 0;

    /// <summary>Adds a weight, below zero for skips.</summary>
    public void Add(int row, int column, float weight) => (weight < 0 ? skips : plays).Add(row, column, Math.Abs(weight));

    /// <summary>The matrix of all pairs that count.</summary>
    public ListeningMatrix Build(int listeners, int lists, int tracks)
    {
        var played = plays.Build(listeners, lists, tracks);
        if (skips.Count == 0) return played;
        var skipped = skips.Build(listeners, lists, tracks);
        var net = new ListeningMatrixBuilder(played.Entries);
        for (var row = 0; row < played.Rows; row++) Subtract(played.Row(row), skipped.Row(row), row, net);
        return net.Build(listeners, lists, tracks);
    }

    private static void Subtract(ListeningRow played, ListeningRow skipped, int row, ListeningMatrixBuilder net)
    {
        for (var i = 0; i < played.Count; i++)
        {
            var against = skipped.Columns.BinarySearch(played.Columns[i]);
            var sum = played.Weights[i] - (against < 0 ? 0 : skipped.Weights[against]);
            if (Counts(sum)) net.Add(row, played.Columns[i], sum);
        }
    }
}
