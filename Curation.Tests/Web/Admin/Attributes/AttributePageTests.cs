using Bunit;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Attributes;
using Curation.Tests.Fixtures;
using Curation.Web.Account;
using Curation.Web.Admin.Attributes;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Admin.Attributes;

public sealed class AttributePageTests : IAsyncLifetime
{
    private readonly BunitContext context = new();
    private TestDesk desk = null!;
    private Actor admin;

    public async ValueTask InitializeAsync()
    {
        desk = await TestDesk.Open();
        admin = await desk.Person("root", Roles.Admin);
        await desk.Tracks(3);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddScoped<Toasts>();
        context.Services.AddSingleton(desk.Get<AttributesDesk>());
        context.AddAuthorization().SetAuthorized("root").SetRoles(Roles.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_list_teaches_and_defining_leads_to_the_attribute()
    {
        var page = context.Render<AttributesPage>(parameters => parameters.AddCascadingValue(Me));
        page.WaitForAssertion(() => Assert.Contains("No attributes yet", page.Markup, StringComparison.Ordinal));
        await page.Find("input").InputAsync(new ChangeEventArgs { Value = "label type" });
        await page.Find("form").SubmitAsync();
        var made = Assert.Single(await desk.Get<ListAttributes>().All());
        Assert.EndsWith($"/admin/attributes/{made.Id}", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_reviewed_before_they_are_stated_and_those_that_are_not_found_stay_out()
    {
        var id = await desk.Get<DefineAttribute>().Run(admin, "label type", AttributeSubject.Artist);
        var page = Show(id);
        page.WaitForElement("#value-lines").Change("Artist 0,major\nNobody,major");
        await page.Find("#value-source").InputAsync(new ChangeEventArgs { Value = "Label register" });
        await Press(page, "Review lines");
        page.WaitForAssertion(() => Assert.Contains("No artist of the catalogue is called so.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(0, Assert.Single(await desk.Get<ListAttributes>().All()).Known);

        await Press(page, "State 1 value");

        page.WaitForAssertion(() => Assert.Contains("1 of 3 artists known", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["major", "unknown"], page.FindAll("table.data tbody td:first-child").Select(cell => cell.TextContent));
        Assert.Equal(["1", "2"], page.FindAll("table.data tbody td:nth-child(2)").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Without_a_source_nothing_can_be_stated_and_the_page_says_so()
    {
        var id = await desk.Get<DefineAttribute>().Run(admin, "label type", AttributeSubject.Artist);
        var page = Show(id);
        page.WaitForElement("#value-lines").Change("Artist 0,major");
        await Press(page, "Review lines");
        page.WaitForAssertion(() => Assert.Contains("Say first who states this", Assert.Single(context.Services.GetRequiredService<MudBlazor.ISnackbar>().ShownSnackbars).Message, StringComparison.Ordinal));
        Assert.DoesNotContain("Lines that change something", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Artist 0,major", page.Find("#value-lines").GetAttribute("value"));
    }

    [Fact]
    public async Task A_file_is_reviewed_as_lines_are()
    {
        var id = await desk.Get<DefineAttribute>().Run(admin, "label type", AttributeSubject.Artist);
        var page = Show(id);
        page.WaitForElement("#value-source").Input("Label register, April");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("artist,value\nArtist 1,independent\nArtist 2,major\n", "labels.csv"));
        page.WaitForAssertion(() => Assert.Contains("Lines that change something", page.Markup, StringComparison.Ordinal));
        Assert.Equal(2, page.FindAll("table.data")[^1].QuerySelectorAll("tbody tr").Length);
        await Press(page, "Back to the lines");
        Assert.NotNull(page.Find("#value-lines"));
    }

    [Fact]
    public void An_attribute_that_is_gone_is_said_to_be_gone()
    {
        var page = Show(new AttributeId(99));
        page.WaitForAssertion(() => Assert.Contains("No such attribute", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<AttributePage> Show(AttributeId id) => context.Render<AttributePage>(parameters => parameters.AddCascadingValue(Me).Add(page => page.Id, id.Value));

    private SignedIn Me => new(admin.Person, "Root", "root@example.org", [Roles.Admin]);

    private static Task Press(IRenderedComponent<AttributePage> page, string label) => page.FindAll("button").Single(button => button.TextContent == label).ClickAsync();
}
