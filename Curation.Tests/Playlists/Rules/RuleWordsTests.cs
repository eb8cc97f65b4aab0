using Curation.Core.Catalog.Columns;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;
using Xunit;

namespace Curation.Tests.Playlists.Rules;

public sealed class RuleWordsTests
{
    private static readonly Rule Genre = new Rule.IsOneOf(Category.Genre, ["1", "2"]);

    [Fact]
    public void A_rule_is_said_as_a_sentence()
    {
        var rule = new Rule.Group(Match.All, [Genre, new Rule.IsBetween(Measure.Year, 2015, null), new Rule.IsOneOf(Category.Explicit, ["yes"], Not: true)]);
        Assert.Equal("genre is Ambient or Downtempo and year from 2015 and not explicit", Say(rule));
    }

    [Fact]
    public void Groups_within_groups_are_kept_apart()
    {
        var either = new Rule.Group(Match.Any, [Genre, new Rule.KeyFits("8A")]);
        var none = new Rule.Group(Match.None, [new Rule.HasText("live"), new Rule.NotUsedFor(1)]);
        Assert.Equal("tempo from 90 to 120 bpm or unknown and (genre is Ambient or Downtempo or key goes with 8A) and none of (title or artist has \u201clive\u201d or not used in the last week)",
            Say(new Rule.Group(Match.All, [new Rule.IsBetween(Measure.Tempo, 90, 120, OrUnknown: true), either, none])));
    }

    [Theory]
    [InlineData(null, null, true, "energy is unknown")]
    [InlineData(null, null, false, "energy is known")]
    [InlineData(null, .5, false, "energy up to 0.5")]
    public void Open_ends_are_said_plainly(double? from, double? to, bool unknown, string words) => Assert.Equal(words, Say(new Rule.IsBetween(Measure.Energy, from, to, unknown)));

    [Fact]
    public void The_unknown_is_called_so_and_nothing_asked_for_is_every_track()
    {
        Assert.Equal("language is sv or unknown", Say(new Rule.IsOneOf(Category.Language, ["sv", ""])));
        Assert.Equal("every track", Say(Rule.Everything));
    }

    [Fact]
    public void What_means_nothing_is_refused()
    {
        Rule deep = Genre;
        for (var i = 0; i < 6; i++) deep = new Rule.Group(Match.All, [deep]);
        foreach (var wrong in new Rule[] { deep, new Rule.IsBetween(Measure.Year, 2020, 2010), new Rule.KeyFits("13A"), new Rule.ReleasedWithin(0), new Rule.HasText(""), new Rule.Group(Match.Any, [.. Enumerable.Repeat(Genre, 61)]) })
            Assert.Contains("nothing was saved", Assert.Throws<RefusedException>(() => wrong.Checked()).Message, StringComparison.Ordinal);
        Assert.Same(Genre, Genre.Checked());
    }

    private static string Say(Rule rule) => RuleWords.Say(rule, (category, value) => category == Category.Genre ? value == "1" ? "Ambient" : "Downtempo" : value);
}
