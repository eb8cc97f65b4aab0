using Bunit;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Curation.Web.Account;
using Curation.Web.Admin.Models;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Admin;

/// <summary>The models page on a store with a good model in use and a worse one that was refused.</summary>
public sealed class ModelsPageTests : IAsyncLifetime
{
    private readonly BunitContext context = new();
    private TestDesk desk = null!;
    private ModelRow good = null!;
    private ModelRow bad = null!;
    private SignedIn me = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await ActivationGateTests.Opened();
        good = await ActivationGateTests.Train(desk, ActivationGateTests.Good);
        bad = await ActivationGateTests.Train(desk, ActivationGateTests.Bad);
        me = new SignedIn((await desk.Person("root", Roles.Admin)).Person, "Root", "root@example.org", [Roles.Admin]);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddScoped<Toasts>();
        context.Services.AddSingleton<TimeProvider>(desk.Clock);
        context.Services.AddSingleton(desk.Get<CurrentModel>());
        context.Services.AddSingleton(new ModelsDesk(desk.Get<ListModels>(), desk.Get<ActivateModel>(), desk.Get<ListJobs>(), desk.Get<QueueJob>(), desk.Get<CancelJob>()));
        context.AddAuthorization().SetAuthorized("root").SetRoles(Roles.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_model_says_why_and_is_used_only_with_a_reason_which_then_shows()
    {
        var dialogs = context.Render<MudDialogProvider>();
        var page = Page();
        Assert.Equal("refused", page.Find("table.data td .tag").TextContent);
        Assert.Contains(bad.RefusedBecause!, page.Markup, StringComparison.Ordinal);

        var pressed = page.FindAll("button").Single(button => button.TextContent == "Use all the same…").ClickAsync(new());
        dialogs.WaitForElement("#override-reason");
        await dialogs.Find(".btn.stop").ClickAsync(new());
        Assert.Contains("needs a reason", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True((await Row(good)).Active);

        await dialogs.Find("#override-reason").InputAsync(new() { Value = "The old one learned from spam." });
        await dialogs.Find(".btn.stop").ClickAsync(new());
        await pressed;
        Assert.Equal((true, "The old one learned from spam."), ((await Row(bad)).Active, (await Row(bad)).OverriddenBecause));
        page.WaitForAssertion(() => Assert.Contains("Reason given: “The old one learned from spam.”", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Use all the same…");
    }

    [Fact]
    public async Task A_refused_model_stays_out_of_use_when_the_dialog_is_left()
    {
        var dialogs = context.Render<MudDialogProvider>();
        var page = Page();
        var pressed = page.FindAll("button").Single(button => button.TextContent == "Use all the same…").ClickAsync(new());
        dialogs.WaitForElement("#override-reason");
        await dialogs.FindAll("button").Single(button => button.TextContent == "Keep as it is").ClickAsync(new());
        await pressed;
        Assert.Equal((true, true), ((await Row(good)).Active, (await Row(bad)).IsRefused));
    }

    [Fact]
    public void The_address_says_which_two_models_stand_side_by_side()
    {
        var navigation = context.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/admin/models?a={bad.Id}&b={good.Id}");
        var page = Page();
        Assert.Equal((bad.Id, good.Id), Chosen(page));
        var difference = Ndcg(good) - Ndcg(bad);
        var row = page.FindAll("section[aria-labelledby=compare] tbody tr").Single(row => row.TextContent.Contains("iALS", StringComparison.Ordinal) && row.TextContent.Contains("NDCG", StringComparison.Ordinal));
        Assert.Equal(ModelWords.Signed(difference), row.QuerySelector("td:last-child")!.TextContent.Trim());

        page.Find("#compare-a").Change($"{good.Id}");
        Assert.EndsWith($"a={good.Id}&b={good.Id}", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_numbers_in_the_address_an_earlier_model_stands_beside_the_one_in_use() => Assert.Equal((bad.Id, good.Id), Chosen(Page()));

    [Fact]
    public async Task Training_is_queued_with_the_options_that_were_chosen()
    {
        var page = Page();
        page.Find("#train-tune").Change("15");
        page.Find("#train-warm").Change(true);
        await page.FindAll("button").Single(button => button.TextContent == "Train").ClickAsync(new());
        await using var db = await desk.Factory.CreateDbContextAsync();
        var arguments = System.Text.Json.JsonSerializer.Deserialize<TrainArguments>((await db.Jobs.OrderBy(job => job.Id).LastAsync()).Arguments!);
        Assert.Equal(new TrainArguments(TimeSpan.FromMinutes(15), Warm: true), arguments);
    }

    private IRenderedComponent<ModelsPage> Page() => context.Render<ModelsPage>(parameters => parameters.AddCascadingValue(me));

    private async Task<ModelRow> Row(ModelRow model) => (await desk.Get<ListModels>().All()).Single(row => row.Id == model.Id);

    private static double Ndcg(ModelRow model) => model.Card.Figures.Single(figure => figure is { Recommender: "ials", Metric: "ndcg@20" }).Value;

    private static (int A, int B) Chosen(IRenderedComponent<ModelsPage> page) => (Selected(page, "a"), Selected(page, "b"));

    private static int Selected(IRenderedComponent<ModelsPage> page, string which) =>
        int.Parse(page.Find($"#compare-{which} option[selected]").GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);
}
