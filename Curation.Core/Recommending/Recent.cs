using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>What is heard lately: the plays of the last four weeks, those of the last week twice. New releases rise here before any other recommender knows them.</summary>
public sealed class Recent : IRecommender
{
    private readonly float[] scores;

    /// <summary>Counts the plays of <paramref name="times"/>, whose rows are those of <paramref name="tracks"/>.</summary>
    public Recent(TrackIndex tracks, TrackTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (tracks.Count != times.Count) throw new ArgumentException($"There are times of {times.Count} tracks for {tracks.Count} tracks.", nameof(times));
        Tracks = tracks;
        scores = new float[times.Count];
        for (var row = 0; row < scores.Length; row++) scores[row] = MathF.Log(1 + times[row][0] + times[row][1]);
    }

    /// <inheritdoc/>
    public string Name => "recent";

    /// <inheritdoc/>
    public TrackIndex Tracks { get; }

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history) => new CountedTaste(scores, new History(history, Tracks.Count));
}
