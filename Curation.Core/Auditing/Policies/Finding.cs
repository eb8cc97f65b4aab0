using Curation.Core.Auditing.Figures;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Policies;

/// <summary>What a policy makes of a figure, the worse the greater.</summary>
public enum FindingLevel
{
    /// <summary>Within its limits.</summary>
    Pass,

    /// <summary>Missing, not defined, or from too few to be judged.</summary>
    NotMeasured,

    /// <summary>Beyond the limit of a warning.</summary>
    Warn,

    /// <summary>Beyond the limit at which nothing is published.</summary>
    Block,
}

/// <summary>What figures were measured on.</summary>
/// <param name="Assessment">The stored assessment; 0 where it is not stored.</param>
/// <param name="Revision">The revision.</param>
/// <param name="ModelHash">SHA-256 of the model; empty where there was none.</param>
/// <param name="Listeners">Listeners whose lists were made.</param>
/// <param name="Population">Listeners there were.</param>
/// <param name="At">When.</param>
public sealed record MeasuredOn(int Assessment, RevisionId Revision, string ModelHash, int Listeners, int Population, DateTimeOffset At);

/// <summary>A policy's word on one figure: the metric, its value and interval, the threshold, and what it was measured on.</summary>
/// <param name="Key">The figure; the threshold's pattern where nothing that it names was measured.</param>
/// <param name="Threshold">What the policy asks.</param>
/// <param name="Level">The result, waivers aside.</param>
/// <param name="Figure">What was measured; null where it was not.</param>
/// <param name="Limit">The limit it is held against; null where it was not measured.</param>
/// <param name="On">What it was measured on; null where nothing was.</param>
/// <param name="Waiver">The waiver that lets it through; null where there is none.</param>
public sealed record Finding(MeasureKey Key, Threshold Threshold, FindingLevel Level, Figure? Figure, double? Limit, MeasuredOn? On, Waiver? Waiver)
{
    /// <summary>The measured value; null where there is none.</summary>
    public double? Value => Figure?.Value is { } value && double.IsFinite(value) ? value : null;

    /// <summary>Whether it keeps the playlist from being published.</summary>
    public bool Blocks => Level == FindingLevel.Block && Waiver is null;

    /// <summary>Whether somebody has to look at it: a warning, a block or a waived one, or something not measured.</summary>
    public bool IsOpen => Level != FindingLevel.Pass;

    /// <summary>Whether the interval reaches across the limit, so that the figure could be on either side of it.</summary>
    public bool IsClose => Limit is { } limit && Figure is { Low: { } low, High: { } high } && low <= limit && limit <= high;
}
