using Bunit;
using Bunit.TestDoubles;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Listeners;
using Curation.Core.Listening;
using Curation.Tests.Fixtures;
using Curation.Web.Account;
using Curation.Web.Admin.Listeners;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Admin;

public sealed class ListenersPageTests : IAsyncLifetime
{
    private readonly BunitContext context = new();
    private TestDesk desk = null!;
    private Actor admin;

    public async ValueTask InitializeAsync()
    {
        desk = await TestDesk.Open();
        admin = await desk.Person("root", Roles.Admin);
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            var ada = new Listener("ada-17");
            ada.Describe("25-34", "DE", new DateOnly(2024, 3, 5));
            db.Listeners.AddRange(ada, new Listener("bo-2"));
            await db.SaveChangesAsync();
        }

        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddScoped<Toasts>();
        context.Services.AddSingleton(desk.Get<ListenersDesk>());
        context.AddAuthorization().SetAuthorized("root").SetRoles(Roles.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_listener_is_found_by_the_first_letters_of_the_key()
    {
        var page = Show("");
        Assert.Contains("No listener chosen", page.Markup, StringComparison.Ordinal);
        await page.Find("input[type=search]").InputAsync(new ChangeEventArgs { Value = "ad" });
        Assert.Equal("ada-17", page.Find("datalist option").GetAttribute("value"));
        await page.Find("form").SubmitAsync();
        Assert.EndsWith("/admin/listeners?key=ada-17", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("25-34", page.Find("dl").TextContent, StringComparison.Ordinal));
        Assert.Contains("2024-03-05", page.Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_nobody_has_is_told()
    {
        var page = Show("?key=zoe");
        page.WaitForAssertion(() => Assert.Contains("key starts with", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("fieldset"));
    }

    [Fact]
    public async Task Both_settings_are_switched_by_a_box_each_and_are_on_record()
    {
        var page = Show("?key=ada-17");
        page.WaitForElement("fieldset");
        await page.FindAll("input[type=checkbox]")[1].ChangeAsync(new ChangeEventArgs { Value = true });
        await page.FindAll("input[type=checkbox]")[0].ChangeAsync(new ChangeEventArgs { Value = true });
        var ada = (await desk.Get<ReadListener>().ByKey("ada-17"))!;
        Assert.True(ada is { ProfilingOff: true, ExcludesExplicit: true });
        Assert.All(page.FindAll("input[type=checkbox]"), box => Assert.True(box.HasAttribute("checked")));
        Assert.EndsWith($"subject=listener%3A{ada.Id}", page.Find("a.btn").GetAttribute("href"), StringComparison.Ordinal);
        await page.FindAll("input[type=checkbox]")[1].ChangeAsync(new ChangeEventArgs { Value = false });
        Assert.False((await desk.Get<ReadListener>().ByKey("ada-17"))!.ExcludesExplicit);
    }

    private IRenderedComponent<ListenersPage> Show(string query)
    {
        context.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/admin/listeners{query}");
        return context.Render<ListenersPage>(parameters => parameters.AddCascadingValue(Me));
    }

    private SignedIn Me => new(admin.Person, "Root", "root@example.org", [Roles.Admin]);
}
