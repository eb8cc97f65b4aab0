using System.Text;
using Curation.Core.Auditing.Advising;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Advising;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(BrowserCollection.Name), Trait("Category", "Browser")]
public sealed class ImpactTests(TestBrowser browser)
{
    private static readonly MeasureKey Female = new(Measures.Exposure, "gender", "female");

    [Fact]
    public async Task An_assessment_is_answered_signed_printed_shared_and_advised_on()
    {
        var playlist = await Measured();
        await Answer(playlist);
        await SignAndPrint(playlist);
        var share = await Share(playlist);
        await Advise(share);
        await Respond(playlist);
    }

    private async Task Answer(PlaylistId playlist)
    {
        await using var screen = await browser.Open($"/impact/of/{playlist}", Roles.Editor);
        await screen.Named(AriaRole.Button, "Assess it").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("[data-question='data.sources']")).ToBeVisibleAsync();
        await screen.AssertAccessible("impact-questions");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        foreach (var question in Questionnaire.Newest.For(ImpactScope.Playlist).Where(question => question.Part == QuestionPart.Data))
            await screen.Page.Locator($"[data-question='{question.Key}'] input").First.CheckAsync();
        await screen.Page.Locator("[data-question='data.unknown'] [role=combobox]").FillAsync("exposure female");
        await Assertions.Expect(screen.Page.Locator("[data-question='data.unknown'] [role=option]")).ToHaveCountAsync(1);
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("[data-question='data.unknown'] table")).ToContainTextAsync("18.2 %");
        await screen.Page.Locator("[data-question='data.unknown'] textarea").FillAsync("Read from the assessment of today.");
        await Assertions.Expect(screen.Page.Locator("[data-saved=saved]")).ToBeVisibleAsync();
        await screen.Named(AriaRole.Button, "Next part: Algorithm and team").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("[data-question='team.share']")).ToBeVisibleAsync();
        var version = await Newest(playlist);
        await AnswerTheRest(version);
        await screen.Go($"/impact/{version}?part=data");
        Assert.Equal("Read from the assessment of today.", await screen.Page.Locator("[data-question='data.unknown'] textarea").InputValueAsync());
        await screen.Named(AriaRole.Button, "Put to signature").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".facts")).ToContainTextAsync("to be signed");
        await Assertions.Expect(screen.Page.GetByText("Some of these answers are yours")).ToBeVisibleAsync();
        screen.AssertQuiet();
    }

    private async Task SignAndPrint(PlaylistId playlist)
    {
        var version = await Newest(playlist);
        await using var screen = await browser.Open($"/impact/{version}", Roles.Reviewer);
        await screen.Page.FillAsync("#sign-note", "Read part by part.");
        await screen.AssertAccessible("impact-signing");
        await screen.Named(AriaRole.Button, "Sign as reviewer").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".facts")).ToContainTextAsync("signed");
        await Assertions.Expect(screen.Page.Locator("[aria-label=Signatures]")).ToContainTextAsync("Read part by part.");
        await screen.Go($"/impact/{version}/report");
        await Assertions.Expect(screen.Page.Locator(".report")).ToContainTextAsync("By gender, female gets less than the catalogue has of it: 18.2 % of the exposure, against 25.0 % of the catalogue.");
        await screen.AssertAccessible("impact-report");
        var paper = await screen.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
        Assert.Equal("%PDF", Encoding.ASCII.GetString(paper, 0, 4));
        if (System.Environment.GetEnvironmentVariable("CURATION_SCREENSHOTS") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "impact-report.pdf"), paper);
        await screen.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(screen.Page.Locator("header.top")).ToBeHiddenAsync();
        var cut = await screen.Page.EvaluateAsync<int>("[...document.querySelectorAll('.report table')].filter(t => t.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length");
        Assert.Equal(0, cut);
        screen.AssertQuiet();
    }

    private async Task<int> Share(PlaylistId playlist)
    {
        await using var screen = await browser.Open($"/impact/{await Newest(playlist)}", Roles.Reviewer);
        await screen.Page.GetByPlaceholder("What you ask of them").FillAsync("Please read the outcomes.");
        await screen.Page.Locator("[aria-label=Advisers] select").SelectOptionAsync(browser.Who(Roles.Adviser).Person.Value);
        await screen.Named(AriaRole.Button, "Share this report").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("[aria-label=Advisers] .av")).ToHaveCountAsync(1);
        return (await browser.Get<ReadAdvice>().Shares())[0].Share.Id;
    }

    private async Task Advise(int share)
    {
        await using var screen = await browser.Open("/advice", Roles.Adviser);
        await screen.AssertAccessible("advice-shared");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.Locator($"a[href='/advice/{share}']").ClickAsync();
        await screen.Page.GetByRole(AriaRole.Combobox).FillAsync("female");
        await screen.Page.Locator($"[data-figure='{Female}']").ClickAsync();
        await screen.Page.FillAsync("#advice", "Less than the scene has: ask the venues.");
        await screen.Named(AriaRole.Button, "Leave this advice").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("[aria-label='Your advice']")).ToContainTextAsync("needs a response");
        await screen.AssertAccessible("advice-page");
        screen.AssertQuiet();
    }

    private async Task Respond(PlaylistId playlist)
    {
        await using var screen = await browser.Open("/advice", Roles.Reviewer);
        var queue = screen.Page.Locator("section[aria-label=Advice]");
        await Assertions.Expect(queue).ToContainTextAsync("Less than the scene has");
        await Assertions.Expect(queue.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Close" })).ToHaveCountAsync(0);
        await queue.Locator("textarea").FillAsync("We ask two venues before the next edition.");
        await screen.AssertAccessible("advice-queue");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Named(AriaRole.Button, "Accept in part").ClickAsync();
        await screen.Picture("advice-responded");
        await Assertions.Expect(queue).ToContainTextAsync("accepted in part");
        await queue.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Close" }).ClickAsync();
        await Assertions.Expect(queue).ToContainTextAsync("closed");
        Assert.Equal(AdviceResponse.Partly, (await browser.Get<ReadAdvice>().Closed(1))[0].Advice.Response);
        Assert.Empty(await browser.Get<ReadAdvice>().Of(playlist));
        screen.AssertQuiet();
    }

    private async Task<int> Newest(PlaylistId playlist) => (await browser.Get<ListImpact>().Of(playlist)).Newest!.Id;

    private async Task AnswerTheRest(int version)
    {
        var view = (await browser.Get<ReadImpact>().Find(version))!;
        foreach (var question in view.Questionnaire.Missing(ImpactScope.Playlist, view.Chosen))
            await browser.Get<AnswerImpact>().Run(browser.Who(Roles.Editor), version, question.Key, [question.Choices[1].Key], "As agreed with the team.", question.Key == "outcome.gender" ? [Female] : [], seen: 0);
    }

    /// <summary>A playlist with a full assessment.</summary>
    private async Task<PlaylistId> Measured()
    {
        var editor = browser.Who(Roles.Editor);
        var playlist = await browser.Get<CreatePlaylist>().Run(editor, "Measured evening");
        var open = (await browser.Get<OpenPlaylist>().Newest(playlist))!;
        await using var db = await browser.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        Figure[] Share(string dimension, string group, double value, double catalogue) =>
        [
            new(new MeasureKey(Measures.Exposure, dimension, group), value, value - 0.02, value + 0.02, 40, 0.9),
            new(new MeasureKey(Measures.Amplification, dimension, group, Baselines.Catalogue), Math.Log2(value / catalogue), null, null, 40, catalogue),
        ];
        db.Assessments.Add(new Assessment(
            playlist,
            new ListOrigin(open.Revision, DraftJson.Hash(open.Draft), 0, ""),
            1200,
            1200,
            [
                .. Share("gender", "female", 0.182, 0.25), .. Share("gender", "male", 0.5, 0.45), .. Share("gender", "unknown", 0.318, 0.3),
                .. Share("country", "NL", 0.41, 0.38), .. Share("country", "BE", 0.22, 0.3), .. Share("country", "unknown", 0.37, 0.32),
                new Figure(new MeasureKey(Measures.Gini, "artists"), 0.614, 0.6, 0.63, 80, null), new Figure(new MeasureKey(Measures.ExplicitReach), 0, null, null, 900, null),
            ],
            browser.Who(Roles.Reviewer).Person,
            TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync();
        return playlist;
    }
}
