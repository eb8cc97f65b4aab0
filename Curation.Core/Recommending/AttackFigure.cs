namespace Curation.Core.Recommending;

/// <summary>What hostile listeners did to the place of tracks, as a card keeps it. Shares are of genuine listeners and lists that did not have the track.</summary>
/// <param name="Recommender">The recommender's name.</param>
/// <param name="Attack">How the hostile profiles were filled: "average" or "bandwagon".</param>
/// <param name="Tier">How popular the pushed tracks are: "tail" or "middle".</param>
/// <param name="Targets">Tracks that were pushed, each in a training of its own.</param>
/// <param name="HostileShare">Hostile rows as a share of the genuine ones.</param>
/// <param name="RowsLearnedFrom">Genuine rows that were learned from: all, or a sample.</param>
/// <param name="RankBefore">Median rank of a pushed track without the hostile rows.</param>
/// <param name="RankAfter">Median rank with them.</param>
/// <param name="Top20Before">Share that finds the track in the top 20 without the hostile rows.</param>
/// <param name="Top20After">Share with them.</param>
/// <param name="Top100Before">Share that finds it in the top 100 without them.</param>
/// <param name="Top100After">Share with them.</param>
/// <param name="WorstTop20">The most that the share of the top 20 grew for one track.</param>
/// <param name="WorstTop100">The most that the share of the top 100 grew for one track.</param>
public sealed record AttackFigure(
    string Recommender, string Attack, string Tier, int Targets, double HostileShare, int RowsLearnedFrom, double RankBefore, double RankAfter,
    double Top20Before, double Top20After, double Top100Before, double Top100After, double WorstTop20, double WorstTop100);
