using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;
using Curation.Tests.Auditing.Assessing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing;

public sealed class OutsideFiguresTests
{
    [Fact]
    public void What_rests_on_few_goes_out_with_its_name_alone_and_with_it_the_next_smallest()
    {
        Figure[] figures = [Share("gender", "male", 60), Share("gender", "female", 9), Share("gender", "non-binary", 20), Share("gender", "unknown", 90)];
        Assert.Equal(["male", "unknown"], Told(figures));
        Assert.Equal([("gender", 2)], OutsideFigures.HiddenShares(OutsideFigures.Of(figures)));
        var hidden = OutsideFigures.Of(figures).Where(OutsideFigures.IsHidden).ToList();
        Assert.All(hidden, figure => Assert.Equal((null, null, null, 0, null), (figure.Value, figure.Low, figure.High, figure.Count, figure.Baseline)));
    }

    [Fact]
    public void Two_hidden_groups_hide_no_third() =>
        Assert.Equal(["male", "unknown"], Told([Share("gender", "male", 60), Share("gender", "female", 9), Share("gender", "non-binary", 2), Share("gender", "unknown", 90)]));

    [Fact]
    public void A_group_of_which_nothing_is_shown_is_no_small_cell_and_hides_no_other() =>
        Assert.Equal(["head", "middle", "tail", "unknown"], Told([Share("tier", "head", 172), Share("tier", "middle", 21), Share("tier", "tail", 14), Share("tier", "unknown", 0)]));

    [Fact]
    public void A_short_shared_list_takes_nothing_from_what_is_told_of_all_lists()
    {
        Figure Short(string group, int count) => Share("tier", group, count) with { Key = new(Measures.SharedPrefix + Measures.Exposure, "tier", group) };
        Figure[] figures = [Share("tier", "head", 172), Share("tier", "tail", 140), Short("head", 17), Short("tail", 3)];
        Assert.Equal(["head", "tail"], Told(figures));
        Assert.All(OutsideFigures.Of(figures).Where(figure => figure.Key.Measure.StartsWith(Measures.SharedPrefix, StringComparison.Ordinal)), figure => Assert.True(OutsideFigures.IsHidden(figure)));
    }

    /// <summary>rKL counts the lists that are long enough: none of short lists, one of a shared list. Neither says how many tracks a group has.</summary>
    [Theory, InlineData(0), InlineData(1)]
    public void The_number_of_lists_behind_rkl_says_nothing_of_how_small_a_group_is(int lists)
    {
        Figure Ranked(string group) => new(new(Measures.Rkl, "gender", group, Baselines.Pool), lists == 0 ? null : 0.1, null, null, lists, 0.5);
        Figure[] figures = [Share("gender", "male", 60), Share("gender", "female", 9), Share("gender", "unknown", 90), Ranked("male"), Ranked("female"), Ranked("unknown")];
        Assert.Equal(["unknown"], Told(figures).Distinct());
    }

    [Fact]
    public void Hidden_groups_are_enough_together_that_what_is_left_of_the_whole_gives_none_of_them_away() =>
        Assert.Equal(["unknown"], Told([Share("gender", "male", 60), Share("gender", "female", 3), Share("gender", "non-binary", 2), Share("gender", "unknown", 90)]));

    [Fact]
    public void How_far_the_worst_group_lies_below_everybody_is_hidden_with_any_group_of_its_kind()
    {
        Figure Fit(string group, int count) => new(new(Measures.Fit, "listener age", group), 0.5, 0.4, 0.6, count, 0.6);
        Figure[] figures = [Fit("a", 900), Fit("b", 12), Fit("c", 3), new(new(Measures.FitGap, "listener age"), 0.1, null, null, 12, 0.6)];
        Assert.True(OutsideFigures.IsHidden(OutsideFigures.Of(figures)[3]));
        Assert.False(OutsideFigures.IsHidden(OutsideFigures.Of([Fit("a", 900), Fit("b", 12), figures[3]])[2]));
    }

    [Fact]
    public void Every_figure_of_a_hidden_group_is_hidden_whatever_it_rests_on()
    {
        Figure[] figures = [Share("gender", "male", 60), Share("gender", "female", 9), Share("gender", "unknown", 90), Share("gender", "female", 5_000) with { Key = new(Measures.Rkl, "gender", "female", Baselines.Pool) }];
        Assert.True(OutsideFigures.IsHidden(OutsideFigures.Of(figures)[3]));
    }

