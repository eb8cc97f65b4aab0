using System.Collections.Immutable;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;

namespace Curation.Core.Desk.Assessing;

/// <summary>Measures simulated lists: everything under the default position weight, and where it is wanted exposure under the others too.</summary>
public sealed class MeasureSimulation(CurrentMeter current)
{
    /// <summary>The figures; those under another weight than the default carry its name after an @.</summary>
    internal async Task<ImmutableArray<Figure>> Of(Simulation simulation, CancellationToken cancel, bool everyWeight = true)
    {
        var meters = await current.Get(simulation.Snapshot, cancel);
        var measured = Measured(simulation);
        var figures = meters.All[0].Measure(measured, cancel).Figures;
        foreach (var other in meters.All.Skip(everyWeight ? 1 : int.MaxValue))
            figures = figures.AddRange(other.Measure(measured, cancel).Figures.Where(figure => figure.Key.Measure.Contains('@', StringComparison.Ordinal)));
        return figures;
    }

    /// <summary>The figures under the default weight alone, with coarser intervals: what an editor sees while editing.</summary>
    internal async Task<ImmutableArray<Figure>> Live(Simulation simulation, CancellationToken cancel) =>
        (await current.Get(simulation.Snapshot, cancel)).Live.Measure(Measured(simulation), cancel).Figures;

    /// <summary>Whether figures are of everything that would be measured and told apart now. Those without serendipity come from before lists with a group that the baseline lacks were counted in NDKL, those of a crossing with one group "unknown" from before its sides were kept apart, and those with a group "other" that no source states from before groups that are watched were.</summary>
    internal async Task<bool> Covers(ModelSnapshot snapshot, ImmutableArray<Figure> figures, CancellationToken cancel)
    {
        var told = figures.Where(figure => figure.Key.Measure == Measures.Exposure).Select(figure => figure.Key.Dimension).ToHashSet(StringComparer.Ordinal);
        return (await current.Get(snapshot, cancel)).All[0].Dimensions.All(dimension => told.Contains(dimension.Name)) && figures.Any(figure => figure.Key.Measure == Measures.Serendipity)
            && !figures.Any(figure => figure.Key.Group == Dimension.Unknown && Dimension.Crossing(figure.Key.Dimension) is not null)
            && !FoldedAsBefore(figures);
    }

    private static bool FoldedAsBefore(ImmutableArray<Figure> figures)
    {
        var stated = figures.Where(figure => figure.Key.Group == Dimension.FormerOther).Select(figure => figure.Key.Dimension).ToHashSet(StringComparer.Ordinal);
        bool IsFolded(string dimension, string group) => group == Dimension.FormerOther && !stated.Contains(dimension);
        return figures.Any(figure => Dimension.Crossing(figure.Key.Dimension) is var (one, other) && Dimension.Crossing(figure.Key.Group) is var (row, column) && (IsFolded(one, row) || IsFolded(other, column)));
    }

    private static MeasuredLists Measured(Simulation simulation) => new()
    {
        Lists = simulation.Lists,
        Audience = AudienceOf(simulation.Audience),
        Shared = simulation.Shared,
        Pool = [.. simulation.Draft.Pool.Select(entry => entry.Track)],
        Live = simulation.Live,
        RecipeExcludesExplicit = !simulation.Draft.Blend.AllowExplicit,
        Fit = simulation.Fits,
        Relevance = simulation.Relevance,
    };

    /// <summary>The listeners with their histories one after another; a track that was only ever skipped was not heard.</summary>
    internal static Audience AudienceOf(SimulatedAudience audience)
    {
        var starts = new int[audience.Histories.Length + 1];
        for (var row = 0; row < audience.Histories.Length; row++) starts[row + 1] = starts[row] + audience.Histories[row].Tracks.Length;
        var (tracks, plays) = (new TrackId[starts[^1]], new float[starts[^1]]);
        for (var row = 0; row < audience.Histories.Length; row++) Copy(audience.Histories[row], tracks.AsSpan(starts[row]), plays.AsSpan(starts[row]));
        return new Audience(Array.ConvertAll(audience.Listeners, listener => new ListenerFacts(listener.AgeBand, listener.Region, listener.ExcludesExplicit)), starts, tracks, plays);
    }

    private static void Copy(ListenerHistory history, Span<TrackId> tracks, Span<float> plays)
    {
        history.Tracks.CopyTo(tracks);
        for (var i = 0; i < history.Counts.Length; i++) plays[i] = history.Counts[i];
    }
}
