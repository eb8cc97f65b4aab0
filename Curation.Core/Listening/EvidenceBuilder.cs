namespace Curation.Core.Listening;

/// <summary>Sums plays and skips of each listener and track into a <see cref="ListeningMatrix"/>, in any order. A pair whose skips outweigh its plays has a negative weight.</summary>
public sealed class EvidenceBuilder(int capacity = 1024)
{
    private readonly ListeningMatrixBuilder pairs = new(capacity);

    /// <summary>Whether a pair with this sum is evidence: one whose skips take back its plays exactly says nothing.</summary>
    public static bool Counts(float sum) => sum != 0;

    /// <summary>Adds a weight, below zero for skips.</summary>
    public void Add(int row, int column, float weight) => pairs.Add(row, column, weight);

    /// <summary>The matrix of all pairs that count.</summary>
    public ListeningMatrix Build(int listeners, int lists, int tracks) => pairs.Build(listeners, lists, tracks);
}
