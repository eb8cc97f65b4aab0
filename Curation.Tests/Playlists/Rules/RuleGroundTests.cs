using System.Text.Json;
using Curation.Core.Catalog.Columns;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Playlists.Rules;

public sealed class RuleGroundTests
{
    private static readonly RuleWorld World = new(7);

    /// <summary>Every kind of condition once, and some at their edges.</summary>
    private static readonly Rule[] Conditions =
    [
        new Rule.IsOneOf(Category.Genre, ["1", "3"]), new Rule.IsOneOf(Category.Genre, [""], Not: true), new Rule.IsOneOf(Category.Genre, ["2", ""]),
        new Rule.IsOneOf(Category.Key, ["8A", "12B"]), new Rule.IsOneOf(Category.Explicit, ["no"]), new Rule.IsOneOf(Category.Explicit, ["yes"], Not: true),
        new Rule.IsOneOf(Category.Language, ["sv", ""]), new Rule.IsOneOf(Category.Country, ["SE"]), new Rule.IsOneOf(Category.Country, [""]), new Rule.IsOneOf(Category.Tier, ["tail"]),
        new Rule.IsOneOf(Category.Artist, ["2", "4"], Not: true), new Rule.IsOneOf(Category.Tag, ["night drive"]), new Rule.IsOneOf(Category.Tag, []), new Rule.IsOneOf(Category.Artist, ["999"]),
        new Rule.IsBetween(Measure.Year, 2018, 2024), new Rule.IsBetween(Measure.Tempo, 100, null), new Rule.IsBetween(Measure.Tempo, null, 100, OrUnknown: true),
        new Rule.IsBetween(Measure.Energy, .3, .7), new Rule.IsBetween(Measure.Valence, .5, .5), new Rule.IsBetween(Measure.Length, 2, 4), new Rule.IsBetween(Measure.Plays, 50, 100),
        new Rule.IsBetween(Measure.Year, null, null), new Rule.IsBetween(Measure.Year, null, null, OrUnknown: true),
        new Rule.KeyFits("12A"), new Rule.KeyFits("1B"), new Rule.ReleasedWithin(12), new Rule.NotUsedFor(6), new Rule.HasText("RAIN"), new Rule.HasText("rain 1", Not: true),
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Conditions.Length)];

    [Theory, MemberData(nameof(Each))]
    public void A_condition_lets_through_what_looking_at_each_track_lets_through(int condition)
    {
        var rule = Conditions[condition];
        Assert.Equal(World.Reference(rule), World.Found(rule));
    }

    [Fact]
    public void Conditions_tell_tracks_apart()
    {
        var telling = Conditions.Count(rule => World.Found(rule).Count is > 0 and < 150);
        Assert.True(telling >= Conditions.Length - 3, $"{telling} of {Conditions.Length} conditions let some tracks through and others not");
    }

    [Fact]
    public void Nested_groups_let_through_what_looking_at_each_track_lets_through() => Prop.ForAll(
        Arb.From(Rules(3)), Arb.From(Gen.Choose(1, 1_000)), (rule, seed) =>
        {
            var world = new RuleWorld(seed, 40);
            return world.Reference(rule).SequenceEqual(world.Found(rule));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rule_reads_back_from_its_JSON_equal() => Prop.ForAll(
        Arb.From(Rules(3)), rule =>
        {
            var json = JsonSerializer.Serialize<Rule>(rule, DraftJson.Options);
            return JsonSerializer.Deserialize<Rule>(json, DraftJson.Options)!.Equals(rule);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_empty_group_lets_every_track_through()
    {
        foreach (var match in Enum.GetValues<Match>()) Assert.Equal(150, World.Found(new Rule.Group(match, [])).Count);
    }

    private static Gen<Rule> Rules(int depth)
    {
        var leaf = Gen.Elements(Conditions);
        if (depth == 0) return leaf;
        var group = from match in Gen.Elements(Match.All, Match.Any, Match.None)
                    from size in Gen.Choose(0, 3)
                    from parts in Rules(depth - 1).ArrayOf(size)
                    select (Rule)new Rule.Group(match, [.. parts]);
        return Gen.Frequency((1, leaf), (3, group));
    }
}
