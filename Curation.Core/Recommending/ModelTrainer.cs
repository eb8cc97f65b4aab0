using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>Trains all recommenders on the same evidence. The model it returns replaces an older one whole.</summary>
public sealed class ModelTrainer(ModelOptions options)
{
    /// <summary>Share of the time that neighbours take, roughly, for the progress bar.</summary>
    private const double NeighboursShare = 0.2;

    /// <summary>Share of the time after which EASE is done.</summary>
    private const double EaseShare = 0.5;

    /// <summary>Trains on a matrix whose columns are rows of <paramref name="tracks"/>. Progress gets the share done, from any thread.</summary>
    /// <param name="matrix">The evidence.</param>
    /// <param name="tracks">The tracks of its columns.</param>
    /// <param name="progress">Gets the share done.</param>
    /// <param name="times">How lately each track was heard; null where nothing has a time.</param>
    /// <param name="from">A factorisation to start from, of the same length of vectors; null to start anew.</param>
    /// <param name="plays">Plays of each track as they were counted; null where the matrix holds them as they are.</param>
    /// <param name="cancel">Stops within each recommender's training.</param>
    public TrainedModel Train(
        ListeningMatrix matrix, TrackIndex tracks, IProgress<double>? progress = null, TrackTimes? times = null, Factorisation? from = null, double[]? plays = null, CancellationToken cancel = default)
    {
        var popularity = Popularity.Of(matrix, tracks);
        if (plays is not null) popularity = popularity.Counting(plays);
        var neighbours = new NeighboursTrainer(options.Neighbours).Train(matrix, tracks, popularity, Part(progress, 0, NeighboursShare), cancel);
        var ease = new SparseEaseTrainer(options.Ease).Train(matrix, tracks, popularity, Part(progress, NeighboursShare, EaseShare), cancel);
        var factorisation = new FactorisationTrainer(options.Factorisation, from).Train(matrix, tracks, popularity, Part(progress, EaseShare, 1), cancel);
        return new(tracks, popularity, neighbours, factorisation, ease, times);
    }

    private static Stretch? Part(IProgress<double>? progress, double from, double to) => progress is null ? null : new(progress, from, to);

    private sealed class Stretch(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value * (to - from)));
    }
}