    [Fact]
    public void A_cell_of_a_crossing_cannot_be_had_by_taking_the_others_from_its_row_or_column()
    {
        var figures = (from row in (string[])["a", "b", "c"] from column in (string[])["x", "y", "z"] select Share("one × other", $"{row} × {column}", (row, column) == ("a", "x") ? 3 : 30 + row[0] + column[0])).ToArray();
        var hidden = OutsideFigures.Of(figures).Where(OutsideFigures.IsHidden).Select(figure => figure.Key.Group.Split(" × ")).ToList();
        Assert.All(hidden.GroupBy(cell => cell[0]), row => Assert.True(row.Count() > 1));
        Assert.All(hidden.GroupBy(cell => cell[1]), column => Assert.True(column.Count() > 1));
        Assert.Equal(4, hidden.Count);
    }

    [Fact]
    public void A_cell_goes_with_a_group_that_is_hidden()
    {
        Figure[] figures =
        [
            Share("one", "a", 60), Share("one", "b", 9), Share("one", "c", 11), Share("one", "unknown", 70),
            Share("other", "x", 60), Share("other", "unknown", 90),
            Share("one × other", "a × x", 50), Share("one × other", "b × x", 12), Share("one × other", "c × x", 13), Share("one × other", "unknown × unknown", 70),
        ];
        Assert.DoesNotContain("b × x", Told(figures));
        Assert.DoesNotContain("c × x", Told(figures));
    }

    [Fact]
    public void A_group_of_which_only_one_cell_has_anything_is_hidden_with_that_cell()
    {
        Figure[] figures =
        [
            Share("one", "a", 40), Share("one", "b", 60), Share("one", "unknown", 50),
            Share("other", "x", 44), Share("other", "y", 106),
            Share("one × other", "a × x", 40), Share("one × other", "b × x", 4), Share("one × other", "b × y", 56), Share("one × other", "unknown × y", 50),
        ];
        var told = Told(figures).ToList();
        Assert.DoesNotContain("b × x", told);
        Assert.Empty(Subtraction.Recovered(OutsideFigures.Of(figures), figures));
    }

    /// <summary>Everybody knows in which region a country lies, so that a region and its countries are one sum.</summary>
    [Fact]
    public void A_region_gives_none_of_its_countries_away()
    {
        Figure[] figures =
        [
            Share("country", "unknown", 40), Share("country", "DE", 40), Share("country", "LI", 11), Share("country", "SE", 12), Share("country", "AU", 4),
            Share("region", "unknown", 40), Share("region", "Western Europe", 51), Share("region", "Northern Europe", 12), Share("region", "Australia and New Zealand", 4),
        ];
        var outside = OutsideFigures.Of(figures);
        Assert.Empty(Subtraction.Recovered(outside, figures));
        var told = Told(figures).ToList();
        Assert.DoesNotContain("AU", told);
        Assert.DoesNotContain("Australia and New Zealand", told);
        Assert.Contains("Western Europe", told);
        Assert.Contains("unknown", told);
    }

    [Fact]
    public void A_region_in_a_crossing_gives_none_of_its_countries_away()
    {
        Figure[] figures =
        [
            Share("gender × country", "female × DE", 40), Share("gender × country", "female × LI", 3), Share("gender × country", "female × SE", 12), Share("gender × country", "male × DE", 30), Share("gender × country", "male × LI", 20), Share("gender × country", "male × SE", 25),
            Share("region × gender", "Western Europe × female", 43), Share("region × gender", "Northern Europe × female", 12), Share("region × gender", "Western Europe × male", 50), Share("region × gender", "Northern Europe × male", 25),
        ];
        Assert.Empty(Subtraction.Recovered(OutsideFigures.Of(figures), figures));
        Assert.DoesNotContain("female × LI", Told(figures));
    }

    [Fact]
    public void Regions_that_are_none_of_the_world_are_no_sums_of_countries() =>
        Assert.Equal(["DE", "unknown", "north", "south", "unknown"], Told([Share("country", "AT", 6), Share("country", "CH", 7), Share("country", "DE", 40), Share("country", "unknown", 30), Share("region", "north", 13), Share("region", "south", 40), Share("region", "unknown", 30)]));

