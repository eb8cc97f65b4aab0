using System.Collections.Immutable;
using Curation.Core.Auditing.Policies;

namespace Curation.Core.Auditing.Reviewing;

/// <summary>What one thing adds to a priority.</summary>
/// <param name="What">The thing, in words.</param>
/// <param name="Points">Points it adds.</param>
public sealed record PriorityPart(string What, double Points);

/// <summary>How soon a submission wants a reviewer: 0 to 100 points that add up from what speaks for it.</summary>
/// <param name="Parts">What it is made of.</param>
public sealed record Priority(ImmutableArray<PriorityPart> Parts)
{
    /// <summary>Points for findings at most.</summary>
    public const double Findings = 40;

    /// <summary>Points for each of audience, impact level and waiting time at most.</summary>
    public const double Other = 20;

    /// <summary>Hours of waiting after which that part is full.</summary>
    public const double FullAfterHours = 72;

    /// <summary>All points, 0 to 100.</summary>
    public double Score => Parts.Sum(part => part.Points);

    /// <summary>The points in a word.</summary>
    public string Word => Score switch { >= 55 => "high", >= 30 => "normal", _ => "low" };

    /// <summary>The priority of a submission.</summary>
    /// <param name="findings">Its findings; null where it was not measured.</param>
    /// <param name="content">How many findings of the content policy block it.</param>
    /// <param name="listeners">How many listeners get it.</param>
    /// <param name="impactLevel">Its impact level, 1 to 4; null where there is none.</param>
    /// <param name="waited">How long it waits.</param>
    public static Priority Of(IReadOnlyList<Finding>? findings, int content, int listeners, int? impactLevel, TimeSpan waited)
    {
        var blocks = content + (findings?.Count(finding => finding.Blocks) ?? 0);
        var warnings = findings?.Count(finding => finding.Level == FindingLevel.Warn && finding.Waiver is null) ?? 0;
        PriorityPart severity = (findings, blocks, warnings) switch
        {
            (_, > 0, _) => new(blocks == 1 ? "1 block" : $"{blocks} blocks", Findings),
            (null, _, _) => new("no current assessment", 15),
            (_, _, > 0) => new(warnings == 1 ? "1 warning" : $"{warnings} warnings", Math.Min(30, 8 + (4 * warnings))),
            _ => new("no warning", 0),
        };
        return new Priority(
        [
            severity,
            new("audience", Math.Min(Other, Other * Math.Log10(1 + Math.Max(0, listeners)) / 6)),
            new(impactLevel is { } level ? $"impact level {SecondReview.Roman(level)}" : "no impact level", impactLevel is { } known ? Other * (Math.Clamp(known, 1, 4) - 1) / 3 : 0),
            new("waiting", Other * Math.Clamp(waited.TotalHours / FullAfterHours, 0, 1)),
        ]);
    }
}
