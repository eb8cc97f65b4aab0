using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;
using Xunit;

namespace Curation.Tests.Playlists.Rules;

public sealed class SmartSectionTests
{
    private static readonly PersonId Ada = new("ada");
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly RuleWorld World = new(3);
    private static readonly Rule Clean = new Rule.IsOneOf(Category.Explicit, ["no"]);

    [Theory, InlineData(RuleOrder.BestFit), InlineData(RuleOrder.MostPlayed), InlineData(RuleOrder.Newest), InlineData(RuleOrder.Random)]
    public void A_section_that_was_just_filled_has_nothing_to_change(RuleOrder order)
    {
        var (draft, section) = Filled(order);
        Assert.Equal(10, draft.Pool.Count(entry => entry.Section == section.Id));
        Assert.True(SectionChange.For(draft, section, World.Ground, Fit).IsEmpty);
    }

    [Fact]
    public void A_rule_that_says_nothing_is_refused_and_parts_that_say_nothing_are_left_out()
    {
        var (_, section) = Filled(RuleOrder.MostPlayed);
        var unpicked = new Rule.IsOneOf(Category.Genre, []);
        foreach (var empty in (Rule[])[Rule.Everything, unpicked, new Rule.Group(Match.All, [unpicked, new Rule.Group(Match.Any, [new Rule.HasText("")])])])
            Assert.Contains("Choose a value", Assert.Throws<RefusedException>(() => (section with { Rule = empty }).Checked()).Message, StringComparison.Ordinal);
        Assert.Equal(new Rule.Group(Match.Any, [Clean]), (section with { Rule = new Rule.Group(Match.Any, [unpicked, Clean]) }).Checked().Rule);
    }

    [Fact]
    public void Tracks_that_no_longer_fit_go_and_others_come_in_their_place()
    {
        var (draft, section) = Filled(RuleOrder.MostPlayed);
        var stricter = section with { Rule = new Rule.Group(Match.All, [Clean, new Rule.IsBetween(Measure.Year, 2020, null)]) };
        var change = SectionChange.For(draft, stricter, World.Ground);
        var after = Do(Do(draft, new DraftEdit.AttachRule(stricter, [])), new DraftEdit.RefreshRule(1, change.Added, change.Removed));
        Assert.NotEmpty(change.Removed);
        Assert.Equal(change.Removed.Count, change.Added.Count);
        Assert.All(after.Pool.Where(entry => entry.Section == 1), entry => Assert.True(World.Fits(stricter.Rule, World.Tracks[entry.Track.Value - 1])));
        Assert.True(SectionChange.For(after, stricter, World.Ground).IsEmpty);
    }

    [Fact]
    public void Pinned_and_noted_entries_stay_and_are_named_even_where_an_edit_names_them_for_removal()
    {
        var (draft, section) = Filled(RuleOrder.MostPlayed);
        var (pinned, noted) = (draft.Pool[3].Track, draft.Pool[5].Track);
        draft = Do(Do(draft, new DraftEdit.PinTrack(pinned, 1)), new DraftEdit.WriteNote(noted, "keep"));
        var nothing = section with { Rule = new Rule.HasText("no such title") };
        var change = SectionChange.For(draft, nothing, World.Ground);
        Assert.Equal([pinned, noted], change.Kept);
        Assert.Equal(8, change.Removed.Count);
        var after = Do(draft, new DraftEdit.RefreshRule(1, [], [.. draft.Pool.Select(entry => entry.Track)]));
        Assert.Equal([Hand, pinned, noted], after.Pool.Select(entry => entry.Track));
    }

    [Fact]
    public void What_hands_put_into_the_pool_is_never_the_sections()
    {
        var (draft, section) = Filled(RuleOrder.MostPlayed);
        Assert.Null(draft.Pool[0].Section);
        var change = SectionChange.For(draft, section with { Limit = 1 }, World.Ground);
        Assert.DoesNotContain(Hand, change.Removed);
        Assert.Equal(9, change.Removed.Count);
    }

    [Fact]
    public void Best_fit_never_drops_an_entry_that_still_belongs_however_tastes_change()
    {
        var (draft, section) = Filled(RuleOrder.BestFit);
        Assert.True(SectionChange.For(draft, section, World.Ground, row => -Fit(row)).IsEmpty);
    }

    [Fact]
    public void Detaching_keeps_the_entries_or_takes_them_along_except_pinned_ones()
    {
        var (draft, _) = Filled(RuleOrder.MostPlayed);
        var pinned = draft.Pool[2].Track;
        draft = Do(draft, new DraftEdit.PinTrack(pinned, 1));
        var kept = Do(draft, new DraftEdit.DetachRule(1));
        Assert.Equal(11, kept.Pool.Length);
        Assert.All(kept.Pool, entry => Assert.Null(entry.Section));
        Assert.Null(kept.Sections);
        Assert.Equal([Hand, pinned], Do(draft, new DraftEdit.DetachRule(1, WithEntries: true)).Pool.Select(entry => entry.Track));
        Assert.Contains("not there any more", Assert.Throws<RefusedException>(() => Do(kept, new DraftEdit.DetachRule(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_with_sections_reads_back_equal_and_one_without_has_the_bytes_it_always_had()
    {
        var (draft, _) = Filled(RuleOrder.Random);
        Assert.Equal(draft, DraftJson.Read(DraftJson.Write(draft)));
        Assert.NotEqual(draft, draft with { Sections = null });
        Assert.Equal(
            """{"title":"T","need":"","blend":{"size":50,"editorialWeight":0.5,"discoveryShare":0.1,"artistSeparation":5,"separationIsHard":false,"allowExplicit":true,"seed":1},"pool":[{"track":1,"addedBy":"ada","addedAt":"2026-05-04T09:00:00+00:00","note":""}]}""",
            DraftJson.Write(Do(new Draft { Title = "T" }, new DraftEdit.AddTracks([new TrackId(1)]))));
    }

    [Fact]
    public void Sections_take_part_in_the_difference_and_in_edits_put_on_top()
    {
        var common = Do(new Draft { Title = "T" }, new DraftEdit.AddTracks([Hand]));
        var (mine, section) = Filled(RuleOrder.MostPlayed);
        var theirs = Do(common, new DraftEdit.AddTracks([new TrackId(149)]));
        var both = EditSteps.Between(common, mine).Aggregate(theirs, Do);
        Assert.Equal(mine, EditSteps.Between(common, mine).Aggregate(common, Do));
        Assert.Equal(section, both.Section(1));
        Assert.Equal(mine.Pool.Where(entry => entry.Section == 1).Select(entry => entry.Track).Order(), both.Pool.Where(entry => entry.Section == 1).Select(entry => entry.Track).Order());
        Assert.True(both.Holds(new TrackId(149)));
        Assert.Equal("10 tracks: not explicit", Assert.Single(DraftDiff.Between(common, mine).Sections).After);
    }

    private static TrackId Hand { get; } = World.Tracks.First(track => !track.Explicit).Id;

    private static double Fit(int row) => row * 7 % 13;

    private static (Draft Draft, SmartSection Section) Filled(RuleOrder order)
    {
        var section = new SmartSection(1, "Clean", Clean, 10, order, Seed: 5);
        var draft = Do(new Draft { Title = "T" }, new DraftEdit.AddTracks([Hand]));
        var change = SectionChange.For(draft, section, World.Ground, Fit);
        return (Do(draft, new DraftEdit.AttachRule(section, change.Added)), section);
    }

    private static Draft Do(Draft draft, DraftEdit edit) => draft.Apply(edit, Ada, Now);
}