    /// <summary>The pool may have one track of a group of which the lists show many, and so may the edition.</summary>
    [Fact]
    public void What_a_group_has_of_a_pool_or_an_edition_stays_in_the_house()
    {
        Figure Gain(string against) => new(new(PositionWeight.Geometric.Of(Measures.Amplification), "gender", "female", against), 0.3, 0.2, 0.4, 60, 0.1);
        Figure[] figures = [Share("gender", "female", 60), Share("gender", "unknown", 90), Gain(Baselines.Catalogue), Gain(Baselines.History), Gain(Baselines.Pool), Gain(Baselines.Edition)];
        var outside = OutsideFigures.Of(figures);
        Assert.Equal(figures[..2].Select(figure => figure with { Baseline = null }), outside.Take(2));
        Assert.Equal(figures[2..4], outside.Skip(2).Take(2));
        Assert.All(outside.Skip(4), figure => Assert.True(OutsideFigures.IsHidden(figure) && (figure.Low, figure.High) == (null, null)));
        Assert.Equal(0.5, OutsideFigures.Of(figures[..4])[0].Baseline);
    }

    [Fact]
    public void No_share_of_a_pool_or_an_edition_is_on_any_figure_that_leaves()
    {
        var world = new SmallWorld(5);
        var inside = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 }).Measure(world.Measured).Figures;
        var shares = inside.Where(figure => FigureWords.Plain(figure.Key.Measure) == Measures.Amplification).ToLookup(figure => figure.Key.Against is Baselines.Pool or Baselines.Edition, figure => figure.Baseline);
        var secret = shares[true].Except(shares[false]).ToHashSet();
        Assert.NotEmpty(secret);
        Assert.DoesNotContain(OutsideFigures.Of(inside), figure => figure.Baseline is not null && secret.Contains(figure.Baseline));
    }

    /// <summary>Whoever has what is told, and knows that rows and columns add up to the groups and countries to their region, works out no share that is hidden.</summary>
    [Fact]
    public void No_hidden_share_follows_from_all_that_is_told()
    {
        var (hidden, crossed) = (0, 0);
        string?[] codes = [null, "DE", "DE", "DE", "LI", "AT", "SE", "SE", "GB", "AU", "NG", "GH", "US", "US", "XX"];
        Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), Arb.From(Gen.Elements(3, 5, 10)), (seed, least) =>
        {
            var world = new SmallWorld(seed, tracks: 200, artists: 60);
            var random = new SeededRandom(seed);
            var numbers = Enumerable.Range(0, 100).Select(_ => random.NextInt(35)).ToArray();
            var from = Enumerable.Range(0, 100).Select(_ => codes[random.NextInt(codes.Length)]).ToArray();
            var dimensions = (Dimension[])
            [
                .. world.Ground.Dimensions.Where(dimension => dimension.Name is not ("country" or "region")),
                Dimension.OfArtists("country", world.Rows, artist => from[artist.Value]),
                Dimension.OfArtists("region", world.Rows, artist => WorldRegions.Of(from[artist.Value])),
                Dimension.OfArtists("town", world.Rows, artist => $"town {numbers[artist.Value]}"),
            ];
            var figures = new EffectMeter(world.GroundOf(world.Rows, dimensions), new MeasuringOptions { Resamples = 0, Crossed = [("gender", "region"), ("country", "gender"), ("gender", "genre"), ("town", "country"), ("region", "town")] }).Measure(world.Measured).Figures;
            figures = [.. figures.Where(figure => figure.Key.Measure == Measures.Exposure)];
            var outside = OutsideFigures.Of(figures, least);
            Assert.Empty(Subtraction.Recovered(outside, figures));
            Assert.All(outside, figure => Assert.True(figure.Count == 0 || figure.Count >= least));
            var cells = figures.Zip(outside).Where(pair => pair.First.Count > 0 && OutsideFigures.IsHidden(pair.Second)).Select(pair => pair.First.Key.Dimension).ToList();
            hidden += cells.Count(dimension => Dimension.Crossing(dimension) is null);
            crossed += cells.Count(dimension => Dimension.Crossing(dimension) is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
        Assert.True(hidden > 0 && crossed > 0, "No world hid a group and a cell of a crossing, so the worlds say nothing.");
    }

    [Fact]
    public void Nothing_is_hidden_where_everything_rests_on_enough()
    {
        Figure[] figures = [Share("gender", "male", 60), Share("gender", "unknown", 10), new(new(Measures.Fit), 0.5, 0.4, 0.6, 100, null)];
        Assert.Equal(figures, OutsideFigures.Of(figures));
    }

    private static Figure Share(string dimension, string group, int count) => new(new(Measures.Exposure, dimension, group), count / 1000.0, 0, 1, count, 0.5);

    private static IEnumerable<string> Told(IReadOnlyCollection<Figure> figures) => OutsideFigures.Of(figures).Where(figure => !OutsideFigures.IsHidden(figure)).Select(figure => figure.Key.Group);
}
