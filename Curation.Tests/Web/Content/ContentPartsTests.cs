using Bunit;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Playlists;
using Curation.Tests.Auditing.Content;
using Curation.Web.Account;
using Curation.Web.Admin.Content;
using Curation.Web.Playlists.Content;
using Curation.Web.Reviews.Content;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Curation.Tests.Web.Content;

public sealed class ContentPartsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_decision_needs_a_measure_and_a_reason_before_it_goes_out()
    {
        await using var screen = new BunitContext();
        ContentVerdict? decided = null;
        var form = Form(screen, View(), Reviewer("rue"), verdict => decided = verdict);
        await form.Find("button.go").ClickAsync(new());
        Assert.Contains("Choose what is done", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await form.FindAll("input[type=radio]")[3].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await form.Find("button.go").ClickAsync(new());
        Assert.Contains("needs a reason", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null(decided);
        await form.Find("#territories").ChangeAsync(new ChangeEventArgs { Value = "DE" });
        await form.Find("#reason").InputAsync(new ChangeEventArgs { Value = "theirs" });
        await form.Find("button.go").ClickAsync(new());
        Assert.Equal(new ContentVerdict(ContentMeasure.Remove, "theirs", false, "DE"), decided);
    }

    [Fact]
    public async Task The_keys_choose_and_decide_as_the_mouse_does()
    {
        await using var screen = new BunitContext();
        ContentVerdict? decided = null;
        var keyboard = new Keyboard();
        var form = Form(screen, View(), Reviewer("rue"), verdict => decided = verdict, keyboard);
        await form.InvokeAsync(() => keyboard.Press("2"));
        await form.Find("#reason").InputAsync(new ChangeEventArgs { Value = "with a mark" });
        await form.InvokeAsync(() => keyboard.Press("ctrl+enter"));
        Assert.Equal(new ContentVerdict(ContentMeasure.Advisory, "with a mark"), decided);
    }

    [Theory]
    [InlineData("ada", true, "You wrote in this playlist")]
    [InlineData("xi", false, "Reviewers decide")]
    public async Task Whoever_may_not_decide_is_told_why(string who, bool reviewer, string why)
    {
        await using var screen = new BunitContext();
        var form = Form(screen, View() with { Involved = [new PersonId("ada")] }, reviewer ? Reviewer(who) : new SignedIn(new PersonId(who), who, "", [Roles.Admin]), _ => { });
        Assert.Empty(form.FindAll("button"));
        Assert.Contains(why, form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lexicon_is_tried_on_words_and_a_bad_line_is_named()
    {
        await using var screen = new BunitContext();
        var part = screen.Render<LexiconPart>(parameters => parameters.Add(part => part.Text, "en; insult; block; grot"));
        await part.Find("#try").InputAsync(new ChangeEventArgs { Value = "a gr0t in a grotto" });
        Assert.Contains("disguised", Assert.Single(part.FindAll("li")).TextContent, StringComparison.Ordinal);
        part.Render(parameters => parameters.Add(part => part.Text, "grot"));
        Assert.Contains("Line 1", part.Find(".bad").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_is_made_once_both_parts_are_written_and_can_be_taken_back()
    {
        await using var screen = new BunitContext();
        var edits = new List<DraftEdit>();
        var entry = Matters.Draft(Matters.Track(1)).Pool[0];
        var fields = screen.Render<CommercialFields>(parameters => parameters.Add(part => part.Entry, entry).Add(part => part.CanEdit, true).Add(part => part.OnEdit, edits.Add));
        await fields.FindAll("input")[0].ChangeAsync(new ChangeEventArgs { Value = "Copper Kettle" });
        Assert.Empty(edits);
        Assert.Contains("Write both", fields.Markup, StringComparison.Ordinal);
        await fields.FindAll("input")[1].ChangeAsync(new ChangeEventArgs { Value = "spring campaign" });
        var declared = Matters.Draft(Matters.Track(1)).Apply(Assert.Single(edits), new PersonId("ada"), Now);
        Assert.Equal(new CommercialTie("Copper Kettle", "spring campaign"), declared.Pool[0].Commercial);

        fields.Render(parameters => parameters.Add(part => part.Entry, declared.Pool[0]));
        await fields.Find("button").ClickAsync(new());
        Assert.Null(declared.Apply(edits[1], new PersonId("ada"), Now).Pool[0].Commercial);
        fields.Render(parameters => parameters.Add(part => part.CanEdit, false));
        Assert.Empty(fields.FindAll("button"));
    }

    [Fact]
    public async Task The_versions_say_what_changed_from_one_to_the_next()
    {
        await using var screen = new BunitContext();
        var before = Matters.Rules(Matters.Rule(ContentRuleKind.Words) with { Words = ["drum"] }, Matters.Rule(ContentRuleKind.Text) with { Number = 2 });
        var after = new ContentRules(2, [Matters.Rule(ContentRuleKind.Words, ContentLevel.Block) with { Words = ["drum", "bell"] }], Lexicon.Read("en; insult; block; grot"));
        var part = screen.Render<RuleVersions>(parameters => parameters
            .Add(part => part.Versions, [new ContentVersionRow(2, "firmer", "Adm", Now)])
            .Add(part => part.Now, Now)
            .Add(part => part.Find, (number, _) => Task.FromResult<ContentRules?>(number == 2 ? after : before)));
        await part.Find("button").ClickAsync(new());
        Assert.Equal(["changed rule 1, About Words: level warn → block; words +1 −0", "taken out rule 2, About Text", "taken out term “drat” (profanity, en, note)"], part.FindAll(".changes li").Select(line => line.TextContent.Trim()));
    }

    [Fact]
    public async Task A_line_of_the_queue_says_what_it_is_about_how_grave_and_how_old()
    {
        await using var screen = new BunitContext();
        var table = screen.Render<CaseTable>(parameters => parameters.Add(part => part.Rows, [View().Row with { Reports = 3 }]).Add(part => part.Now, Now.AddHours(5)));
        var text = table.Find("tbody tr").TextContent;
        foreach (var said in (string[])["Artist 5 – Track 1", "report", "warns", "3 reports", "Hate or harassment", "5 h 0 min", "a track in Night Drive"]) Assert.Contains(said, text, StringComparison.Ordinal);
    }

    private static CaseView View() =>
        new(new CaseRow(new ContentCase(ReportGround.Hate, "not for anybody", new PlaylistId(7), new TrackId(1), Now), "Night Drive", "Artist 5 – Track 1", 1, Now), [], [], [], [], [], []);

    private static SignedIn Reviewer(string id) => new(new PersonId(id), id, $"{id}@example.org", [Roles.Reviewer]);

    private static IRenderedComponent<VerdictForm> Form(BunitContext screen, CaseView view, SignedIn me, Action<ContentVerdict> decided, Keyboard? keyboard = null)
    {
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        return screen.Render<VerdictForm>(parameters => parameters.Add(form => form.View, view).Add(form => form.OnDecide, decided).AddCascadingValue(me).AddCascadingValue(keyboard ?? new Keyboard()));
    }
}
