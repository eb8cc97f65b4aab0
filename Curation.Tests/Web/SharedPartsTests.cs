using Bunit;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web;

public sealed class SharedPartsTests : IAsyncDisposable
{
    private readonly BunitContext context = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public SharedPartsTests()
    {
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
    }

    private enum Side
    {
        Blend,
        Impact,
    }

    [Fact]
    public void Artwork_is_the_same_for_the_same_id_and_another_for_another()
    {
        string Drawn(int id, string kind) => context.Render<Artwork>(artwork => artwork.Add(x => x.Id, id).Add(x => x.Kind, kind)).Find("span").GetAttribute("style")!;
        Assert.Equal(Drawn(7, "track"), Drawn(7, "track"));
        Assert.NotEqual(Drawn(7, "track"), Drawn(7, "playlist"));
        Assert.True(Enumerable.Range(0, 500).Select(id => Drawn(id, "track")).Distinct().Count() > 495);
    }

    [Theory, InlineData(Provenance.Pinned, "accent"), InlineData(Provenance.Editor, "violet"), InlineData(Provenance.Personal, "cyan"), InlineData(Provenance.Discovery, "green"), InlineData(Provenance.Fill, "plain")]
    public void Provenance_has_a_word_beside_its_colour(Provenance provenance, string tone)
    {
        var tag = context.Render<ProvenanceTag>(x => x.Add(part => part.Of, provenance)).Find("span");
        Assert.Equal(provenance.ToString(), tag.TextContent);
        Assert.Contains($"tone-{tone}", tag.ClassName!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_progress_line_says_what_how_far_and_how_long_and_can_be_cancelled()
    {
        var cancelled = false;
        var line = context.Render<ProgressLine>(x => x.Add(part => part.What, "Training").Add(part => part.Share, .415).Add(part => part.Far, "6 of 15")
            .Add(part => part.Took, TimeSpan.FromSeconds(72)).Add(part => part.OnCancel, EventCallback.Factory.Create(this, () => cancelled = true)));
        Assert.Equal("42", line.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains("1 min 12 s", line.Markup, StringComparison.Ordinal);
        line.Find("button").Click();
        Assert.True(cancelled);
    }

    [Fact]
    public void A_job_that_began_and_ended_at_one_time_claims_no_length()
    {
        var at = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        var job = new JobRow(1, "train", "Train", "Done", 1, "", new PersonId("ann"), at, at, at, null, null);
        Assert.DoesNotContain("took", context.Render<JobLine>(x => x.Add(part => part.Job, job).Add(part => part.Now, at.AddHours(1))).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_progress_line_that_cannot_tell_how_far_claims_no_number() =>
        Assert.Null(context.Render<ProgressLine>(x => x.Add(part => part.What, "Importing")).Find("[role=progressbar]").GetAttribute("aria-valuenow"));

    [Fact]
    public void Arrow_keys_step_through_the_tabs_and_around()
    {
        var open = Side.Blend;
        var tabs = context.Render<Tabs<Side>>(x => x.Add(part => part.Items, [new(Side.Blend, "Blend"), new(Side.Impact, "Impact", 3)]).Bind(part => part.Open, open, next => open = next));
        tabs.Find("[aria-selected=true]").KeyDown(new KeyboardEventArgs { Key = "ArrowLeft" });
        Assert.Equal(Side.Impact, open);
    }

    [Fact]
    public async Task The_latest_owner_of_a_key_gets_it_and_gives_it_back()
    {
        var keyboard = new Keyboard();
        var pressed = new List<string>();
        var page = new KeyAction("z", "Undo", () => Noted("page"));
        var panel = new KeyAction("z", "Undo in the panel", () => Noted("panel"));
        keyboard.Add(page);
        keyboard.Add(panel);
        await keyboard.Press("Z");
        keyboard.Remove(panel);
        await keyboard.Press("z");
        await keyboard.Press("x");
        Assert.Equal(["panel", "page"], pressed);

        Task Noted(string who)
        {
            pressed.Add(who);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_refused_command_becomes_a_message_and_any_other_error_goes_on()
    {
        var snackbar = context.Services.GetRequiredService<ISnackbar>();
        var toasts = new Toasts(snackbar);
        Assert.False(await toasts.Try(() => throw new RefusedException("It was published on 3 May; start a new draft.")));
        Assert.Contains(snackbar.ShownSnackbars, shown => shown.Severity == Severity.Error && shown.Message!.Contains("3 May", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidOperationException>(() => toasts.Try(() => throw new InvalidOperationException("unforeseen")));
        Assert.Equal(5, await toasts.Try(() => Task.FromResult(5)));
    }

    [Fact]
    public void A_failed_job_says_why_and_offers_to_go_on()
    {
        var now = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        var job = new JobRow(3, "import", "Import plays.jsonl", "Failed", .4, "", PersonId.Console, now, now, now, "The disk is full. 40,000 rows are kept.", null);
        var line = context.Render<JobLine>(x => x.Add(part => part.Job, job).Add(part => part.Now, now).Add(part => part.OnResume, EventCallback.Factory.Create(this, () => { })));
        Assert.Contains("The disk is full. 40,000 rows are kept.", line.Markup, StringComparison.Ordinal);
        Assert.Equal("Resume", line.Find("button").TextContent);
    }

    [Fact]
    public void A_job_that_can_never_go_on_is_not_offered_to()
    {
        var now = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        var job = new JobRow(3, "publish", "Publish", "Cancelled", .4, "", PersonId.Console, now, now, now, null, null) { Over = "The policy has changed since. Submit the playlist again." };
        var line = context.Render<JobLine>(x => x.Add(part => part.Job, job).Add(part => part.Now, now).Add(part => part.OnResume, EventCallback.Factory.Create(this, () => { })));
        Assert.Empty(line.FindAll("button"));
        Assert.Contains("Submit the playlist again", line.Markup, StringComparison.Ordinal);
    }

    [Theory, InlineData(.372, "37 %", "37.2 %", "37", "37.2"), InlineData(.5, "50 %", "50 %", "50", "50"), InlineData(.00125, "0 %", "0.1 %", "0", "0.13")]
    public void Shares_are_said_in_per_cent(double share, string whole, string brief, string bare, string exact) =>
        Assert.Equal((whole, brief, bare, exact), (Percent.Whole(share), Percent.Short(share), Percent.Bare(share), Percent.Exact(share)));

    [Theory, InlineData(41, "41 ms"), InlineData(3_200, "3.2 s"), InlineData(252_000, "4 min 12 s"), InlineData(9_660_000, "2 h 41 min"), InlineData(273_600_000, "3 d 4 h")]
    public void Spans_read_as_people_say_them(int milliseconds, string said) => Assert.Equal(said, Spans.Brief(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory, InlineData(201, "3:21"), InlineData(3_730, "1:02:10")]
    public void Lengths_read_as_on_a_sleeve(int seconds, string said) => Assert.Equal(said, Spans.Clock(TimeSpan.FromSeconds(seconds)));

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
