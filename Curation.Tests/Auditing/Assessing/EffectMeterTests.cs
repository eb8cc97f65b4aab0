using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Tests.Auditing.Figures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Assessing;

public sealed class EffectMeterTests
{
    [Fact]
    public void Every_figure_is_what_its_definition_says_list_by_list() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), Arb.From(Gen.Elements(PositionWeight.All.ToArray())), (seed, weight) =>
    {
        var world = new SmallWorld(seed);
        var effect = new EffectMeter(world.Ground, new MeasuringOptions { Weight = weight, Resamples = 0, Threads = 2 }).Measure(world.Measured);
        var figures = effect.Figures.ToDictionary(figure => figure.Key.ToString(), figure => figure.Value, StringComparer.Ordinal);
        foreach (var (key, slow) in new SlowMeter(world, world.Measured, weight).Figures())
        {
            Assert.True(figures.TryGetValue(key, out var fast) || slow is null, $"{key} is not measured");
            Assert.True(fast is null == slow is null && Math.Abs((fast ?? 0) - (slow ?? 0)) < 1e-5, $"{key} is {fast}, by its definition {slow}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void Figures_and_intervals_are_the_same_on_any_number_of_threads()
    {
        var world = new SmallWorld(5, tracks: 300, artists: 80, listeners: 400);
        MeasuredEffect On(int threads) => new EffectMeter(world.Ground, new MeasuringOptions { Threads = threads, Resamples = 50, Parts = 40 }).Measure(world.Measured);
        var one = On(1);
        Assert.Equal(one.Figures.AsEnumerable(), On(2).Figures);
        Assert.Equal(one.Figures.AsEnumerable(), On(7).Figures);
    }

    [Fact]
    public void A_key_names_one_figure_and_reads_back()
    {
        var world = new SmallWorld(6);
        var figures = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 }).Measure(world.Measured).Figures;
        Assert.Equal(figures.Length, figures.Select(figure => figure.Key.ToString()).Distinct().Count());
        Assert.All(figures, figure => Assert.Equal(figure.Key, MeasureKey.Parse(figure.Key.ToString())));
    }

    [Fact]
    public void The_groups_of_a_dimension_share_all_exposure_and_unknown_is_always_one_of_them() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed =>
    {
        var world = new SmallWorld(seed);
        var meter = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 });
        var figures = meter.Measure(world.Measured).Figures.Where(figure => figure.Key.Measure == Measures.Exposure).ToLookup(figure => figure.Key.Dimension);
        return meter.Dimensions.All(dimension => Math.Abs(figures[dimension.Name].Sum(figure => figure.Value!.Value) - 1) < 1e-6 && figures[dimension.Name].Any(figure => figure.Key.Group is "unknown" or "unknown × unknown"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void The_rows_and_columns_of_a_crossing_add_up_to_the_shares_of_the_single_dimensions() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed =>
    {
        var world = new SmallWorld(seed);
        var measured = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0, Crossed = [("gender", "region"), ("label type", "genre")] }).Measure(world.Measured).Figures.Where(figure => figure.Key.Measure == Measures.Exposure).ToLookup(figure => figure.Key.Dimension);
        foreach (var (one, other) in ((string, string)[])[("gender", "region"), ("label type", "genre")])
        {
            var cells = measured[$"{one} × {other}"].Select(figure => (Met: Dimension.Crossing(figure.Key.Group)!.Value, Share: figure.Value!.Value)).ToList();
            foreach (var figure in measured[one]) Assert.Equal(figure.Value!.Value, cells.Where(cell => cell.Met.One == figure.Key.Group).Sum(cell => cell.Share), 5);
            foreach (var figure in measured[other]) Assert.Equal(figure.Value!.Value, cells.Where(cell => cell.Met.Other == figure.Key.Group).Sum(cell => cell.Share), 5);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void A_cell_that_is_unknown_on_one_side_has_its_count_and_interval_and_opens_to_who_is_in_it()
    {
        var world = new SmallWorld(22, tracks: 200, artists: 120, listeners: 200);
        var effect = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 50 }).Measure(world.Measured);
        foreach (var group in (string[])["female × unknown", "unknown × Northern Europe"])
        {
            var figure = effect.Find(new(Measures.Exposure, "gender × region", group))!;
            Assert.True(figure is { Value: > 0, Low: > 0, Count: > 0 } && figure.High > figure.Low, figure.ToString());
            var behind = effect.Exposure.Of("gender × region", group);
            Assert.Equal((figure.Count, figure.Value.Value), (behind.Tracks.Count, Math.Round(behind.Artists.Sum(artist => artist.Share), 12)), (one, two) => one.Item1 == two.Item1 && Math.Abs(one.Item2 - two.Item2) < 1e-6);
            Assert.All(behind.Artists, artist => Assert.Equal(group, $"{(world.Catalogue.Artists[artist.Artist].Gender == Gender.Female ? "female" : "unknown")} × {WorldRegions.Of(world.Catalogue.Artists[artist.Artist].Country) ?? "unknown"}"));
        }
    }

    [Fact]
    public void A_crossing_with_genres_opens_to_the_artists_of_its_row_alone()
    {
        var world = new SmallWorld(23);
        var effect = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0, Crossed = [("gender", "genre")] }).Measure(world.Measured);
        var behind = effect.Exposure.Of("gender × genre", "female × genre 1");
        Assert.Equal(effect.Find(new(Measures.Exposure, "gender × genre", "female × genre 1"))!.Value!.Value, behind.Artists.Sum(artist => artist.Share), 6);
        Assert.All(behind.Artists, artist => Assert.Equal(Gender.Female, world.Catalogue.Artists[artist.Artist].Gender));
    }

    [Fact]
    public void An_interval_of_a_mean_is_as_wide_as_listeners_vary()
    {
        var world = new SmallWorld(7, listeners: 2_000);
        var fits = world.Measured.Fit!.Where(fit => !double.IsNaN(fit)).ToArray();
        var mean = fits.Average();
        var spread = 1.96 * Math.Sqrt(fits.Sum(fit => (fit - mean) * (fit - mean)) / fits.Length / fits.Length);
        foreach (var parts in (int[])[2_000, 500])
        {
            var figure = new EffectMeter(world.Ground, new MeasuringOptions { Parts = parts }).Measure(world.Measured).Find(new(Measures.Fit))!;
            Assert.Equal(mean, figure.Value!.Value, 9);
            Assert.InRange((figure.High!.Value - figure.Low!.Value) / (2 * spread), 0.85, 1.15);
            Assert.True(figure.Low < mean && mean < figure.High);
        }
    }

    /// <summary>Draws listeners anew and computes the coefficient from each draw's own order.</summary>
    [Fact]
    public void The_interval_of_gini_is_about_as_wide_as_that_of_the_coefficient_computed_anew()
    {
        var world = new SmallWorld(21, tracks: 60, listeners: 400);
        var figure = new EffectMeter(world.Ground).Measure(world.Measured).Find(new(Measures.Gini, Measures.Tracks))!;
        var random = new SeededRandom(2);
        var drawn = Enumerable.Range(0, 400).Select(_ =>
        {
            var exposure = new double[60];
            for (var draw = 0; draw < 400; draw++)
            {
                var list = world.Measured.Lists.Of(random.NextInt(400));
                for (var place = 0; place < list.Length; place++)
                {
                    if (world.Rows.RowOf(list[place]) is >= 0 and var row) exposure[row] += PositionWeight.Log.At(place);
                }
            }

            return Concentration.Gini(exposure)!.Value;
        }).Order().ToArray();
        Assert.InRange((figure.High!.Value - figure.Low!.Value) / (drawn[389] - drawn[10]), 0.7, 1.4);
        Assert.InRange(figure.Value!.Value, figure.Low.Value, figure.High.Value);
    }

    [Fact]
    public void A_figure_opens_to_the_tracks_and_artists_behind_it()
    {
        var world = new SmallWorld(8);
        var effect = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 }).Measure(world.Measured);
        foreach (var figure in effect.Figures.Where(figure => figure.Key.Measure == Measures.Exposure && figure.Key.Group is not ("unknown" or "unknown × unknown")))
        {
            var behind = effect.Exposure.Of(figure.Key.Dimension, figure.Key.Group);
            Assert.Equal(figure.Value!.Value, behind.Tracks.Sum(track => track.Share), 6);
            Assert.Equal(figure.Value!.Value, behind.Artists.Sum(artist => artist.Share), 6);
            Assert.Equal(figure.Count, behind.Tracks.Count);
        }

        Assert.All(effect.Exposure.Of("gender", "female").Artists, artist => Assert.Equal(Gender.Female, world.Catalogue.Artists[artist.Artist].Gender));
        Assert.Empty(effect.Exposure.Of("gender", "no such group").Tracks);
        Assert.Contains("no dimension", Assert.Throws<ArgumentException>(() => effect.Exposure.Of("shoe size", "42")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shared_list_and_the_pool_are_measured_too()
    {
        var world = new SmallWorld(9);
        var effect = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 }).Measure(world.Measured);
        var female = world.Measured.Shared.Select(track => world.Catalogue.Find(track)!.Artists.Average(artist => world.Catalogue.Artists[artist].Gender == Gender.Female ? 1.0 : 0)).ToArray();
        Assert.Equal(Definitions.Share(female, PositionWeight.Log)!.Value, effect.Find(new("shared-exposure", "gender", "female"))!.Value!.Value, 6);
        var known = world.Pool.Select(track => world.Vectors[track.Value - 1]).ToArray();
        Assert.Equal(ListDiversity.Of(known)!.Value, effect.Find(new("pool-diversity", Measures.After))!.Value!.Value, 5);
        Assert.Null(effect.Find(new("pool-exposure", "gender", "female")));
        Assert.DoesNotContain(effect.Figures, figure => figure.Key.Measure.Contains('-', StringComparison.Ordinal) && (figure.Key.Dimension == Measures.Before || ListenerDimensions.Names.Contains(figure.Key.Dimension)) && figure.Key.Measure != Measures.FitGap);
    }

    [Fact]
    public void Who_is_served_worst_is_said_by_name_and_not_of_a_handful()
    {
        var world = new SmallWorld(10, listeners: 60);
        var facts = Enumerable.Range(0, 60).Select(row => new ListenerFacts(row < 5 ? "65+" : row < 30 ? "18-24" : "25-34")).ToArray();
        var measured = world.Measured with
        {
            Audience = new Audience(facts, new int[61], [], []),
            Fit = [.. Enumerable.Range(0, 60).Select(row => row < 5 ? 0.1 : row < 30 ? 0.4 : 0.8)],
        };
        var effect = new EffectMeter(world.Ground).Measure(measured);
        var worst = ServedWorst.Of(effect.Figures, Measures.Fit).Single(one => one.Dimension == ListenerDimensions.Age);
        Assert.Equal("18-24", worst.Group);
        var gap = effect.Find(new(Measures.FitGap, ListenerDimensions.Age))!;
        Assert.Equal(measured.Fit!.Average() - 0.4, gap.Value!.Value, 9);
        Assert.True(gap.Low > 0);
    }

    [Fact]
    public void New_and_heavy_niche_and_mainstream_are_told_by_what_listeners_played()
    {
        var world = new SmallWorld(11, listeners: 4);
        TrackId[] common = [new(1 + Array.IndexOf(world.Plays, world.Plays.Max()))];
        TrackId[] rare = [new(1 + Array.IndexOf(world.Plays, world.Plays.Min()))];
        TrackId[][] heard = [[], common, rare, common];
        var measured = world.Measured with { Audience = new Audience(new ListenerFacts[4], Sets.Starts(heard), [.. heard.SelectMany(tracks => tracks)], [30, 40, 500]), Fit = [0.1, 0.2, 0.3, 0.4] };
        var effect = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 }).Measure(measured);
        double? Fit(string dimension, string group) => effect.Find(new(Measures.Fit, dimension, group))?.Value;
        Assert.Equal((0.1, 0.25, 0.4), (Fit("listener activity", "new"), Fit("listener activity", "regular"), Fit("listener activity", "heavy")));
        Assert.Equal((0.1, 0.3, 0.3), (Fit("listener taste", "unknown"), Fit("listener taste", "niche"), Math.Round(Fit("listener taste", "mainstream")!.Value, 9)));
    }

    [Fact]
    public void Explicit_tracks_count_for_everybody_where_the_recipe_allows_none()
    {
        var world = new SmallWorld(12);
        var effect = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 }).Measure(world.Measured with { RecipeExcludesExplicit = true }).Find(new(Measures.ExplicitReach))!;
        Assert.Equal(world.Measured.Lists.Tracks.ToArray().Count(track => world.Catalogue.Find(track) is { Explicit: true }), effect.Value);
        Assert.Equal(25, effect.Count);
    }

    [Fact]
    public void Without_attributes_everything_is_unknown_and_nothing_is_guessed()
    {
        var world = new SmallWorld(13);
        var bare = new Catalogue(world.Catalogue.Tracks.Select(track => track with { Genres = [], ReleasedOn = null, Language = null }), new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>());
        var rows = new CatalogueRows(bare);
        var effect = new EffectMeter(world.GroundOf(rows, BuiltInDimensions.Of(rows, _ => "", SmallWorld.Day, []))).Measure(world.Measured);
        foreach (var name in BuiltInDimensions.Names)
        {
            Assert.Equal(1, effect.Find(new(Measures.Exposure, name, "unknown"))!.Value!.Value, 9);
            Assert.Equal(0, effect.Find(new(Measures.Ndkl, name, "", Baselines.Pool))!.Value!.Value, 9);
            Assert.Null(effect.Find(new(Measures.Rkl, name, "unknown", Baselines.Pool)));
        }

        Assert.Null(effect.Find(new(Measures.Calibration))!.Value);
    }

    [Fact]
    public void One_group_alone_has_all_exposure_and_no_order_to_judge()
    {
        var world = new SmallWorld(14);
        var only = Dimension.OfArtists("home", world.Rows, _ => "here");
        var effect = new EffectMeter(world.GroundOf(world.Rows, [only])).Measure(world.Measured with { Lists = Sets.Of(world.Pool[..20], world.Pool[5..25]), Audience = Audience.Unknown(2), Fit = null, Relevance = null });
        Assert.Equal(1, effect.Find(new(Measures.Exposure, "home", "here"))!.Value!.Value, 9);
        Assert.Equal(0, effect.Find(new(Measures.Exposure, "home", "unknown"))!.Value!.Value, 9);
        Assert.Null(effect.Find(new(Measures.Amplification, "home", "unknown", Baselines.Pool))!.Value);
        Assert.Null(effect.Find(new(Measures.Rkl, "home", "here", Baselines.Pool)));
        Assert.Equal(0, effect.Find(new(Measures.Ndkl, "home", "", Baselines.Pool))!.Value!.Value, 9);
    }

    [Fact]
    public void A_group_of_one_artist_is_measured_and_opens_to_that_artist()
    {
        var world = new SmallWorld(15);
        var one = world.Catalogue.Find(world.Pool[0])!.Artists[0];
        var alone = Dimension.OfArtists("duo", world.Rows, artist => artist == one ? "the one" : "the rest");
        var effect = new EffectMeter(world.GroundOf(world.Rows, [alone])).Measure(world.Measured with { Lists = Sets.Of(world.Pool[..20]), Audience = Audience.Unknown(1), Fit = null, Relevance = null });
        var figure = effect.Find(new(Measures.Exposure, "duo", "the one"))!;
        Assert.True(figure.Value > 0);
        Assert.Equal([one], effect.Exposure.Of("duo", "the one").Artists.Select(artist => artist.Artist));
        Assert.True(MinimumCell.Hides(figure));
    }

    [Fact]
    public void Without_listeners_nothing_is_defined_and_nothing_fails()
    {
        var world = new SmallWorld(16);
        var effect = new EffectMeter(world.Ground).Measure(world.Measured with { Lists = Sets.Of(), Audience = Audience.Unknown(0), Fit = [], Relevance = [] });
        Assert.Null(effect.Find(new(Measures.Exposure, "gender", "female"))!.Value);
        Assert.Null(effect.Find(new(Measures.Gini, Measures.Artists))!.Value);
        Assert.Null(effect.Find(new(Measures.Fit))!.Value);
        Assert.Equal(0, effect.Find(new(Measures.Coverage, Measures.Tracks))!.Value);
        Assert.NotNull(effect.Find(new("shared-exposure", "gender", "female"))!.Value);
    }

    [Fact]
    public void Without_plays_what_asks_for_a_history_is_not_defined()
    {
        var world = new SmallWorld(17);
        var effect = new EffectMeter(world.Ground).Measure(world.Measured with { Audience = Audience.Unknown(25) });
        Assert.Null(effect.Find(new(Measures.Calibration))!.Value);
        Assert.Null(effect.Find(new(Measures.Discovery))!.Value);
        Assert.Null(effect.Find(new(Measures.Gs, Measures.Before))!.Value);
        Assert.Null(effect.Find(new(Measures.Serendipity))!.Value);
        Assert.Null(effect.Find(new(Measures.Amplification, "gender", "female", Baselines.History)));
        Assert.NotNull(effect.Find(new(Measures.Exposure, "gender", "female"))!.Value);
    }

    [Fact]
    public void A_pool_that_is_smaller_than_the_list_keeps_every_figure_within_its_bounds() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed =>
    {
        var world = new SmallWorld(seed);
        var figures = new EffectMeter(world.Ground, new MeasuringOptions { Resamples = 0 }).Measure(world.Measured with { Pool = world.Pool[..3] }).Figures;
        return figures.Where(figure => figure.Key.Measure == Measures.Rkl).All(figure => figure.Value is >= 0 and <= 1) && figures.Where(figure => figure.Key.Measure == Measures.Ndkl).All(figure => figure.Value is null or >= 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Empty_lists_have_no_exposure_and_no_empty_catalogue_fails()
    {
        var world = new SmallWorld(18);
        var empty = new EffectMeter(world.Ground).Measure(new MeasuredLists { Lists = Sets.Of([], []), Audience = Audience.Unknown(2), Live = Sets.Of([]) });
        Assert.Null(empty.Find(new(Measures.Exposure, "gender", "female"))!.Value);
        Assert.Null(empty.Find(new(Measures.Novelty))!.Value);
        Assert.Equal(0, empty.Find(new(Measures.ArtistsGained, Against: Baselines.Edition))!.Value);
        var rows = new CatalogueRows(Catalogue.Empty);
        var nothing = new EffectMeter(new MeasuringGround(rows, BuiltInDimensions.Of(rows, _ => "tail", SmallWorld.Day, []), _ => 0)).Measure(new MeasuredLists { Lists = Sets.Of([new TrackId(4)]), Audience = Audience.Unknown(1) });
        Assert.Equal(1, nothing.Find(new(Measures.Exposure, "gender", "unknown"))!.Value);
        Assert.Null(nothing.Find(new(Measures.Coverage, Measures.Tracks))!.Value);
    }

    [Fact]
    public void Lists_and_listeners_that_are_not_in_step_are_not_measured()
    {
        var world = new SmallWorld(19);
        var meter = new EffectMeter(world.Ground);
        Assert.Throws<ArgumentException>(() => meter.Measure(world.Measured with { Audience = Audience.Unknown(3) }));
        Assert.Throws<ArgumentException>(() => meter.Measure(world.Measured with { Fit = [1] }));
        Assert.Throws<ArgumentException>(() => meter.Measure(world.Measured with { Relevance = [1] }));
    }

    [Fact]
    public void An_attribute_takes_the_place_of_a_built_in_dimension_of_its_name_and_else_adds_one()
    {
        var world = new SmallWorld(20);
        var named = BuiltInDimensions.Of(world.Rows, _ => "tail", SmallWorld.Day, [world.Label, new AttributeTable("Mood", false, [KeyValuePair.Create(1, "calm")])]);
        Assert.Equal([.. BuiltInDimensions.Names, "Mood"], named.Select(dimension => dimension.Name));
        Assert.Equal(["unknown", "independent", "major"], named.Single(dimension => dimension.Name == "label type").Groups);
        Assert.Equal(["unknown", "calm"], named[^1].Groups);
    }
}
