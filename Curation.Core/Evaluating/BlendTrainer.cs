using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Ranking;

namespace Curation.Core.Evaluating;

/// <summary>Trains all recommenders and learns from lessons, which it makes of the training part, how to put their candidates into one order.</summary>
public sealed class BlendTrainer(ModelOptions options)
{
    private const double LessonsShare = 0.7;

    /// <summary>The order over recommenders that were trained on the whole set.</summary>
    public LearnedRanking Train(TrainingSet set, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        var lessons = new RankingLessons(set.Tracks, part => Singles(part, set.Tracks, cancel), set.Observations, set.Of?.Until ?? long.MaxValue);
        var split = set.Of ?? new Split(set.Matrix, set.Matrix, Split.Random(set.Matrix, RankingLessons.ShareOfPairs, options.Ranking.Seed).HeldOut);
        var taught = lessons.Of(split, options.Ranking.Seed, cancel);
        progress?.Report(LessonsShare);
        return new RankingTrainer(options.Ranking, options.Factorisation.Threads).Train(taught, lessons.Parts(set.Matrix, set.Facts), null, cancel);
    }

    private IReadOnlyList<IRecommender> Singles(ListeningMatrix part, TrackIndex tracks, CancellationToken cancel)
    {
        var model = new ModelTrainer(options).Train(part, tracks, cancel: cancel);
        return [model.Factorisation, model.Neighbours, model.Ease, model.Popularity];
    }
}
