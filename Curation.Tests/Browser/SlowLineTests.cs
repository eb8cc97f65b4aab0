using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

/// <summary>Whoever sits far from the server types faster than its answers come.</summary>
[Trait("Category", "Browser")]
[Collection(DemoCollection.Name)]
public sealed class SlowLineTests(DemoBrowser browser)
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(150);

    /// <summary>Long enough for an answer to every letter to have come, and for what it would change.</summary>
    private static readonly float Answered = (float)(4 * Delay).TotalMilliseconds;

    [Theory]
    [InlineData("/search", "Tracks, artists, playlists")]
    [InlineData("/everywhere", "Title or artist")]
    [InlineData("/admin/genres", "Show genres that hold…")]
    public async Task Letters_typed_before_the_answer_to_the_first_are_all_kept(string path, string placeholder)
    {
        await using var screen = await browser.Open("/", path.StartsWith("/admin", StringComparison.Ordinal) ? Roles.Admin : Roles.Editor);
        await SlowDown(screen);
        await screen.Go(path);
        await AssertKeeps(screen, screen.Page.GetByPlaceholder(placeholder, new PageGetByPlaceholderOptions { Exact = true }).First);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task What_is_typed_after_a_key_that_opens_a_field_goes_into_the_field()
    {
        var made = await browser.Get<CreatePlaylist>().Run(Actor.Console, $"Slow {Guid.NewGuid():N}");
        var first = (await browser.Get<CurrentModel>().Get()).Catalogue.Tracks.First().Id;
        await browser.Get<EditDraft>().Run(Actor.Console, made, 1, new DraftEdit.AddTracks([first]));
        await using var screen = await browser.Open("/", Roles.Editor);
        await SlowDown(screen);
        await screen.Go($"/playlists/{made}");
        await AssertKeeps(screen, "f", screen.Page.Locator("#find-here"));
        await screen.Page.Locator("table.pool").FocusAsync();
        await AssertKeeps(screen, "Shift+F", screen.Page.GetByPlaceholder("Filter: title, artist, note, tag"));
        screen.AssertQuiet();
    }

    private static async Task AssertKeeps(Screen screen, ILocator field)
    {
        await field.FocusAsync();
        await field.PressSequentiallyAsync("night drive", new LocatorPressSequentiallyOptions { Delay = 45 });
        await screen.Page.WaitForTimeoutAsync(Answered);
        await Assertions.Expect(field).ToHaveValueAsync("night drive");
    }

    private static async Task AssertKeeps(Screen screen, string key, ILocator field)
    {
        await screen.Page.Keyboard.PressAsync(key);
        await screen.Page.Keyboard.TypeAsync("night drive", new KeyboardTypeOptions { Delay = 45 });
        await Assertions.Expect(field).ToBeFocusedAsync();
        await screen.Page.WaitForTimeoutAsync(Answered);
        await Assertions.Expect(field).ToHaveValueAsync("night drive");
    }

    private static Task SlowDown(Screen screen) => screen.Page.RouteWebSocketAsync("**/_blazor**", page =>
    {
        var server = page.ConnectToServer();
        var last = Task.CompletedTask;
        server.OnMessage(frame =>
        {
            var due = Task.Delay(Delay);
            last = last.ContinueWith(async _ =>
            {
                await due;
                if (frame.Binary is { } bytes) page.Send(bytes);
                else page.Send(frame.Text!);
            }, TaskScheduler.Default).Unwrap();
        });
    });
}
