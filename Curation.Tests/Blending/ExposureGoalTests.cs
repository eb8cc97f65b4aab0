using Curation.Core.Blending;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class ExposureGoalTests
{
    private static int[] Numbers(ComposedList list) => [.. list.Slots.ToArray().Select(slot => slot.Track.Value)];

    private static Blend Recipe(int size, ExposureGoal? goal, int separation = 1) =>
        new() { Size = size, DiscoveryShare = 0, EditorialWeight = 1, ArtistSeparation = separation, Exposure = goal };

    private static ExposureGoal Goal(ExposureMethod method, params double[] shares) =>
        new() { Dimension = "letter", Method = method, Shares = [.. shares.Select((share, group) => new GroupShare($"{(char)('A' + group)}", share))] };

    /// <summary>A pool in editor's order in which the last tracks are of the first group.</summary>
    private static Kitchen Last(int pool, int inGroup, Blend blend) =>
        Kitchen.OfDistinctArtists(pool) with { Blend = blend, Groups = Enumerable.Range(pool - inGroup + 1, inGroup).ToDictionary(number => number, _ => 0) };

    [Fact]
    public void Half_of_every_prefix_is_kept_for_a_group_and_the_rest_goes_by_score()
    {
        var kitchen = Last(8, 4, Recipe(8, Goal(ExposureMethod.Prefixes, 0.5)));
        Assert.Equal([1, 5, 2, 6, 3, 7, 4, 8], Numbers(kitchen.Composer().Compose(Recipient.Everyone)));
    }

    [Fact]
    public void Two_groups_that_both_fall_due_at_one_place_are_begun_before_it()
    {
        var kitchen = Kitchen.OfDistinctArtists(6) with { Blend = Recipe(4, Goal(ExposureMethod.Prefixes, 0.5, 0.5)), Groups = new Dictionary<int, int> { [3] = 0, [4] = 0, [5] = 1, [6] = 1 } };
        Assert.Equal([3, 5, 4, 6], Numbers(kitchen.Composer().Compose(Recipient.Everyone)));
    }

    /// <summary>Tables for as many tests as there are places, as the authors of FA*IR publish them with their own implementation: 0000000011, 00000000111111122222 and 000000000011111122222333344444.</summary>
    [Theory]
    [InlineData(10, 0.2, 0.15, new[] { 9 })]
    [InlineData(20, 0.25, 0.1, new[] { 9, 16 })]
    [InlineData(30, 0.3, 0.05, new[] { 11, 17, 22, 26 })]
    public void A_fair_draw_keeps_the_places_of_the_published_table_for_many_tests(int size, double share, double significance, int[] places)
    {
        var kitchen = Last(2 * size, size, Recipe(size, Goal(ExposureMethod.FairDraw, share) with { Significance = significance }));
        var list = Numbers(kitchen.Composer().Compose(Recipient.Everyone));
        Assert.Equal(places, list.Index().Where(place => place.Item > size).Select(place => place.Index + 1));
    }

    [Fact]
    public void Over_listeners_a_group_has_its_share_of_every_place_though_one_list_is_too_short_for_it()
    {
        const int Listeners = 4_000;
        var kitchen = Last(30, 10, Recipe(5, Goal(ExposureMethod.OverListeners, 0.1)));
        var composer = kitchen.Composer();
        var lists = Enumerable.Range(1, Listeners).Select(id => Numbers(composer.Compose(Recipient.Unprofiled(new ListenerId(id))))).ToList();
        Assert.All(Enumerable.Range(0, 5), place => Assert.Equal(0.1, lists.Count(list => list[place] > 20) / (double)Listeners, 0.02));
        Assert.Equal(0.5, lists.Average(list => list.Count(number => number > 20)), 0.01);
        Assert.Equal(Numbers(composer.Compose(Recipient.Unprofiled(new ListenerId(7)))), lists[6]);
    }

    [Fact]
    public void Pins_count_for_their_group()
    {
        var kitchen = Last(8, 4, Recipe(6, Goal(ExposureMethod.Prefixes, 0.5))) with { Pins = new Dictionary<int, int> { [8] = 2 } };
        Assert.Equal([1, 8, 2, 5, 3, 6], Numbers(kitchen.Composer().Compose(Recipient.Everyone)));
    }

    [Fact]
    public void Separation_comes_first_and_the_slot_says_that_the_goal_gave_way()
    {
        var kitchen = new Kitchen
        {
            Pool = [[1], [2], [3], [4], [9], [9], [9]],
            Groups = new Dictionary<int, int> { [5] = 0, [6] = 0, [7] = 0 },
            Blend = Recipe(6, Goal(ExposureMethod.Prefixes, 0.5), separation: 3),
        };
        var list = kitchen.Composer().Compose(Recipient.Everyone);
        Assert.Equal([1, 5, 2, 3, 6, 4], Numbers(list));
        Assert.Equal([4, 6], list.Slots.ToArray().Index().Where(slot => slot.Item.Marks.HasFlag(SlotMarks.ExposureGaveWay)).Select(slot => slot.Index + 1));
    }

    [Fact]
    public void A_group_that_has_run_out_is_not_missed()
    {
        var list = Last(8, 1, Recipe(6, Goal(ExposureMethod.Prefixes, 0.5))).Composer().Compose(Recipient.Everyone);
        Assert.Equal([1, 8, 2, 3, 4, 5], Numbers(list));
        Assert.DoesNotContain(list.Slots.ToArray(), slot => slot.Marks != SlotMarks.None);
    }

    [Fact]
    public void Every_prefix_has_its_minimum_of_every_group_as_far_as_the_tracks_reach() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(
            (from pool in Gen.Choose(1, 30)
             from groups in Gen.ArrayOf(Gen.Choose(0, 3), pool)
             from parts in Gen.ArrayOf(Gen.Choose(0, 10), 3)
             from room in Gen.Choose(0, 10)
             from size in Gen.Choose(1, 30)
             let whole = Math.Max(1, parts.Sum() + room)
             select (Kitchen.OfDistinctArtists(pool) with
             {
                 Blend = Recipe(size, Goal(ExposureMethod.Prefixes, [.. parts.Select(part => part / (double)whole)])),
                 Groups = groups.Index().Where(pair => pair.Item < 3).ToDictionary(pair => pair.Index + 1, pair => pair.Item),
             })).ToArbitrary(),
            kitchen =>
            {
                var list = Numbers(kitchen.Composer().Compose(Recipient.Unprofiled(new ListenerId(11))));
                Assert.Equal(list.Length, list.Distinct().Count());
                Assert.Equal(Math.Min(kitchen.Blend.Size, kitchen.Pool.Length), list.Length);
                foreach (var (group, share) in kitchen.Blend.Exposure!.Shares.Index())
                {
                    var all = kitchen.Groups.Count(pair => pair.Value == group);
                    for (var prefix = 1; prefix <= list.Length; prefix++)
                        Assert.True(list.Take(prefix).Count(number => kitchen.Groups.GetValueOrDefault(number, 3) == group) >= Math.Min(all, (int)Math.Floor((prefix * share.Share) + 1e-9)), $"{share.Group} in the first {prefix} of {string.Join(',', list)}");
                }
            }));

    [Fact]
    public void A_recipe_without_a_goal_is_written_as_before()
    {
        var written = DraftJson.Write(new Draft { Title = "Old", Pool = [] });
        Assert.DoesNotContain("exposure", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("calibration", written, StringComparison.OrdinalIgnoreCase);
        var draft = new Draft { Title = "New", Pool = [], Blend = Recipe(10, Goal(ExposureMethod.FairDraw, 0.4, 0.1)) with { Calibration = 0.3 } };
        Assert.Equal(draft.Blend, DraftJson.Read(DraftJson.Write(draft)).Blend);
    }

    [Theory]
    [InlineData(0.7, 0.4)]
    [InlineData(-0.1, 0.4)]
    [InlineData(double.NaN, 0.4)]
    public void Shares_that_are_not_parts_of_one_list_are_refused(double one, double other) =>
        Assert.Throws<RefusedException>(() => Goal(ExposureMethod.Prefixes, one, other).Checked());

    [Fact]
    public void The_order_that_a_draft_asks_for_is_followed_only_as_far_as_the_places_kept_let_it()
    {
        var kitchen = Last(20, 8, Recipe(16, Goal(ExposureMethod.Prefixes, 0.5)));
        var made = kitchen.Ingredients();
        var sounding = made.Catalogue.Tracks.Select(track => track with { Features = new(100, track.Id.Value / 20.0, null, null) });
        var asked = made with
        {
            Draft = made.Draft with { Flow = new Flow { Curve = new TargetCurve { Shape = CurveShape.Rise, From = 0, To = 1 } } },
            Catalogue = new(sounding, made.Catalogue.GenreNames, made.Catalogue.ArtistNames),
        };
        var plain = Numbers(new Composer(made).Compose(Recipient.Everyone));
        var list = new Composer(asked).Compose(Recipient.Everyone);
        Assert.Equal(plain.Order(), Numbers(list).Order());
        Assert.All(Enumerable.Range(1, 16), prefix => Assert.True(Numbers(list).Take(prefix).Count(number => number > 12) >= prefix / 2));
        Assert.DoesNotContain(list.Slots.ToArray(), slot => slot.Marks != SlotMarks.None);
    }
}
