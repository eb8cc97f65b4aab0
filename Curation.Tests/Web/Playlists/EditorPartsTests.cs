using Bunit;
using Curation.Core.Catalog;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Web.Playlists;
using Curation.Web.Playlists.Candidates;
using Curation.Web.Playlists.Editing;
using Curation.Web.Playlists.History;
using Curation.Web.Playlists.Inspector;
using Curation.Web.Playlists.Pool;
using Microsoft.AspNetCore.Components.Web;
using Xunit;

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

    private static PlaylistView View() => new(new PlaylistId(1), "night-drive", 1, new RevisionId(1), 1, false, new Draft { Title = "Night Drive" }, Ann, Now, 0, null, PlaylistStage.Draft);
}
