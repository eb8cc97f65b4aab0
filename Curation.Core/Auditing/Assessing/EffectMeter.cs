using System.Collections.Immutable;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Measures what the lists of a population do for creators and for listeners. Holds what all measurements on one ground share; may be used from many threads.</summary>
public sealed class EffectMeter
{
    private readonly MeasuringGround ground;
    private readonly MeasuringOptions options;
    private readonly GroupTable table;

    /// <summary>A meter on a ground.</summary>
    public EffectMeter(MeasuringGround ground, MeasuringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ground);
        this.ground = ground;
        this.options = (options ?? new()).Checked();
        table = new GroupTable([.. ground.Dimensions, .. Crossed()], ground.Rows.Count);
    }

    /// <summary>The dimensions whose groups are told apart, the crossed ones last.</summary>
    public IReadOnlyList<Dimension> Dimensions => table.Dimensions;

    /// <summary>Measures.</summary>
    /// <exception cref="ArgumentException">Lists, listeners, fits or relevances are not equally many.</exception>
    public MeasuredEffect Measure(MeasuredLists measured, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var (figures, exposure) = Measure(measured.Checked(), options, cancel);
        return new([.. figures, .. OfShared(measured, cancel), .. OfPool(measured, cancel)], exposure);
    }

    /// <summary>Rows of the listeners of a group, for instance of "listener age" those of "18-24"; none where there is no such group.</summary>
    /// <param name="audience">The listeners.</param>
    /// <param name="dimension">One of <see cref="ListenerDimensions"/>.</param>
    /// <param name="group">The group.</param>
    public int[] MembersOf(Audience audience, string dimension, string group)
    {
        ArgumentNullException.ThrowIfNull(audience);
        var groups = AudienceGroups.All(audience, new HeardRows(audience, ground), options).FirstOrDefault(way => way.Name == dimension);
        return groups is not null && Array.IndexOf(groups.Groups, group) is >= 0 and var number ? [.. Enumerable.Range(0, audience.Count).Where(row => groups.Of[row] == number)] : [];
    }

    /// <summary>The shared list is a population of one, of whom nothing is known.</summary>
    private IEnumerable<Figure> OfShared(MeasuredLists measured, CancellationToken cancel) =>
        measured.Shared.Count == 0 ? [] : Alone([.. measured.Shared], measured, cancel).Where(figure => Measures.OfOneList.Contains(Plain(figure.Key.Measure))).Select(figure => Renamed(figure, Measures.SharedPrefix));

    /// <summary>A pool has no order: only what does not ask for one is measured of it.</summary>
    private IEnumerable<Figure> OfPool(MeasuredLists measured, CancellationToken cancel) =>
        measured.Pool.Count == 0 ? [] : Alone([.. measured.Pool.Distinct()], measured, cancel).Where(figure => Measures.OfSet.Contains(figure.Key.Measure)).Select(figure => Renamed(figure, Measures.PoolPrefix));

    private ImmutableArray<Figure> Alone(Catalog.TrackId[] list, MeasuredLists measured, CancellationToken cancel)
    {
        var one = new MeasuredLists { Lists = new ListSet([new ListenerId(0)], [0, list.Length], list), Audience = Audience.Unknown(1), Pool = measured.Pool, RecipeExcludesExplicit = measured.RecipeExcludesExplicit };
        return Measure(one, options with { Resamples = 0 }, cancel).Figures.RemoveAll(figure => figure.Key.Against == Baselines.History || figure.Key.Dimension == Measures.Before || ListenerDimensions.Names.Contains(figure.Key.Dimension));
    }

    private (ImmutableArray<Figure> Figures, ExposureBook Exposure) Measure(MeasuredLists measured, MeasuringOptions how, CancellationToken cancel)
    {
        var threads = Chunks.ThreadsFor(how.Threads);
        var plan = new MeasuringPlan(ground, table, measured, how);
        var cells = new double[(long)plan.Parts.Length * plan.Columns.Count];
        var passes = Enumerable.Range(0, Math.Max(1, Math.Min(threads, plan.Parts.Length))).Select(_ => new ListenerPass(plan)).ToArray();
        Chunks.Run(plan.Parts.Length, 4, passes, (pass, first, end) =>
        {
            for (var part = first; part < end; part++)
            {
                var own = cells.AsSpan(part * plan.Columns.Count, plan.Columns.Count);
                foreach (var listener in plan.Parts[part]) pass.Add(listener, own);
            }
        }, cancel);
        var book = Book(plan, passes);
        new GiniParts(plan, book).Fill(cells, threads, cancel);
        var totals = Totals(cells, plan);
        var resamples = new PartResamples(cells, plan.Columns.Count, how.Resamples, how.Seed, threads);
        cancel.ThrowIfCancellationRequested();
        var sheet = new FigureSheet(totals, resamples, threads);
        new CreatorFigures(plan, book, totals).Write(sheet);
        new ListenerFigures(plan).Write(sheet);
        return (sheet.Done(), book);
    }

    private static double[] Totals(double[] cells, MeasuringPlan plan)
    {
        var totals = new double[plan.Columns.Count];
        for (var part = 0; part < plan.Parts.Length; part++)
            for (var column = 0; column < totals.Length; column++) totals[column] += cells[(part * totals.Length) + column];
        return totals;
    }

    private static ExposureBook Book(MeasuringPlan plan, ListenerPass[] passes)
    {
        var exposure = new double[plan.Ground.Rows.Count];
        var places = new int[exposure.Length];
        for (var row = 0; row < exposure.Length; row++)
        {
            long units = 0;
            foreach (var pass in passes)
            {
                units += pass.TrackExposure[row];
                places[row] += pass.TrackPlaces[row];
            }

            exposure[row] = units * ListenerPass.Unit;
        }

        return new(plan.Ground.Rows, plan.Table.Dimensions, exposure, places, plan.AllWeight);
    }

    /// <summary>The pairs to cross of which both are there.</summary>
    private IEnumerable<Dimension> Crossed() =>
        from pair in options.Crossed
        let one = Named(pair.One)
        let other = Named(pair.Other)
        where one is not null && other is not null
        let watched = Watched(pair.One, pair.Other).ToList()
        select Dimension.Crossed(one, other, watched.Select(cell => cell.One).ToHashSet(StringComparer.Ordinal), watched.Select(cell => cell.Other).ToHashSet(StringComparer.Ordinal));

    private IEnumerable<(string One, string Other)> Watched(string one, string other) =>
        from key in options.Watched
        let dimensions = Dimension.Crossing(key.Dimension)
        where (dimensions?.One is MeasureKey.Any || dimensions?.One == one) && (dimensions?.Other is MeasureKey.Any || dimensions?.Other == other)
        let groups = Dimension.Crossing(key.Group)
        where groups is not null
        select groups.Value;

    private Dimension? Named(string name) => ground.Dimensions.FirstOrDefault(dimension => string.Equals(dimension.Name, name, StringComparison.Ordinal));

    private static string Plain(string measure) => measure.Split('@')[0];

    private static Figure Renamed(Figure figure, string prefix) => figure with { Key = figure.Key with { Measure = prefix + figure.Key.Measure } };
}
