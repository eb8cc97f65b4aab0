using System.Diagnostics;
using System.Globalization;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>Measures what lists by taste do on imported data. Needs a store: <c>CURATION_STORE=DIRECTORY</c>, and with <c>CURATION_TAG=indie</c> lists come from a pool, the 150 most played tracks with that tag. Run with <c>-class "*EffectOnStore" -explicit only -showLiveOutput</c>; prints, asserts no time.</summary>
public sealed class EffectOnStore(ITestOutputHelper output)
{
    private const int Length = 50;

    [Fact(Explicit = true)]
    public async Task Every_figure_of_lists_for_all_listeners()
    {
        var directory = Environment.GetEnvironmentVariable("CURATION_STORE");
        Assert.SkipWhen(directory is null, "CURATION_STORE names no data directory.");
        var options = new DbContextOptionsBuilder<CurationDb>();
        options.UseCurationSqlite(Path.Combine(directory!, "curation.db"));
        await using var db = new CurationDb(options.Options);
        var catalogue = await CatalogueReader.Read(db);
        var tags = await CatalogueReader.Tags(db);
        var plays = await CatalogueReader.Plays(db);
        var log = await ListeningReader.Read(db, lists: false);
        var tracks = log.Tracks();
        var matrix = log.Matrix(tracks);
        var popularity = Popularity.Of(matrix, tracks);
        var model = new FactorisationTrainer(new FactorisationOptions()).Train(matrix, tracks, popularity);
        var tiers = popularity.Tiers();
        string Tier(TrackId track) => tracks.RowOf(track) is >= 0 and var row ? tiers[row].ToString().ToLowerInvariant() : "tail";

        var rows = new CatalogueRows(catalogue);
        var ground = new MeasuringGround(rows, BuiltInDimensions.Of(rows, Tier, new DateOnly(2026, 5, 4), []), track => plays.GetValueOrDefault(track), new TrackVectors(rows, model.Tracks, model.Vectors));
        var measured = Lists(model, matrix, Pool(tracks, tags, popularity));
        var started = Stopwatch.GetTimestamp();
        var effect = new EffectMeter(ground).Measure(measured);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{catalogue.Count} tracks, {matrix.Listeners} listeners, pool of {measured.Pool.Count}, {effect.Figures.Length} figures in {Stopwatch.GetElapsedTime(started).TotalSeconds:F2} s"));
        foreach (var figure in effect.Figures.Where(figure => figure.Value is not null && figure.Key.Dimension is not (BuiltInDimensions.Country or BuiltInDimensions.Genre) || figure.Key.Group == Dimension.Unknown))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Key} {figure.Value:F4} [{figure.Low:F4}, {figure.High:F4}] of {figure.Count}, baseline {figure.Baseline:F4}"));
        foreach (var worst in ServedWorst.Of(effect.Figures, Measures.Fit)) output.WriteLine($"served worst by {worst.Dimension}: {worst.Group} ({worst.Figure.Value:F4} of {worst.Figure.Baseline:F4})");
    }

    private static TrackId[] Pool(TrackIndex tracks, IReadOnlyDictionary<TrackId, IReadOnlyList<TrackTag>> tags, Popularity popularity) => Environment.GetEnvironmentVariable("CURATION_TAG") is not { } tag ? [] :
        [.. Enumerable.Range(0, tracks.Count).Where(row => tags.GetValueOrDefault(tracks[row], []).Any(given => given.Tag == tag)).OrderByDescending(popularity.Plays).ThenBy(row => row).Take(150).Select(row => tracks[row])];

    /// <summary>For each listener the best of the pool, or of everything not heard yet, by the model; fit is the mean percentile of their scores.</summary>
    private static MeasuredLists Lists(Factorisation model, ListeningMatrix matrix, TrackId[] pool)
    {
        var allowed = pool.Length > 0 ? pool.Select(model.Tracks.RowOf).Order().ToArray() : [.. Enumerable.Range(0, model.Tracks.Count)];
        var yardstick = Enumerable.Range(0, model.Tracks.Count).ToArray();
        var lists = new TrackId[matrix.Listeners * Length];
        var fits = new double[matrix.Listeners];
        Parallel.For(0, matrix.Listeners, listener =>
        {
            var taste = model.Taste(matrix.Row(listener).ToHistory());
            var all = new float[yardstick.Length];
            taste.Score(yardstick, all);
            var heard = pool.Length > 0 ? [] : matrix.Row(listener).Columns.ToArray().ToHashSet();
            var best = allowed.Where(row => !heard.Contains(row)).OrderByDescending(row => all[row]).ThenBy(row => row).Take(Length).ToArray();
            for (var place = 0; place < Length; place++) lists[(listener * Length) + place] = model.Tracks[best[place]];
            var scores = best.Select(row => all[row]).ToArray();
            Array.Sort(all);
            fits[listener] = scores.Average(score => (double)all.AsSpan().BinarySearch(score) is var at && at >= 0 ? at / all.Length : 0);
        });
        var starts = Enumerable.Range(0, matrix.Listeners + 1).Select(row => row * Length).ToArray();
        var histories = Enumerable.Range(0, matrix.Listeners).Select(row => matrix.Row(row).ToHistory()).ToArray();
        var bounds = new int[histories.Length + 1];
        for (var row = 0; row < histories.Length; row++) bounds[row + 1] = bounds[row] + histories[row].Length;
        return new MeasuredLists
        {
            Lists = new ListSet([.. Enumerable.Range(1, matrix.Listeners).Select(id => new ListenerId(id))], starts, lists),
            Audience = new Audience(new ListenerFacts[histories.Length], bounds, [.. histories.SelectMany(history => history.Select(item => model.Tracks[item.Row]))], [.. histories.SelectMany(history => history.Select(item => item.Weight))]),
            Pool = pool,
            Shared = [.. allowed.OrderByDescending(model.Popularity.Plays).ThenBy(row => row).Take(Length).Select(row => model.Tracks[row])],
            Fit = fits,
        };
    }
}
