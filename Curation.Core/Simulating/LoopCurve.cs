namespace Curation.Core.Simulating;

/// <summary>What one simulated week did.</summary>
/// <param name="Week">From 1.</param>
/// <param name="Gini">Gini coefficient of the week's plays over all tracks, those not played included; null where nothing was played.</param>
/// <param name="TailSurvival">Share of the tracks that were of the tail and played before the first week that were played in this one; null where there were none.</param>
/// <param name="Diversity">Mean intra-list diversity of the lists, by the vectors of the model before the first week; null where no list has two tracks.</param>
/// <param name="Alike">Mean share of tracks that two listeners' lists have in common (Jaccard), of neighbours by id; null where there are not two lists.</param>
/// <param name="Coverage">Share of all tracks that stand on a list.</param>
/// <param name="Groups">Share of the week's plays that each group of the watched dimension has, in the dimension's order.</param>
public sealed record LoopWeek(int Week, double? Gini, double? TailSurvival, double? Diversity, double? Alike, double Coverage, IReadOnlyList<double> Groups);

/// <summary>What one recipe does over the weeks.</summary>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="Groups">Names of the groups of the watched dimension.</param>
/// <param name="Weeks">The weeks in order.</param>
public sealed record LoopCurve(string Recipe, IReadOnlyList<string> Groups, IReadOnlyList<LoopWeek> Weeks);
