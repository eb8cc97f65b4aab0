using Bunit;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Editing;
using Curation.Web.Playlists.Exchange;
using Curation.Web.Playlists.Rules;
using Curation.Web.Playlists.Together;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Playlists;

/// <summary>Fields of the editor, and what their keys take.</summary>
public sealed class TypingPartsTests : IAsyncDisposable
{
    private readonly BunitContext screen = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public ValueTask DisposeAsync() => screen.DisposeAsync();

    [Fact]
    public void A_title_tells_every_letter_and_escape_puts_back_what_stood_there()
    {
        List<(string Was, string Now)> told = [];
        var ended = 0;
        var field = screen.Render<InlineText>(part => part.Add(p => p.Value, "Night Drive").Add(p => p.Label, "title").Add(p => p.Heading, true).Add(p => p.CanEdit, true).Add(p => p.OnTyped, told.Add).Add(p => p.OnDone, () => ended++));
        field.Find("button").Click();
        field.Find("input").Input("Night Bus");
        field.Find("input").Input(" ");
        Assert.Equal([("Night Drive", "Night Bus"), ("Night Drive", "Night Drive")], told);
        field.Find("input").Input("Night Train");
        field.Find("input").KeyDown(new KeyboardEventArgs { Key = "Escape" });
        Assert.Equal(("Night Drive", "Night Drive"), told[^1]);
        Assert.Equal(1, ended);
    }

    [Fact]
    public void Enter_takes_the_first_value_that_starts_with_what_was_typed()
    {
        var (picker, chosen) = Picker();
        picker.Find("input").Input("deep");
        Assert.Contains("“deep” is no condition yet", picker.Find(".yet").TextContent, StringComparison.Ordinal);
        picker.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal(["1"], chosen);
        Assert.Equal("", picker.Find("input").GetAttribute("value"));
        Assert.Empty(picker.FindAll(".yet, [role=option]"));
    }

    [Fact]
    public void Arrows_choose_among_the_values_and_without_letters_or_an_arrow_Enter_takes_none()
    {
        var (picker, chosen) = Picker();
        picker.Find("input").Focus();
        picker.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Empty(chosen);
        picker.Find("input").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        picker.Find("input").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        Assert.Equal("Deep Techno", picker.Find("[aria-selected=true] .clip").TextContent);
        picker.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal(["2"], chosen);
    }

    [Fact]
    public void A_text_that_no_value_starts_with_is_said_to_be_no_condition_even_after_the_field_was_left()
    {
        var (picker, chosen) = Picker();
        picker.Find("input").Input("polka");
        picker.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        picker.Find("input").Blur();
        Assert.Empty(chosen);
        Assert.Contains("no genre starts with it", picker.Find(".yet").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_takes_the_name_that_an_arrow_went_to_and_shift_enter_or_no_name_leaves_the_text()
    {
        Colleague[] people = [.. new[] { "Ann Ames", "Anna Berg" }.Select(name => new Colleague(new PersonId(name), name, IsEditor: true))];
        var sent = "";
        var box = screen.Render<MentionBox>(part => part.Add(p => p.Label, "Comment").Add(p => p.People, people).Add(p => p.OnSend, text => sent = text));
        box.Find("textarea").Input("Too loud? @an");
        Assert.True(box.Find("textarea").HasAttribute("data-picks"));
        box.Find("textarea").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        box.Find("textarea").KeyDown(new KeyboardEventArgs { Key = "Enter", ShiftKey = true });
        box.Find("textarea").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal("Too loud? @Anna Berg ", box.Find("textarea").GetAttribute("value"));
        Assert.False(box.Find("textarea").HasAttribute("data-picks"));
        box.Find("form").Submit();
        Assert.Equal("Too loud? @Anna Berg", sent);
    }

    [Fact]
    public void The_menu_of_a_playlist_leads_to_who_may_edit_it()
    {
        screen.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        var menu = screen.Render<ExchangeMenu>(part => part.Add(p => p.Playlist, new PlaylistId(4)).Add(p => p.CanEdit, true));
        menu.Find("button").Click();
        Assert.Equal("Who may edit, and suggestions", menu.Find("a[href='/playlists/4/suggestions']").TextContent);
    }

    [Fact]
    public async Task A_key_that_a_part_hears_by_itself_is_told_beside_the_others_and_pressed_by_nobody()
    {
        var keyboard = new Keyboard();
        var pressed = 0;
        keyboard.Add(new KeyAction("a", "Approve", () => Task.FromResult(pressed++)));
        keyboard.Add(new KeyAction("enter", "Add to the pool", () => Task.FromResult(pressed += 10)) { Named = true, Area = "Candidates" });
        keyboard.Add(new KeyAction("enter", "Add the first", () => Task.FromResult(pressed += 10)) { Named = true, Area = "Find" });
        keyboard.Add(new KeyAction("a", "Less of this artist", () => Task.FromResult(pressed += 10)) { Named = true, Area = "Candidates" });
        await keyboard.Press("enter");
        await keyboard.Press("a");
        Assert.Equal(1, pressed);
        Assert.Equal(["Approve", "Add to the pool", "Add the first", "Less of this artist"], keyboard.Told.Select(action => action.Does));
    }

    private (IRenderedComponent<ValuePicker> Picker, List<string> Chosen) Picker()
    {
        FacetValue[] genres = [new("1", "Deep House", 90), new("2", "Deep Techno", 40), new("3", "Ambient", 30)];
        List<string> chosen = [];
        var picker = screen.Render<ValuePicker>(part => part
            .Add(p => p.Category, Category.Genre).Add(p => p.Chosen, []).Add(p => p.Name, (_, value) => genres.First(genre => genre.Value == value).Name)
            .Add(p => p.Find, (_, typed) => Task.FromResult<IReadOnlyList<FacetValue>>([.. genres.Where(genre => genre.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))]))
            .Add(p => p.OnChosen, values => chosen.AddRange(values)));
        return (picker, chosen);
    }
}
