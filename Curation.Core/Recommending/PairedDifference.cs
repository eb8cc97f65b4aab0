namespace Curation.Core.Recommending;

/// <summary>How much better one recommender is than another on the same listeners.</summary>
/// <param name="Metric">The metric's name, such as "ndcg@20".</param>
/// <param name="One">The recommender.</param>
/// <param name="Other">What it is compared with.</param>
/// <param name="Listeners">Listeners for whom both have a value.</param>
/// <param name="Difference">Mean of one minus mean of the other; null where there are no listeners.</param>
/// <param name="Low">Lower end of the difference's 95 % interval, by resampling listeners with both of their values.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Relative">The difference as a share of the other's mean; null where that is 0.</param>
/// <param name="P">Probability of a difference at least as large, either way, if it did not matter which of the two a listener got.</param>
public sealed record PairedDifference(
    string Metric, string One, string Other, int Listeners, double? Difference, double? Low, double? High, double? Relative, double? P)
{
    /// <summary>Whether the interval leaves out 0.</summary>
    public bool IsClear => Low > 0 || High < 0;
}
