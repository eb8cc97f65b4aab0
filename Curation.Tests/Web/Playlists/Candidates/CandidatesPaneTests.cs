using Bunit;
using Curation.Core.Catalog;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using Curation.Web.Playlists.Candidates;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Xunit;

namespace Curation.Tests.Web.Playlists.Candidates;

public sealed class CandidatesPaneTests : BunitContext
{
    private readonly List<Candidate> accepted = [];
    private readonly List<RefusalChoice> refused = [];
    private readonly List<SteerChoice> steered = [];
    private SuggestionFilters? wanted;
    private CandidateShares? shares;

    public CandidatesPaneTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Until_there_is_an_answer_a_skeleton_stands_in_its_place()
    {
        var pane = Pane(null);
        Assert.Contains("Looking for candidates", pane.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_shows_title_artist_genre_score_tier_and_reasons_with_their_figures()
    {
        var row = Pane(List(Item(1, 0.84m))).Find("[data-candidate='1']");
        Assert.Contains("Track 1", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Artist · House", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0.84", "tail"], row.QuerySelectorAll(".sc strong, .sc span").Select(part => part.TextContent));
        Assert.Equal(["0.90 Jump Down", "−0.06 others"], row.QuerySelectorAll(".chip").Select(chip => string.Join(' ', chip.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public void Of_many_reasons_the_strongest_are_shown_and_one_press_shows_the_rest()
    {
        var item = Item(1, 0.50m);
        item = item with { Reasons = [.. ((decimal[])[0.04m, 0.20m, -0.06m, 0.02m, 0.30m]).Select((amount, i) => item.Reasons[0] with { Label = $"reason {i}", Amount = amount })] };
        var pane = Pane(List(item));
        Assert.Equal(["0.30 reason 4", "0.20 reason 1", "−0.06 reason 2", "+2"], Chips());
        var rest = pane.Find(".chip.rest");
        Assert.Equal("0.06 from 2 more reasons", rest.GetAttribute("title"));
        rest.Click();
        Assert.Equal(["0.04 reason 0", "0.20 reason 1", "−0.06 reason 2", "0.02 reason 3", "0.30 reason 4", "fewer"], Chips());

        IEnumerable<string> Chips() => pane.FindAll("[data-candidate='1'] .chip").Select(chip => string.Join(' ', chip.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_new_track_says_that_its_artist_and_genres_speak_for_it_and_others_do_not()
    {
        var pane = Pane(List(Item(1, 0.84m) with { Inferred = true }, Item(2, 0.80m)));
        var tag = Assert.Single(pane.FindAll(".chip.new"));
        Assert.Equal("new: by artist and genres", tag.TextContent);
        Assert.StartsWith("Too few have heard it yet.", tag.GetAttribute("title"), StringComparison.Ordinal);
        Assert.Equal("1", tag.Closest("[data-candidate]")!.GetAttribute("data-candidate"));
        Assert.EndsWith("new: placed by artist and genres, not yet by plays", pane.Find("[data-candidate='1']").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.DoesNotContain("new", pane.Find("[data-candidate='2']").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_are_parted_by_what_they_would_bring_each_with_its_share()
    {
        var pane = Pane(List(Item(1, 1.0m), Item(2, 0.7m) with { Section = CandidateSection.LongTail }, Item(3, 0.5m), Item(4, 0.1m) with { Section = CandidateSection.Bridge }));
        Assert.Equal(["Core 60 %", "Bridges to other genres 15 %", "Long tail 10 %"], pane.FindAll(".sec").Select(section => $"{section.QuerySelector("h3")!.TextContent} {section.QuerySelector("button")!.TextContent}"));
        Assert.Equal(["1", "3", "4", "2"], pane.FindAll("[data-candidate]").Select(row => row.GetAttribute("data-candidate")));
    }

    [Fact]
    public void Moving_one_share_leaves_a_hundred_in_all_and_keeps_the_others_in_proportion()
    {
        var pane = Pane(List(Item(1, 1.0m)));
        pane.Find(".sec button").Click();
        pane.Find("#share-LongTail").Change("40");
        Assert.Equal(new CandidateShares { Core = 40, Bridges = 10, NewVoices = 10, LongTail = 40 }, shares);
        pane.FindAll("button").Single(button => button.TextContent == "The usual shares").Click();
        Assert.Equal(new CandidateShares(), shares);
    }

    [Fact]
    public void The_m_key_asks_for_more_like_it_and_the_a_key_for_less_of_the_artist()
    {
        var pane = Pane(List(Item(1, 0.9m)));
        pane.Find("[data-candidate='1']").KeyDown(new KeyboardEventArgs { Key = "m" });
        pane.Find("[data-candidate='1']").KeyDown(new KeyboardEventArgs { Key = "a" });
        Assert.Equal([true, false], steered.Select(choice => choice.More));
    }

    [Fact]
    public void A_row_says_how_fresh_it_is_and_how_far_its_audience_is_that_of_the_pool()
    {
        var item = Item(1, 0.9m);
        item = item with { Track = item.Track with { ReleasedOn = new DateOnly(2026, 5, 1) }, Overlap = new AudienceOverlap(0.46, 87) };
        var row = Pane(List(item)).Find("[data-candidate='1']");
        Assert.Contains("released 3 d ago", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(row.QuerySelectorAll(".chip"), chip => chip.GetAttribute("title") == "46 % of its 87 listeners in the sample are among the fifth that hears this pool most; 20 % would be chance");
    }

    [Fact]
    public void A_long_list_is_shown_in_parts()
    {
        var pane = Pane(List([.. Enumerable.Range(1, 100).Select(i => Item(i, 0.5m))]));
        Assert.Equal(24, pane.FindAll("[data-candidate]").Count);
        pane.Find(".more").Click();
        Assert.Equal(48, pane.FindAll("[data-candidate]").Count);
    }

    [Fact]
    public void The_plus_and_the_enter_key_accept()
    {
        var pane = Pane(List(Item(1, 0.9m), Item(2, 0.8m)));
        pane.Find("button[aria-label='Add Track 1']").Click();
        pane.Find("[data-candidate='2']").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal([1, 2], accepted.Select(item => item.Track.Id.Value));
    }

    [Fact]
    public void The_x_key_refuses_here_for_good_and_with_ctrl_it_does_not()
    {
        var pane = Pane(List(Item(1, 0.9m)));
        pane.Find("[data-candidate='1']").KeyDown(new KeyboardEventArgs { Key = "x", CtrlKey = true });
        pane.Find("[data-candidate='1']").KeyDown(new KeyboardEventArgs { Key = "x" });
        var choice = Assert.Single(refused);
        Assert.Equal((1, RefusalPlace.Here, null, "here"), (choice.Candidate.Track.Id.Value, choice.Place, choice.Weeks, choice.Words));
    }

    [Fact]
    public void The_cross_asks_where_and_for_how_long()
    {
        var pane = Pane(List(Item(1, 0.9m)));
        pane.Find("button[aria-label='Refuse Track 1']").Click();
        Assert.Equal(["here", "in House playlists", "everywhere"], pane.FindAll(".refuse .pill").Select(pill => pill.TextContent));
        Assert.Equal(["SELECT", "INPUT", "BUTTON", "BUTTON", "BUTTON"], pane.FindAll(".refuse select, .refuse input, .refuse button").Select(part => part.TagName));
        pane.Find(".refuse select").Change("8");
        pane.Find(".refuse .why").Input("too loud ");
        pane.FindAll(".refuse .pill")[2].Click();
        var choice = Assert.Single(refused);
        var now = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal((RefusalPlace.Everywhere, now.AddDays(56), "too loud"), (choice.Place, choice.Until(now)!.Value, choice.Why));
        Assert.Empty(pane.FindAll(".refuse"));
    }

    [Fact]
    public void For_reading_only_there_is_nothing_to_press_and_keys_do_nothing()
    {
        var pane = Pane(List(Item(1, 0.9m)), readOnly: true);
        Assert.Empty(pane.FindAll("[data-candidate] button"));
        pane.Find("[data-candidate='1']").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Empty(accepted);
    }

    [Fact]
    public void A_filter_that_is_pressed_asks_for_other_candidates()
    {
        var pane = Pane(List(Item(1, 0.9m)));
        pane.FindAll(".filters .pill").Single(pill => pill.TextContent == "Tail").Click();
        Assert.Equal([PopularityTier.Tail], wanted!.Tiers);
        pane.FindAll(".filters .pill").Single(pill => pill.TextContent == "Not used in 8 weeks").Click();
        Assert.Equal(8, wanted.NotUsedInWeeks);
    }

    [Fact]
    public void Years_and_genres_open_on_demand()
    {
        var pane = Pane(List(Item(1, 0.9m)));
        pane.FindAll(".filters .pill").Single(pill => pill.TextContent == "+ year, genre").Click();
        pane.Find(".years input").Change("1999");
        Assert.Equal(1999, wanted!.YearFrom);
        pane.Find(".years input").Change("not a year");
        Assert.Null(wanted.YearFrom);
        pane.Find(".rules select").Change("7");
        Assert.Equal([new GenreId(7)], wanted.Genres);
    }

    [Fact]
    public void Where_filters_leave_nothing_they_can_be_cleared()
    {
        var pane = Pane(List(), new SuggestionFilters { CleanOnly = true });
        pane.FindAll("button").Single(button => button.TextContent == "Clear filters").Click();
        Assert.Equal(SuggestionFilters.None, wanted);
    }

    private IRenderedComponent<CandidatesPane> Pane(CandidateList? list, SuggestionFilters? filters = null, bool readOnly = false) => Render<CandidatesPane>(parameters => parameters
        .Add(pane => pane.List, list)
        .Add(pane => pane.Filters, filters ?? SuggestionFilters.None)
        .Add(pane => pane.FiltersChanged, EventCallback.Factory.Create<SuggestionFilters>(this, other => wanted = other))
        .Add(pane => pane.Genres, [new(new GenreId(7), "House", 3, 0, 0, 0)])
        .Add(pane => pane.OnAccept, EventCallback.Factory.Create<Candidate>(this, accepted.Add))
        .Add(pane => pane.OnRefuse, EventCallback.Factory.Create<RefusalChoice>(this, refused.Add))
        .Add(pane => pane.OnSteer, EventCallback.Factory.Create<SteerChoice>(this, steered.Add))
        .Add(pane => pane.OnShares, EventCallback.Factory.Create<CandidateShares>(this, other => shares = other))
        .Add(pane => pane.SeedName, "House")
        .Add(pane => pane.Today, new DateOnly(2026, 5, 4))
        .Add(pane => pane.ReadOnly, readOnly));

    private static CandidateList List(params Candidate[] items) => new(items, StartingPoint.Pool, TimeSpan.FromMilliseconds(41));

    private static Candidate Item(int id, decimal score) => new(
        new TrackFacts(new TrackId(id), $"Track {id}", "Artist", [new ArtistId(1)], [], null, null, false, null, null, default),
        "House",
        score,
        PopularityTier.Tail,
        [new(score + 0.06m, ReasonKind.PoolTrack, "Jump Down", "because"), new(-0.06m, ReasonKind.Others, "others", "others")]);
}
