using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>What earlier lists of the same context held, such as earlier days of a radio programme. It has nothing to say where the context is not known.</summary>
public sealed class SameContext : IRecommender
{
    private readonly Dictionary<string, (int[] Rows, float[] Counts)> contexts;

    internal SameContext(TrackIndex tracks, Dictionary<string, (int[] Rows, float[] Counts)> contexts)
    {
        Tracks = tracks;
        this.contexts = contexts;
    }

    /// <inheritdoc/>
    public string Name => "context";

    /// <inheritdoc/>
    public TrackIndex Tracks { get; }

    internal IReadOnlyDictionary<string, (int[] Rows, float[] Counts)> Contexts => contexts;

    /// <summary>Counts in how many rows of each context a track stands.</summary>
    /// <param name="matrix">Its columns are rows of <paramref name="tracks"/>.</param>
    /// <param name="tracks">The tracks of the columns.</param>
    /// <param name="facts">The context of each row of the matrix.</param>
    public static SameContext Of(ListeningMatrix matrix, TrackIndex tracks, IReadOnlyList<RowFacts?> facts)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        if (facts.Count != matrix.Rows) throw new ArgumentException($"There are facts of {facts.Count} rows for {matrix.Rows} rows.", nameof(facts));
        var counted = new Dictionary<string, SortedDictionary<int, float>>(StringComparer.Ordinal);
        for (var i = 0; i < matrix.Rows; i++)
        {
            if (facts[i]?.Context is not { } context) continue;
            if (!counted.TryGetValue(context, out var counts)) counted[context] = counts = [];
            var row = matrix.Row(i);
            for (var k = 0; k < row.Count; k++)
                if (row.Weights[k] > 0) counts[row.Columns[k]] = counts.GetValueOrDefault(row.Columns[k]) + 1;
        }

        return new SameContext(tracks, counted.ToDictionary(pair => pair.Key, pair => (pair.Value.Keys.ToArray(), pair.Value.Values.ToArray()), StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history) => Taste(history, null);

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history, RowFacts? facts)
    {
        var scores = new float[Tracks.Count];
        if (facts?.Context is { } context && contexts.TryGetValue(context, out var counts))
        {
            for (var i = 0; i < counts.Rows.Length; i++) scores[counts.Rows[i]] = MathF.Log(1 + counts.Counts[i]);
        }

        return new CountedTaste(scores, new History(history, Tracks.Count));
    }
}
