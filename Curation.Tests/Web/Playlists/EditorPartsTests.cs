using System.Text.Json;
using Bunit;
using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Desk.Comparing;
using Curation.Core.Desk.Ordering;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Web.Playlists;
using Curation.Web.Playlists.Candidates;
using Curation.Web.Playlists.Comparing;
using Curation.Web.Playlists.Editing;
using Curation.Web.Playlists.History;
using Curation.Web.Playlists.Inspector;
using Curation.Web.Playlists.Ordering;
using Curation.Web.Playlists.Pool;
using Microsoft.AspNetCore.Components.Web;
using Xunit;
using Transition = Curation.Core.Blending.Sequencing.Transition;

namespace Curation.Tests.Web.Playlists;

public sealed class EditorPartsTests : IAsyncDisposable
{
    private static readonly PersonId Ann = new("ann");
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private readonly BunitContext screen = new();

    public EditorPartsTests() => screen.JSInterop.Mode = JSRuntimeMode.Loose;

    public ValueTask DisposeAsync() => screen.DisposeAsync();

    [Fact]
    public void A_refusal_can_be_taken_back_where_it_is_listed_and_only_by_who_may_edit()
    {
        IReadOnlyList<RefusalRow> rows = [new(3, new TrackId(7), "Underpass", "Kilo", true, "", "Ann", Now, null, ""), new(2, new TrackId(8), "Overpass", "Lima", false, "", "", Now, null, "")];
        RefusalRow? taken = null;
        var list = screen.Render<RefusalList>(part => part.Add(p => p.Rows, rows).Add(p => p.OnTakeBack, row => taken = row));
        Assert.Equal("2 tracks are refused", list.Find("summary").TextContent);
        Assert.Contains("Kilo · everywhere · Ann", list.Markup, StringComparison.Ordinal);
        Assert.Contains("Lima · in this playlist", list.Markup, StringComparison.Ordinal);
        list.FindAll("button")[1].Click();
        Assert.Equal(rows[1], taken);
        Assert.Empty(screen.Render<RefusalList>(part => part.Add(p => p.Rows, rows).Add(p => p.ReadOnly, true)).FindAll("button"));
    }

