using Curation.Core.Evaluating;
using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>One model on one test, as it is printed.</summary>
/// <param name="Recommender">The model's name.</param>
/// <param name="Test">What was asked, where there is more than one test; else empty.</param>
/// <param name="Listeners">Listeners and lists that were tested.</param>
/// <param name="Tracks">Tracks that could be recommended.</param>
/// <param name="TrainSeconds">Time that training took.</param>
/// <param name="RankSeconds">Time that ranking for everyone and measuring took.</param>
/// <param name="Figures">Means over listeners with their intervals.</param>
/// <param name="Groups">The same by group.</param>
/// <param name="Against">How much better it is than the model that all are compared with; empty for that one.</param>
internal sealed record TrialReport(
    string Recommender, string Test, int Listeners, int Tracks, double TrainSeconds, double RankSeconds, IReadOnlyList<RankingFigure> Figures, IReadOnlyList<GroupReport> Groups, IReadOnlyList<PairedDifference> Against)
{
    /// <summary>What tuning tried for the model; empty where nothing was tuned.</summary>
    public IReadOnlyList<TuningTry> Tries { get; init; } = [];

    /// <summary>What hostile rows did to the model; empty where it was not attacked.</summary>
    public IReadOnlyList<AttackFigure> Attacks { get; init; } = [];
}
