using Curation.Core.Catalog;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Models;

/// <summary>Compares two models, as they are, on listeners and lists that neither learned from.</summary>
/// <remarks>
/// Each model gets the same beginning of a history (the first four fifths of its tracks, by time or in the list's order) and is asked for 20 tracks; the rest is to be found.
/// A track that a model does not know is one it does not find. The differences are taken listener by listener and their mean's interval is found by resampling listeners.
/// </remarks>
internal sealed class ActivationGate
{
    public const string Metric = "ndcg@20";

    private const int Asked = 20;
    private const int FewestTracks = 5;
    private const int Most = 2_000;
    private const double HeldOutShare = 0.2;

    private readonly List<(Heard[] History, HashSet<TrackId> ToFind)> tests;

    /// <summary>A gate over what was held back; at most 1,000 listeners and 1,000 lists of it are measured.</summary>
    public ActivationGate(ListeningLog heldBack)
    {
        tests = [.. Tests(heldBack.OfListeners).Take(Most / 2), .. Tests(heldBack.OfLists).Take(Most / 2)];
    }

    /// <summary>Rows that can be measured.</summary>
    public int Tested => tests.Count;

    /// <summary>The comparison; each model weighs plays as it did when it was trained.</summary>
    public ModelComparison Compare((TrainedModel Model, EvidenceWeights Weights) old, (TrainedModel Model, EvidenceWeights Weights) young, CancellationToken cancel)
    {
        double[] Values((TrainedModel Model, EvidenceWeights Weights) one) => [.. tests.Select(test =>
        {
            cancel.ThrowIfCancellationRequested();
            return Ndcg(test, one.Model, one.Weights);
        })];
        var (before, now) = (Values(old), Values(young));
        var paired = PairedTest.Of(Metric, ("new", now), ("old", before));
        return new ModelComparison(old.Model.Hash, Metric, tests.Count, before.Average(), now.Average(), paired.Difference ?? 0, paired.Low ?? 0, paired.High ?? 0);
    }

    private static IEnumerable<(Heard[] History, HashSet<TrackId> ToFind)> Tests(IReadOnlyList<Heard> items) =>
        items.GroupBy(item => item.Row).Select(row => Test([.. row])).Where(test => test.ToFind.Count > 0);

    private static (Heard[] History, HashSet<TrackId> ToFind) Test(Heard[] row)
    {
        var liked = row.Where(item => item.Weight > 0).OrderBy(item => item.At).Select(item => item.Track).Distinct().ToArray();
        var toFind = liked.Length < FewestTracks ? [] : liked.Skip((int)(liked.Length * (1 - HeldOutShare))).ToHashSet();
        return ([.. row.Where(item => !toFind.Contains(item.Track))], toFind);
    }

    /// <summary>What the model's own recommender makes of a history.</summary>
    private static double Ndcg((Heard[] History, HashSet<TrackId> ToFind) test, TrainedModel model, EvidenceWeights weights)
    {
        var recommender = model.Factorisation;
        var history = test.History.GroupBy(item => item.Track)
            .Select(same => new Evidence(recommender.Tracks.RowOf(same.Key), same.Sum(item => weights.Of(item.Weight, item.At))))
            .Where(evidence => evidence.Row >= 0 && EvidenceBuilder.Counts(evidence.Weight)).ToList();
        var top = recommender.Taste(history).Top(Asked);
        return RankingMetrics.Ndcg([.. top.Select(scored => test.ToFind.Contains(recommender.Tracks[scored.Row]))], test.ToFind.Count, Asked);
    }
}