    [Fact]
    public void A_row_says_its_place_facts_pin_and_warning()
    {
        var line = Line(7, 3, pin: 5, warning: "Maybe the same recording as “Underpass” at 1: same ISRC X.");
        var row = screen.Render<PoolRow>(part => part.Add(p => p.Line, line).Add(p => p.Chosen, true));
        Assert.Equal("true", row.Find("tr").GetAttribute("aria-selected"));
        Assert.Equal("4", row.Find("tr").GetAttribute("aria-rowindex"));
        Assert.Equal("Pinned 5", row.Find(".tag").TextContent);
        Assert.Equal("3:20", row.Find("td.length").TextContent);
        Assert.Equal("2021", row.Find("td.year").TextContent);
        Assert.Contains("same ISRC X", row.Find(".chip.warn").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_known_facts_leaves_them_out_and_guesses_nothing()
    {
        var row = screen.Render<PoolRow>(part => part.Add(p => p.Line, new PoolLine(1, Entry(7), null, null)));
        Assert.Equal("Track 7", row.Find("b").TextContent);
        Assert.All(row.FindAll("td.year, td.bpm, td.key, td.energy, td.length, td.slot"), cell => Assert.Equal("", cell.TextContent));
        Assert.Empty(row.FindAll(".grip"));
    }

    [Fact]
    public void A_click_tells_the_keys_that_were_held()
    {
        (TrackId Track, MouseEventArgs Mouse)? heard = null;
        var row = screen.Render<PoolRow>(part => part.Add(p => p.Line, Line(7, 1)).Add(p => p.OnClick, click => heard = click));
        row.Find("tr").Click(new MouseEventArgs { ShiftKey = true });
        Assert.Equal(new TrackId(7), heard?.Track);
        Assert.True(heard?.Mouse.ShiftKey);
    }

    [Fact]
    public void The_curve_says_how_many_energies_are_known_and_where_the_largest_step_is()
    {
        var curve = screen.Render<EnergyCurve>(part => part.Add(p => p.Energies, [.2, null, .3, .9]));
        Assert.Contains("known for 3 of 4 · largest step 0.60 at 4", curve.Find(".far").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("M0,45.6 L666.7,40.4 L1000,9.2", curve.Find("path.line").GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_energies_there_is_no_curve_and_the_pane_says_so()
    {
        var curve = screen.Render<EnergyCurve>(part => part.Add(p => p.Energies, [null, null]));
        Assert.Empty(curve.FindAll("svg"));
        Assert.Contains("No energy is known", curve.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_names_titles_and_both_values()
    {
        var before = new Draft { Title = "One", Pool = [Entry(1), Entry(2)] };
        var after = new Draft { Title = "Two", Blend = new Blend { Size = 30 }, Pool = [Entry(2), Entry(3)] };
        var diff = screen.Render<DiffView>(part => part.Add(p => p.Diff, DraftDiff.Between(before, after)).Add(p => p.Title, track => $"title {track}"));
        Assert.Equal(["One", "50"], diff.FindAll("del").Select(value => value.TextContent));
        Assert.Equal(["Two", "30"], diff.FindAll("ins").Select(value => value.TextContent));
        Assert.Equal(["title 3", "title 1"], diff.FindAll("li").Select(item => item.TextContent));
    }

    [Fact]
    public void A_failed_save_says_what_is_kept_and_offers_to_try_now()
    {
        var retried = false;
        var mark = screen.Render<SaveMark>(part => part.Add(p => p.Saved, View()).Add(p => p.State, SaveState.Failed).Add(p => p.Waiting, 2).Add(p => p.OnRetry, () => retried = true));
        Assert.Contains("2 edits are kept on this page and tried again", mark.Markup, StringComparison.Ordinal);
        mark.Find("button").Click();
        Assert.True(retried);
    }

    [Theory, InlineData(PlaylistStage.Draft, "Draft · revision 5, the same as what is live · saved"), InlineData(PlaylistStage.Published, "Published · revision 5 · saved")]
    public void A_draft_that_came_back_to_what_is_live_says_so(PlaylistStage stage, string words)
    {
        var view = View() with { RevisionNumber = 5, Stage = stage, SaysWhatIsLive = true };
        Assert.Equal(words, screen.Render<SaveMark>(part => part.Add(p => p.Saved, view).Add(p => p.State, SaveState.Saved)).Find(".state").TextContent.Trim());
        Assert.Contains("revision 5 · saving", screen.Render<SaveMark>(part => part.Add(p => p.Saved, view).Add(p => p.State, SaveState.Saving)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_that_wait_to_be_suggested_are_not_called_saved()
    {
        var mark = screen.Render<SaveMark>(part => part.Add(p => p.Saved, View()).Add(p => p.State, SaveState.Saved).Add(p => p.Waiting, 2));
        Assert.Contains("2 changes of yours not sent yet", mark.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("saved", mark.Find(".state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_gives_way_is_counted_by_kind_hard_rules_first()
    {
        BrokenRule Broken(OrderRule rule, bool hard, int at) => new(new Breach(rule, hard, at - 1, at, 1, 2), "", "", new TrackId(at));
        var note = screen.Render<GivesWay>(part => part.Add(p => p.Broken, [Broken(OrderRule.Artist, false, 9), Broken(OrderRule.Artist, false, 4), Broken(OrderRule.TempoJump, true, 7)]));
        Assert.Contains("3 places of the present order break a rule", note.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Tempo jumps: 1, hard, first at 7", "Artists too near each other: 2, first at 4"], note.FindAll("li").Select(item => item.TextContent));
        Assert.Empty(screen.Render<GivesWay>(part => part.Add(p => p.Broken, [])).Markup.Trim());
    }

    [Fact]
    public void What_is_known_of_an_order_holds_until_rows_places_pins_or_rules_change()
    {
        var draft = new Draft { Title = "One", Pool = [Entry(1), Entry(2)] };
        Assert.True(SameOrder.Of(draft, draft with { Title = "Two", Pool = [Entry(1) with { Note = "first" }, Entry(2)] }));
        Assert.False(SameOrder.Of(draft, draft with { Pool = [Entry(2), Entry(1)] }));
        Assert.False(SameOrder.Of(draft, draft with { Pool = [Entry(1)] }));
        Assert.False(SameOrder.Of(draft, draft with { Pool = [Entry(1), Entry(2, pin: 2)] }));
        Assert.False(SameOrder.Of(draft, draft with { Flow = new Flow { Artist = new Separation() } }));
    }

    [Fact]
    public void The_marks_between_rows_have_letters_and_words_beside_their_colours()
    {
        var mark = screen.Render<TransitionMark>(part => part.Add(p => p.Transition, new Transition(18, 0.1, 0.05)));
        Assert.Equal(["t", "k", "e"], mark.FindAll(".axis").Select(axis => axis.GetAttribute("data-axis")));
        Assert.Contains("keys clash", mark.Find(".joint").GetAttribute("title"), StringComparison.Ordinal);
        Assert.Contains("tempo", screen.Render<MarkLegend>().Find("p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_clear_change_draws_a_bar_and_the_column_states_its_range()
    {
        Shift[] rows = [new("Clear", .10, .131, .01, .05), new("Unclear", .10, .12, -.01, .05), new("Nothing", .1, .1003, .0001, .0005)];
        var table = screen.Render<ShiftTable>(part => part.Add(p => p.Title, "Artists").Add(p => p.Rows, rows));
        Assert.Contains("± 5 points", table.Find("th.range").TextContent, StringComparison.Ordinal);
        Assert.Equal("--w: 31%", Assert.Single(table.FindAll(".bar")).GetAttribute("style"));
        Assert.Contains("± 1 points", screen.Render<ShiftTable>(part => part.Add(p => p.Title, "Artists").Add(p => p.Rows, [rows[2]])).Find("th.range").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_many_parts_are_said_in_words()
    {
        string Said(Flow flow) => FieldWords.Value("flow", JsonSerializer.Serialize(flow, DraftJson.Options));
        Assert.Equal("artists 5 apart (hard), tempo jumps of at most 12 %, half and double tempo count as the same", Said(new Flow { Artist = new Separation { Hard = true }, TempoJump = new TempoJump(), HalfAndDouble = true }));
        Assert.Equal("in every 4 at most 3 of one gender and at least 1 by women or non-binary artists, the clock “Day” (hard)", Said(new Flow { Gender = new GenderBalance { MostOfOne = 3, LeastWomenAndNonBinary = 1 }, Clock = new Clock { Name = "Day", Hard = true } }));
        Assert.Equal("rules of the order", FieldWords.Name("flow"));
        Assert.Equal("lines 2, half and double yes", FieldWords.Value("other", """{"lines":["a","b"],"halfAndDouble":true,"none":null}"""));
        Assert.DoesNotContain("{", FieldWords.Value("sections", """[{"name":"x"},{"name":"y"}]"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_value_is_set_on_release_and_says_its_unit()
    {
        Blend? set = null;
        var panel = screen.Render<BlendPanel>(part => part.Add(p => p.Blend, new Blend()).Add(p => p.CanEdit, true).Add(p => p.OnSet, blend => set = blend));
        panel.FindAll("input[type=range]")[1].Input("0.8");
        Assert.Null(set);
        Assert.Equal("80 %", panel.FindAll("output")[1].TextContent);
        panel.FindAll("input[type=range]")[1].Change("0.8");
        Assert.Equal(new Blend { EditorialWeight = .8 }, set);
    }

    [Fact]
    public void The_pin_strip_offers_the_place_and_stays_within_the_list()
    {
        var pinned = 0;
        var strip = screen.Render<PinStrip>(part => part.Add(p => p.Title, "Underpass").Add(p => p.Size, 30).Add(p => p.Offered, 44).Add(p => p.OnPin, position => pinned = position));
        Assert.Equal("30", strip.Find("input").GetAttribute("value"));
        strip.Find("input").Input("4");
        strip.Find("form").Submit();
        Assert.Equal(4, pinned);
    }

    [Fact]
    public void The_list_says_who_saved_last_and_archives_only_for_editors()
    {
        var row = new PlaylistRow(new PlaylistId(4), "night-drive", "Night Drive", "Awake.", 1_200, 3, Ann, "Ann", Now.AddHours(-3), 2, PlaylistStage.Draft, Archived: false);
        var table = screen.Render<PlaylistTable>(part => part.Add(p => p.Rows, [row]).Add(p => p.Now, Now));
        Assert.Equal("3 h ago by Ann", table.Find("td.saved").TextContent);
        Assert.Equal(["Draft", "live"], table.FindAll(".tag").Select(tag => tag.TextContent));
        Assert.Equal("1,200", table.Find("td.num").TextContent);
        Assert.Empty(table.FindAll("button"));
    }

    [Fact]
    public void The_revision_on_show_is_marked_and_the_others_can_be_compared()
    {
        var compared = 0;
        RevisionRow[] rows = [.. Enumerable.Range(1, 3).Reverse().Select(number => new RevisionRow(new RevisionId(number), number, "moved a track", Ann, "Ann", Now, Frozen: number == 1))];
        var list = screen.Render<RevisionList>(part => part.Add(p => p.Rows, rows).Add(p => p.Shown, 3).Add(p => p.Against, 2).Add(p => p.Now, Now).Add(p => p.OnAgainst, number => compared = number));
        Assert.Equal("true", list.Find("button.pick").GetAttribute("aria-current"));
        Assert.Equal(["compared", "submitted"], list.FindAll(".tag").Select(tag => tag.TextContent));
        list.Find("button.btn").Click();
        Assert.Equal(1, compared);
    }

    private static Entry Entry(int track, int? pin = null) => new() { Track = new TrackId(track), AddedBy = Ann, AddedAt = Now, Pin = pin };

    private static PoolLine Line(int track, int number, int? pin = null, string? warning = null) => new(
        number,
        Entry(track, pin),
        new TrackLine(new TrackFacts(new TrackId(track), "Underpass", "Ilse Brandt", [new ArtistId(1)], [], new DateOnly(2021, 3, 1), 200_000, false, null, null, default), ["Downtempo"]),
        warning);

    private static PlaylistView View() => new(new PlaylistId(1), "night-drive", 1, new RevisionId(1), 1, false, new Draft { Title = "Night Drive" }, Ann, Now, 0, null, PlaylistStage.Draft, false);
}
