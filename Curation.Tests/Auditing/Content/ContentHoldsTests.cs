using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Auditing.Content;

public sealed class ContentHoldsTests
{
    private static readonly ContentRule Blocking = Matters.Rule(ContentRuleKind.Artists, ContentLevel.Block) with { Artists = [5] };

    [Fact]
    public void A_blocking_rule_keeps_away_until_a_person_decides_otherwise_here()
    {
        var track = Matters.Track(1, artist: 5);
        Assert.True(Holds([Blocking]).KeepsAway(track));
        Assert.False(Holds([Blocking with { Level = ContentLevel.Warn }]).KeepsAway(track));
        Assert.False(Holds([Blocking with { Until = Matters.Today.AddDays(-1) }]).KeepsAway(track));
        Assert.False(Holds([Blocking], Decision(ContentMeasure.None) with { Rule = 1 }).KeepsAway(track));
        Assert.True(Holds([Blocking], Decision(ContentMeasure.None) with { Rule = 2 }).KeepsAway(track));
        Assert.True(Holds([Blocking], Decision(ContentMeasure.None) with { Rule = 1, Playlist = new PlaylistId(8) }).KeepsAway(track));
    }

    [Fact]
    public void The_strictest_decision_counts()
    {
        var track = Matters.Track(1);
        var both = Holds([], Decision(ContentMeasure.None) with { Case = 1 }, Decision(ContentMeasure.Restrict) with { Case = 2, Everywhere = true, Playlist = new PlaylistId(8) });
        Assert.True(both.KeepsAway(track));
        Assert.Equal(ContentMeasure.Restrict, both.MeasureOf(track.Id));
    }

    [Fact]
    public void A_decision_ends_after_its_last_day_and_one_of_another_playlist_counts_only_everywhere()
    {
        var track = Matters.Track(1);
        var remove = Decision(ContentMeasure.Remove);
        Assert.True(Holds([], remove with { Until = Matters.Today }).KeepsAway(track));
        Assert.False(Holds([], remove with { Until = Matters.Today.AddDays(-1) }).KeepsAway(track));
        Assert.False(Holds([], remove with { Playlist = new PlaylistId(8) }).KeepsAway(track));
        Assert.True(Holds([], remove with { Playlist = null }).KeepsAway(track));
    }

    [Fact]
    public void What_is_kept_from_a_territory_is_kept_from_those_whose_territory_is_not_known()
    {
        var track = Matters.Track(1, artist: 5);
        var byRule = Holds([Blocking with { Scope = new ContentScope(Territories: "AT DE") }]);
        var byDecision = Holds([], Decision(ContentMeasure.Remove) with { Territories = "AT DE" });
        foreach (var holds in (ContentHolds[])[byRule, byDecision])
        {
            Assert.False(holds.KeepsAway(track));
            Assert.True(holds.KeepsFrom(track, "DE"));
            Assert.True(holds.KeepsFrom(track, null));
            Assert.False(holds.KeepsFrom(track, "FR"));
        }
    }

    [Fact]
    public void A_decision_about_words_does_not_keep_their_track_away()
    {
        var holds = Holds([], Decision(ContentMeasure.Remove) with { Written = true, Key = "1:note:1:x", Rule = 1 });
        Assert.False(holds.KeepsAway(Matters.Track(1)));
        Assert.Equal(ContentMeasure.Remove, holds.DecidedKeys["1:note:1:x"]);
    }

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(null, null, "DE", true)]
    [InlineData("AT DE", null, "DE", true)]
    [InlineData("AT DE", null, "FR", false)]
    [InlineData("AT DE", null, null, false)]
    [InlineData(null, "FR", "DE", true)]
    [InlineData(null, "FR", "FR", false)]
    [InlineData(null, "FR", null, false)]
    [InlineData("DE FR", "FR", "FR", false)]
    [InlineData("", "", null, true)]
    public void A_track_may_be_heard_where_it_is_allowed_and_not_blocked(string? allowed, string? blocked, string? where, bool may) =>
        Assert.Equal(may, new TrackRights(RightsState.Cleared, allowed, blocked, null).MayBeHeardIn(where));

    [Theory]
    [InlineData("de", "DE")]
    [InlineData("DE-BE", "DE")]
    [InlineData(" pt_br ", "PT")]
    [InlineData("Europe", null)]
    [InlineData("", null)]
    [InlineData("D1", null)]
    public void A_region_names_a_country_or_none(string region, string? territory) => Assert.Equal(territory, Territory.Of(region));

    private static ContentHolds Holds(ContentRule[] rules, params ContentHold[] holds) => new(Matters.Rules(rules), holds, Matters.Playlist, Matters.Genre, Matters.Today);

    private static ContentHold Decision(ContentMeasure measure) => new(1, measure, Matters.Playlist, new TrackId(1), 0, "", false, false, null, null, "because");
}
