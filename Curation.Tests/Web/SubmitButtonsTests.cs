using Bunit;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Metering;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Previews;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Curation.Web.Account;
using Curation.Web.Admin.Attributes;
using Curation.Web.Admin.Content;
using Curation.Web.Admin.Genres;
using Curation.Web.Admin.Policies;
using Curation.Web.Advice;
using Curation.Web.Everywhere;
using Curation.Web.Playlists.Content;
using Curation.Web.Playlists.Editing;
using Curation.Web.Playlists.Previewing;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web;

/// <summary>A button that is off until the server has heard of a text loses who types and presses it at once: it is always on, and an empty text is told.</summary>
public sealed class SubmitButtonsTests : IAsyncDisposable
{
    private readonly BunitContext screen = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public ValueTask DisposeAsync() => screen.DisposeAsync();

    [Fact]
    public void An_appeal_without_words_is_told_and_one_with_words_goes_out()
    {
        string? sent = null;
        var form = screen.Render<AppealForm>(part => part.Add(p => p.Case, 3).Add(p => p.OnAppeal, text => sent = text));
        Told(form);
        Assert.Null(sent);
        form.Find("textarea").Input("look again");
        form.Find("form").Submit();
        Assert.Equal("look again", sent);
        Assert.Empty(form.FindAll("[role=alert]"));
    }

    [Fact]
    public void A_third_value_that_is_empty_is_told()
    {
        var conflict = new EditConflict(ConflictKind.Value, new TrackId(7), "note", "\"\"", "\"theirs\"", new DraftEdit.WriteNote(new TrackId(7), ""));
        DraftEdit? chosen = null;
        var choice = screen.Render<ConflictChoice>(part => part.Add(p => p.Conflict, conflict).Add(p => p.Title, _ => "Underpass").Add(p => p.OnChoose, edit => chosen = edit));
        Told(choice);
        Assert.Null(chosen);
        choice.Find("form input").Input("both");
        choice.Find("form").Submit();
        Assert.NotNull(chosen);
    }

    [Fact]
    public async Task A_listener_without_a_key_is_told()
    {
        await using var desk = await TestDesk.Open();
        screen.Services.AddSingleton(desk.Get<FindListeners>());
        Told(screen.Render<ListenerPicker>(part => part.Add(p => p.Chosen, [])));
    }

    [Fact]
    public async Task A_genre_and_an_attribute_without_a_name_are_told_and_not_made()
    {
        await using var desk = await TestDesk.Open();
        Pages(desk);
        screen.Services.AddSingleton(desk.Get<GenresDesk>());
        screen.Services.AddSingleton(desk.Get<AttributesDesk>());
        var admin = await desk.Person("Adm", Roles.Admin);
        Told(screen.Render<GenresPage>(page => page.AddCascadingValue(Admin(admin))));
        Told(screen.Render<AttributesPage>(page => page.AddCascadingValue(Admin(admin))));
        Assert.Empty(await desk.Get<GenresDesk>().List.All());
        Assert.Empty(await desk.Get<AttributesDesk>().List.All());
    }

    [Fact]
    public async Task A_policy_without_a_reason_is_told_and_not_saved()
    {
        await using var desk = await TestDesk.Open();
        Pages(desk);
        screen.Services.AddSingleton(desk.Get<ReadPolicies>());
        screen.Services.AddSingleton(desk.Get<PreviewPolicy>());
        screen.Services.AddSingleton(desk.Get<SavePolicy>());
        screen.Services.AddSingleton(desk.Get<ReadDimensions>());
        var admin = await desk.Person("Adm", Roles.Admin);
        var page = screen.Render<PoliciesPage>(part => part.AddCascadingValue(Admin(admin)));
        page.WaitForElement("textarea").Change("Look.");
        page.FindAll("button").Single(button => button.TextContent == "Show what changes").Click();
        Told(page);
        Assert.DoesNotContain("measured again as soon", page.Markup, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.Get<ReadPolicies>().InForce()).Number);
    }

    [Fact]
    public async Task Content_rules_without_a_reason_are_told_and_not_saved()
    {
        await using var desk = await TestDesk.Open();
        Pages(desk);
        screen.Services.AddSingleton(desk.Get<ContentDesk>());
        var admin = await desk.Person("Adm", Roles.Admin);
        var page = screen.Render<ContentPage>(part => part.AddCascadingValue(Admin(admin)).AddCascadingValue(new Keyboard()));
        page.WaitForElement("select");
        page.FindAll("button").Single(button => button.TextContent == "Add a rule").Click();
        page.FindAll("button").Single(button => button.TextContent.EndsWith('…')).Click();
        Told(page);
        Assert.Equal(0, (await desk.Get<ReadContentRules>().Current()).Version);
    }

    [Fact]
    public async Task A_rule_that_is_over_already_is_told_beside_its_day()
    {
        await using var desk = await TestDesk.Open();
        Pages(desk);
        screen.Services.AddSingleton(desk.Get<ContentDesk>());
        var admin = await desk.Person("Adm", Roles.Admin);
        var page = screen.Render<ContentPage>(part => part.AddCascadingValue(Admin(admin)).AddCascadingValue(new Keyboard()));
        page.WaitForElement("select");
        page.FindAll("button").Single(button => button.TextContent == "Add a rule").Click();
        page.WaitForElement("#rule-until").Change("2026-05-03");
        Assert.Contains("This day is over", page.Find("#rule-over").TextContent, StringComparison.Ordinal);
        Assert.Equal("rule-over", page.Find("#rule-until").GetAttribute("aria-describedby"));
        page.Find("#rule-until").Change("2026-05-04");
        Assert.Empty(page.FindAll("#rule-over"));
    }

    [Fact]
    public void Advice_a_response_a_takedown_and_pasted_numbers_without_words_are_told()
    {
        var gone = 0;
        var advice = screen.Render<AdviceForm>(part => part.Add(p => p.Figures, []).Add(p => p.OnLeave, (_, _) => Task.FromResult(++gone > 0)));
        Pressed(advice, "button.go");
        Pressed(screen.Render<ResponseForm>(part => part.Add(p => p.OnRespond, _ => gone++)), "button");
        Pressed(screen.Render<PasteIds>(part => part.Add(p => p.OnLook, _ => gone++)), "button");
        Assert.Equal(0, gone);
        advice.Find("textarea").Input("more of the scene");
        advice.Find("button.go").Click();
        Assert.Equal(1, gone);
    }

    private static void Told<T>(IRenderedComponent<T> part)
        where T : IComponent
    {
        part.WaitForElement("form button[type=submit]");
        Assert.False(part.Find("form button[type=submit]").HasAttribute("disabled"));
        part.Find("form").Submit();
        part.WaitForAssertion(() => Assert.NotEqual("", part.Find("form [role=alert], [role=alert]").TextContent.Trim()));
    }

    private static void Pressed<T>(IRenderedComponent<T> part, string button)
        where T : IComponent
    {
        Assert.False(part.Find(button).HasAttribute("disabled"));
        part.Find(button).Click();
        Assert.NotEqual("", part.Find("[role=alert]").TextContent.Trim());
    }

    private static SignedIn Admin(Actor admin) => new(admin.Person, "Adm", "adm@example.org", [Roles.Admin]);

    private void Pages(TestDesk desk)
    {
        screen.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        screen.Services.AddScoped<Toasts>();
        screen.Services.AddSingleton<TimeProvider>(desk.Clock);
    }
}
