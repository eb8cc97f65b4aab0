using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>How much each track is heard: the recommender to beat, and what the others fall back to.</summary>
public sealed class Popularity : IRecommender
{
    /// <summary>Listeners that every track is counted with beforehand, so that the first few real ones do not weigh too much.</summary>
    private const double Smoothing = 5;

    private readonly int[] listeners;
    private readonly double[] plays;
    private readonly double[] weights;
    private readonly float[] scores;

    internal Popularity(TrackIndex tracks, int[] listeners, double[] weights, double[] plays)
    {
        Tracks = tracks;
        this.weights = weights;
        this.listeners = listeners;
        this.plays = plays;
        var most = listeners.Length == 0 ? 0 : listeners.Max();
        var scale = Math.Log(1 + (Math.Max(1, most) / Smoothing));
        scores = Array.ConvertAll(listeners, count => (float)(Math.Log(1 + (count / Smoothing)) / scale));
    }

    /// <inheritdoc/>
    public string Name => "popularity";

    /// <inheritdoc/>
    public TrackIndex Tracks { get; }

    /// <summary>Counts a matrix whose columns are rows of <paramref name="tracks"/>; skips do not count.</summary>
    public static Popularity Of(ListeningMatrix matrix, TrackIndex tracks)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var rowsWith = new int[tracks.Count];
        var sums = new double[tracks.Count];
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.Row(i);
            for (var k = 0; k < row.Count; k++)
            {
                if (row.Weights[k] < 0) continue;
                rowsWith[row.Columns[k]]++;
                sums[row.Columns[k]] += row.Weights[k];
            }
        }

        return new(tracks, rowsWith, sums, sums);
    }

    /// <summary>Logarithm of the smoothed number of listeners and lists, from 0 (nobody) to 1 (the most). Listeners, not plays: one listener cannot lift a track.</summary>
    public float Score(int row) => scores[row];

    /// <summary>Listeners and lists that have the track.</summary>
    public int Listeners(int row) => listeners[row];

    /// <summary>Weight of the track as evidence, over all listeners and lists: its plays, the older ones for less where age counts.</summary>
    public double Weight(int row) => weights[row];

    /// <summary>The same with plays as they were counted, where the evidence weighs them by age.</summary>
    public Popularity Counting(double[] counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        if (counted.Length != Tracks.Count) throw new ArgumentException($"There are plays of {counted.Length} tracks for {Tracks.Count} tracks.", nameof(counted));
        return new(Tracks, listeners, weights, counted);
    }

    /// <summary>Plays of the track, over all listeners and lists.</summary>
    public double Plays(int row) => plays[row];

    internal ReadOnlySpan<int> AllListeners => listeners;

    internal ReadOnlySpan<double> AllPlays => plays;

    internal ReadOnlySpan<double> AllWeights => weights;

    /// <summary>Splits the tracks into head, middle and tail.</summary>
    public PopularityTiers Tiers(TierCuts? cuts = null) => new(plays, (cuts ?? new()).Checked());

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history) => TasteOf(new History(history, Tracks.Count));

    /// <summary>Whether anybody heard some track of the history.</summary>
    internal bool Counts(History heard)
    {
        foreach (var row in heard.Rows)
            if (listeners[row] > 0) return true;
        return false;
    }

    internal ITaste TasteOf(History heard) => new CountedTaste(scores, heard);
}
