using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Assessing;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Metering;

/// <summary>One setting of a recipe, measured on the sample.</summary>
/// <param name="Setting">The weight of calibration, or the least share of the group: 0 to 1.</param>
/// <param name="Fit">Mean fit of lists to tastes, the relevance that it leaves; null where nobody has a taste.</param>
/// <param name="Gain">What it buys: the group's exposure share, or the mean divergence of lists from their listeners' genres, of which less is better; null where it is not defined.</param>
/// <param name="IsNow">Whether it is the setting in the draft.</param>
public sealed record TradeOffPoint(double Setting, double? Fit, double? Gain, bool IsNow);

/// <summary>Draws what a setting of the recipe buys and what it costs, so that it is a choice and not a guess. Every point is measured.</summary>
public sealed class DrawTradeOff(SampleDraft sample)
{
    /// <summary>Settings that are tried beside the one in the draft.</summary>
    private static readonly double[] Settings = [0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];

    /// <summary>Relevance against calibration, by its weight.</summary>
    public Task<ImmutableArray<TradeOffPoint>> OfCalibration(PlaylistId playlist, Draft draft, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Drawn(playlist, draft.Blend.Calibration ?? 0, weight => draft with { Blend = draft.Blend with { Calibration = weight > 0 ? weight : null } }, new MeasureKey(Measures.Calibration), 1, progress, cancel);
    }

    /// <summary>Relevance against a group's exposure, by the least share that the recipe keeps for it; other groups of the goal keep theirs.</summary>
    public Task<ImmutableArray<TradeOffPoint>> OfGroup(PlaylistId playlist, Draft draft, string group, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var goal = draft.Blend.Exposure ?? throw new RefusedException("The recipe keeps places for no group, so there is nothing to draw. Choose a dimension and a group first.");
        var now = goal.Shares.FirstOrDefault(share => share.Group == group).Share;
        var room = 1 - goal.Shares.Where(share => share.Group != group).Sum(share => share.Share);
        return Drawn(playlist, now, share => draft with { Blend = draft.Blend with { Exposure = With(goal, group, share) } }, new MeasureKey(Measures.Exposure, goal.Dimension, group), room, progress, cancel);
    }

    private async Task<ImmutableArray<TradeOffPoint>> Drawn(PlaylistId playlist, double now, Func<double, Draft> with, MeasureKey gain, double most, IProgress<double>? progress, CancellationToken cancel)
    {
        double[] settings = [.. Settings.Append(now).Where(setting => setting <= most + 1e-9).Distinct().Order()];
        var points = ImmutableArray.CreateBuilder<TradeOffPoint>(settings.Length);
        foreach (var setting in settings)
        {
            var figures = (await sample.Live(playlist, with(setting), cancel)).Figures;
            points.Add(new TradeOffPoint(setting, Of(figures, new MeasureKey(Measures.Fit)), Of(figures, gain), setting.Equals(now)));
            progress?.Report(points.Count / (double)settings.Length);
        }

        return points.DrainToImmutable();
    }

    private static ExposureGoal With(ExposureGoal goal, string group, double share) =>
        goal with { Shares = [.. goal.Shares.Where(other => other.Group != group), .. share > 0 ? (GroupShare[])[new(group, share)] : []] };

    private static double? Of(ImmutableArray<Figure> figures, MeasureKey key) => figures.FirstOrDefault(figure => figure.Key == key)?.Value;
}
