using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Auditing.Assessing;

public sealed class DistinctIntervalTests
{
    private static readonly SmallWorld World = new(31, tracks: 300, artists: 120);

    /// <summary>One listener alone gets the first track and one alone the third, so that without one of three listeners 1, 1 or 0 tracks are missing: a variance of 2/3 · (2 · (1/3)² + (2/3)²) = 4/9.</summary>
    [Fact]
    public void The_interval_of_coverage_is_the_jackknifes_over_listeners()
    {
        var figure = Measure([[1, 2], [2, 3], [2]]).Find(new(Measures.Coverage, Measures.Tracks))!;
        Assert.Equal((3 / 300.0, 3), (figure.Value!.Value, figure.Count));
        Assert.Equal((3 - (1.96 * 2 / 3)) / 300, figure.Low!.Value, 9);
        Assert.Equal((3 + (1.96 * 2 / 3)) / 300, figure.High!.Value, 9);
    }

    [Fact]
    public void Artists_gained_and_lost_vary_by_those_whom_one_listener_alone_gets()
    {
        var (first, second, other) = Solo();
        var effect = Measure([[first, second], [second], [second]], live: [[first, other]]);
        var (gained, lost) = (effect.Find(new(Measures.ArtistsGained, Against: Baselines.Edition))!, effect.Find(new(Measures.ArtistsLost, Against: Baselines.Edition))!);
        Assert.Equal((1, 1, 1), (gained.Value, gained.Low, gained.High));
        Assert.Equal((1, 0, 2), (lost.Value, lost.Low, lost.High));
    }

    [Fact]
    public void Where_everybody_gets_the_same_nothing_varies_and_of_one_listener_nothing_is_said()
    {
        var same = Measure([[1, 2], [1, 2], [1, 2]]).Find(new(Measures.Coverage, Measures.Artists))!;
        Assert.Equal((same.Value, same.Value), (same.Low, same.High));
        Assert.Null(Measure([[1, 2]]).Find(new(Measures.Coverage, Measures.Artists))!.Low);
    }

    /// <summary>Populations are drawn again and again from the same habits, some listeners with rare tracks only: the mean over all of them is what the interval of each is about.</summary>
    [Fact]
    public void The_interval_of_coverage_holds_the_mean_of_all_populations_about_as_often_as_it_says()
    {
        var random = new SeededRandom(4);
        var figures = Enumerable.Range(0, 200).Select(_ => Measure([.. Enumerable.Range(0, 60).Select(_ => List(random))]).Find(new(Measures.Coverage, Measures.Tracks))!).ToArray();
        var mean = figures.Average(figure => figure.Value!.Value);
        var spread = Math.Sqrt(figures.Average(figure => (figure.Value!.Value - mean) * (figure.Value!.Value - mean)));
        Assert.InRange(figures.Count(figure => figure.Low <= mean && mean <= figure.High) / 200.0, 0.93, 1);
        Assert.InRange(figures.Average(figure => figure.High!.Value - figure.Low!.Value) / (2 * 1.96 * spread), 0.9, 1.5);
    }

    [Fact]
    public void Explicit_reach_varies_as_listeners_do_and_has_no_interval_where_there_is_none()
    {
        var loud = World.Catalogue.Tracks.First(track => track.Explicit).Id.Value;
        var quiet = World.Catalogue.Tracks.First(track => !track.Explicit).Id.Value;
        var figure = Measure([.. Enumerable.Range(0, 400).Select(row => (int[])[row % 4 == 0 ? loud : quiet])], clean: true).Find(new(Measures.ExplicitReach))!;
        Assert.Equal(100, figure.Value);
        Assert.InRange((figure.High!.Value - figure.Low!.Value) / (2 * 1.96 * Math.Sqrt(400 * 0.25 * 0.75)), 0.85, 1.15);
        Assert.Null(Measure([[quiet], [quiet]], clean: true).Find(new(Measures.ExplicitReach))!.High);
    }

    private static MeasuredEffect Measure(int[][] lists, int[][]? live = null, bool clean = false) => new EffectMeter(World.Ground, new MeasuringOptions { Crossed = [], Resamples = clean ? 1_000 : 2 }).Measure(new MeasuredLists
    {
        Lists = Sets.Of(Ids(lists)),
        Audience = Audience.Unknown(lists.Length),
        Live = live is null ? null : Sets.Of(Ids(live)),
        RecipeExcludesExplicit = clean,
    });

    private static TrackId[][] Ids(int[][] lists) => Array.ConvertAll(lists, list => Array.ConvertAll(list, id => new TrackId(id)));

    /// <summary>Tracks of one artist each, who are three.</summary>
    private static (int, int, int) Solo() =>
        World.Catalogue.Tracks.Where(track => track.Artists.Count == 1).DistinctBy(track => track.Artists[0]).Take(3).Select(track => track.Id.Value).ToArray() is [var one, var two, var three] ? (one, two, three) : default;

    private static int[] List(SeededRandom random)
    {
        var rare = random.NextInt(4) == 0;
        return [.. Enumerable.Range(0, 10).Select(_ => 1 + (int)(300 * Math.Pow(random.NextDouble(), rare ? 1 : 4))).Distinct()];
    }
}
