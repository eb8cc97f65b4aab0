using System.Globalization;
using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Finds gaps between tempos that no chain of small enough jumps can cross; a track of unknown tempo bridges one.</summary>
internal static class TempoObstacles
{
    public static IEnumerable<Obstacle> Of(SequencePlan plan, Frame frame)
    {
        if (plan.Flow.TempoJump is not { } rule) yield break;
        var tempos = plan.Tracks.Select(track => track.Facts.Features.Tempo).OfType<double>().Order().ToList();
        var bridges = plan.Tracks.Count - tempos.Count;
        if (!plan.Flow.HalfAndDouble)
        {
            var gaps = tempos.Zip(tempos.Skip(1), (low, high) => (Low: low, High: high, Percent: 100 * (1 - (low / high)))).OrderByDescending(gap => gap.Percent).ToList();
            var tooWide = gaps.Count(gap => gap.Percent > rule.Percent);
            if (tooWide > bridges) yield return Say(plan.Flow, rule, gaps[bridges].Percent, FormattableString.Invariant($"Between {gaps[bridges].Low:0} and {gaps[bridges].High:0} BPM there is no track, a step of {gaps[bridges].Percent:0.#} % at least, where {rule.Percent:0.#} % is allowed."));
        }

        for (var place = 1; place < frame.Count; place++)
        {
            if (frame.TrackAt[place - 1] is not (>= 0 and var from) || frame.TrackAt[place] is not (>= 0 and var to)) continue;
            if (plan.Tracks[from].Facts.Features.Tempo is not { } before || plan.Tracks[to].Facts.Features.Tempo is not { } after) continue;
            var percent = Math.Abs(Transition.TempoChange(before, after, plan.Flow.HalfAndDouble));
            if (percent > rule.Percent) yield return Say(plan.Flow, rule, percent, FormattableString.Invariant($"The tracks fixed at {place} and {place + 1} are {percent:0.#} % apart in tempo, where {rule.Percent:0.#} % is allowed."));
        }
    }

    private static Obstacle Say(Flow flow, TempoJump rule, double percent, string sentence)
    {
        var holds = Math.Ceiling(percent);
        var words = holds.ToString(CultureInfo.InvariantCulture);
        return holds <= 100
            ? new Obstacle(OrderRule.TempoJump, rule.Hard, $"{sentence} {words} % would hold.", flow with { TempoJump = rule with { Percent = holds } }, $"Allow {words} %")
            : new Obstacle(OrderRule.TempoJump, rule.Hard, $"{sentence} Only no such rule would hold.", flow with { TempoJump = null }, "Turn it off");
    }
}
