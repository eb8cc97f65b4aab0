using Curation.Core.Auditing.Figures;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Policies;

/// <summary>On which side of its limits a figure is found wanting.</summary>
public enum Side
{
    /// <summary>Greater than the limit.</summary>
    Above,

    /// <summary>Less than the limit.</summary>
    Below,
}

/// <summary>What a policy asks of one figure, or of every figure that a pattern names.</summary>
/// <param name="Key">The figure; a star in its dimension, group or baseline stands for any.</param>
/// <param name="Side">On which side it is found wanting.</param>
/// <param name="Warn">The limit beyond which it is a warning; null for none.</param>
/// <param name="Block">The limit beyond which nothing is published; null for none.</param>
public sealed record Threshold(MeasureKey Key, Side Side, double? Warn, double? Block)
{
    /// <summary>The kind of playlist it is for; null for all.</summary>
    public PlaylistKind? Kind { get; init; }

    /// <summary>Least number of listeners from which it is for; 0 for all.</summary>
    public int FromListeners { get; init; }

    /// <summary>Least count behind a figure that is judged; a figure from fewer is stated as not measured. Default 0.</summary>
    public int FromCount { get; init; }

    /// <summary>Whether a figure that is missing or not defined blocks, rather than being stated alone.</summary>
    public bool MustBeMeasured { get; init; }

    /// <summary>Why it is watched, in words.</summary>
    public string Why { get; init; } = "";

    /// <summary>Whether it is for a playlist of this kind with so many listeners.</summary>
    public bool IsFor(PlaylistKind kind, int listeners) => (Kind is null || Kind == kind) && listeners >= FromListeners;

    /// <summary>How bad a value is.</summary>
    public FindingLevel LevelOf(double value) =>
        Crosses(value, Block) ? FindingLevel.Block : Crosses(value, Warn) ? FindingLevel.Warn : FindingLevel.Pass;

    /// <summary>The limit that a value crossed, or the one it comes to first where it crossed none.</summary>
    public double? LimitFor(double value) => LevelOf(value) == FindingLevel.Block ? Block : Warn ?? Block;

    /// <summary>Itself, or a refusal that says what is wrong with it.</summary>
    public Threshold Checked()
    {
        if (!Measures.IsKnown(Key.Measure)) throw Wrong($"names no measure; there are {string.Join(", ", Measures.All)}");
        if (Warn is null && Block is null && !MustBeMeasured) throw Wrong("has neither a warning nor a block, so it would find nothing");
        if (((double?[])[Warn, Block]).Any(limit => limit is { } number && !double.IsFinite(number))) throw Wrong("has a limit that is no number");
        if (Warn is { } warn && Block is { } block && (Side == Side.Above ? block < warn : block > warn)) throw Wrong("blocks before it warns");
        if (FromListeners < 0 || FromCount < 0) throw Wrong("counts from less than nothing");
        return this;
    }

    private bool Crosses(double value, double? limit) => limit is { } line && (Side == Side.Above ? value > line : value < line);

    private RefusedException Wrong(string what) => new($"The threshold for {FigureWords.Name(Key)} ({Key}) {what}. The policy was not saved; mend that line first.");
}
