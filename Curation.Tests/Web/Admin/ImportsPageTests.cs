using Bunit;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;
using Curation.Tests.Fixtures;
using Curation.Web.Account;
using Curation.Web.Admin.Imports;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Admin;

public sealed class ImportsPageTests : IAsyncLifetime
{
    private const string Plays = "who,time,title,artist\nada,1709649000,One,Low Tide\nada,never,One,Low Tide\n";
    private readonly BunitContext context = new();
    private TestDesk desk = null!;
    private IRenderedComponent<ImportsPage> page = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await TestDesk.Open();
        var admin = await desk.Person("root", Roles.Admin);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddScoped<Toasts>();
        context.Services.AddSingleton<TimeProvider>(desk.Clock);
        context.Services.AddSingleton(new ImportVerbs(
            desk.Get<ReceiveUpload>(), desk.Get<PreviewImport>(), desk.Get<QueueImport>(), desk.Get<ListImports>(), desk.Get<TakeBackImport>(), desk.Get<ListJobs>(), desk.Get<CancelJob>()));
        context.AddAuthorization().SetAuthorized("root").SetRoles(Roles.Admin);
        page = context.Render<ImportsPage>(parameters => parameters.AddCascadingValue(new SignedIn(admin.Person, "Root", "root@example.org", [Roles.Admin])));
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_mapped_tried_imported_in_the_background_and_then_listed()
    {
        Upload("plays.csv", Plays);
        page.WaitForElement("#map-title");
        page.Find("#import-format").Change("plays");
        page.WaitForElement("#map-listener").Change("who");
        await page.FindAll("button").Single(button => button.TextContent == "Dry run").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("time is no time", page.Markup, StringComparison.Ordinal));
        await page.Find("button.go").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Import plays.csv", page.Markup, StringComparison.Ordinal));
        await desk.Get<JobRunner>().RunNext(CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Equal("/admin/imports/1/quarantine", page.Find("table.data a").GetAttribute("href")));
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal(1, await db.Plays.CountAsync());
        Assert.Empty(Directory.GetFiles(desk.Data.Uploads));
    }

    [Fact]
    public void A_file_that_cannot_be_read_says_why_and_is_not_kept()
    {
        Upload("photo.csv", "\u0089PNG\0\0");
        page.WaitForAssertion(() => Assert.Contains("photo.csv: is no text file", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(desk.Data.Uploads));
    }

    [Fact]
    public async Task A_file_that_was_only_looked_at_goes_when_the_page_is_left()
    {
        Upload("plays.csv", Plays);
        page.WaitForElement("#map-title");
        Assert.Single(Directory.GetFiles(desk.Data.Uploads));
        await context.DisposeComponentsAsync();
        Assert.Empty(Directory.GetFiles(desk.Data.Uploads));
    }

    private void Upload(string name, string text) => page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, name));
}
