using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Says before any order is looked for which rules cannot hold. Each rule is looked at for itself, with pins and tracks that are kept together; that all of them hold at once only an order can show.</summary>
public static class Feasibility
{
    /// <summary>The rules that no order can keep, the hard ones first.</summary>
    public static IReadOnlyList<Obstacle> Of(SequencePlan plan, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Tracks.Count < 2) return [];
        var frame = new Frame(plan);
        return [.. SeparationObstacles.Of(plan, frame, catalogue)
            .Concat(GenderObstacles.Of(plan, frame))
            .Concat(KeyObstacles(plan))
            .Concat(TempoObstacles.Of(plan, frame))
            .Concat(ClockObstacles.Of(plan, frame))
            .OrderByDescending(obstacle => obstacle.Hard)];
    }

    internal static string Tracks(int count) => count == 1 ? "1 track" : $"{count} tracks";

    /// <summary>m tracks of one key in runs of k need m/k runs, and a track between two runs.</summary>
    private static IEnumerable<Obstacle> KeyObstacles(SequencePlan plan)
    {
        if (plan.Flow.KeyRun is not { } rule) yield break;
        var group = plan.Tracks.Where(track => track.Facts.Features.Key is not null).GroupBy(track => track.Facts.Features.Key!.Value).MaxBy(keys => keys.Count());
        if (group is null) yield break;
        var (many, others) = (group.Count(), plan.Tracks.Count - group.Count());
        if (many <= rule.Most * (others + 1)) yield break;
        var holds = (many + others) / (others + 1);
        var fix = holds <= 20 ? plan.Flow with { KeyRun = rule with { Most = holds } } : plan.Flow with { KeyRun = null };
        yield return new Obstacle(OrderRule.KeyRun, rule.Hard, $"{Tracks(many)} are in {group.Key}, and the {others} others can part them into runs of {holds} at best, not {rule.Most}. Runs of {holds} would hold.", fix, holds <= 20 ? $"Allow {holds}" : "Turn it off");
    }
}
