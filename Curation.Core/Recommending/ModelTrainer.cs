using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>Trains all recommenders on the same evidence. The model it returns replaces an older one whole.</summary>
public sealed class ModelTrainer(ModelOptions options)
{
    /// <summary>Share of the time that neighbours take, roughly, for the progress bar.</summary>
    private const double NeighboursShare = 0.3;

    /// <summary>Trains on a matrix whose columns are rows of <paramref name="tracks"/>. Progress gets the share done, from any thread.</summary>
    public TrainedModel Train(ListeningMatrix matrix, TrackIndex tracks, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var popularity = Popularity.Of(matrix, tracks);
        var neighbours = new NeighboursTrainer(options.Neighbours).Train(matrix, tracks, popularity, Part(progress, 0, NeighboursShare), cancel);
        var factorisation = new FactorisationTrainer(options.Factorisation)
            .Train(matrix, tracks, popularity, Part(progress, NeighboursShare, 1), cancel);
        return new(tracks, popularity, neighbours, factorisation);
    }

    private static Stretch? Part(IProgress<double>? progress, double from, double to) => progress is null ? null : new(progress, from, to);

    private sealed class Stretch(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value * (to - from)));
    }
}
