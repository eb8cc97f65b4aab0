namespace Curation.Core.Recommending;

/// <summary>One setting that was tried while tuning, as a card keeps it.</summary>
/// <param name="Recommender">The recommender's name.</param>
/// <param name="Setting">The setting in words; "as given" for the one that tuning began with.</param>
/// <param name="Rung">How often the setting had gone on to more evidence, from 0.</param>
/// <param name="Share">Share of the training rows that it learned from.</param>
/// <param name="Metric">What is measured, such as "ndcg@20".</param>
/// <param name="Figure">The measure on the validation part; null where nobody could be tested.</param>
/// <param name="Seconds">Time that training and measuring took.</param>
/// <param name="Chosen">Whether this is the setting that was chosen.</param>
public sealed record TuningTry(string Recommender, string Setting, int Rung, double Share, string Metric, double? Figure, double Seconds, bool Chosen = false);
