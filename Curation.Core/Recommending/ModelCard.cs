using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>What is worth knowing about a trained model, apart from the model: serialises to JSON.</summary>
/// <param name="Hash">The model's hash.</param>
/// <param name="Listeners">Listeners it learned from.</param>
/// <param name="Lists">Lists it learned from.</param>
/// <param name="Tracks">Tracks it knows.</param>
/// <param name="Pairs">Pairs of listener or list and track.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="Seconds">Time that training took.</param>
/// <param name="Figures">How well each recommender ranks what was held out; empty where nothing was.</param>
/// <param name="HeldOut">What was held out to measure that, in words.</param>
public sealed record ModelCard(
    string Hash, int Listeners, int Lists, int Tracks, int Pairs, ModelOptions Options, double Seconds, IReadOnlyList<CardFigure> Figures, string HeldOut = "")
{
    /// <summary>The same for groups of listeners and of held-out tracks; empty where nothing was measured.</summary>
    public IReadOnlyList<CardGroup> Groups { get; init; } = [];

    /// <summary>How much better or worse each recommender is than the best one, listener by listener; empty where nothing was measured.</summary>
    public IReadOnlyList<PairedDifference> Differences { get; init; } = [];

    /// <summary>What tuning tried; empty where the settings were not tuned.</summary>
    public IReadOnlyList<TuningTry> Tries { get; init; } = [];

    /// <summary>What hostile listeners could do to the place of a track; empty where it was not measured.</summary>
    public IReadOnlyList<AttackFigure> Attacks { get; init; } = [];

    /// <summary>How the plays it learned from weighed; those of a listener who gets a list weigh the same.</summary>
    public EvidenceWeights Evidence { get; init; } = EvidenceWeights.Plain;

    /// <summary>Share of listeners and lists that it was kept from, so that models can be compared on them; 0 where it learned from all.</summary>
    public double HeldBack { get; init; }

    /// <summary>How it did against the model that was in use; null where the two could not be compared.</summary>
    public ModelComparison? Compared { get; init; }

    /// <summary>Why the two could not be compared; empty where they were.</summary>
    public string NotCompared { get; init; } = "";
}

/// <summary>One figure of a group.</summary>
/// <param name="Recommender">The recommender's name, such as "ials".</param>
/// <param name="Grouping">What groups are told apart by, such as "region".</param>
/// <param name="Group">The group.</param>
/// <param name="Listeners">Listeners and lists of the group; for a group of tracks, those with held-out tracks of it.</param>
/// <param name="Metric">The metric's name, such as "recall@20".</param>
/// <param name="Value">The mean over these listeners; null, as is the interval, where they are too few to tell.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public sealed record CardGroup(string Recommender, string Grouping, string Group, int Listeners, string Metric, double? Value, double? Low, double? High);

/// <summary>One figure of a card with its 95 % interval.</summary>
/// <param name="Recommender">The recommender's name, such as "ials".</param>
/// <param name="Metric">The metric's name, such as "recall@20".</param>
/// <param name="Value">The mean over listeners.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public sealed record CardFigure(string Recommender, string Metric, double Value, double Low, double High);
