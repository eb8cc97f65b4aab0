using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Fixtures;

/// <summary>One open page: it waits for the circuit, listens for errors, and can be checked against WCAG 2.2 AA.</summary>
public sealed class Screen : IAsyncDisposable
{
    // The theme follows the system a frame later, and a colour on its way from one theme to the other is nobody's.
    private const string Settled = """
        async theme => {
          const frame = () => new Promise(requestAnimationFrame);
          while (document.documentElement.dataset.theme !== theme) await frame();
          await frame();
          await frame();
          await Promise.allSettled(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished));
        }
        """;

    private readonly IBrowserContext context;
    private readonly Func<IReadOnlyList<string>> faults;
    private readonly List<string> errors = [];

    internal Screen(IBrowserContext context, IPage page, Func<IReadOnlyList<string>> faults)
    {
        this.context = context;
        this.faults = faults;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") errors.Add($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => errors.Add(error);
    }

    public IPage Page { get; }

    public async Task Go(string path)
    {
        await Page.GotoAsync(path);
        await Ready();
    }

    /// <summary>Waits until the page answers; pages in front of the door do so at once.</summary>
    public async Task Ready()
    {
        await Page.Locator("main.gate, main.about, [data-keys=on] [data-interactive=true]").First.WaitForAsync();
        await Assertions.Expect(Page.Locator("[data-loading]")).ToHaveCountAsync(0);
    }

    /// <summary>Presses until the page is another one: where a page moves under the pointer at the wrong moment, people press again.</summary>
    public async Task Leave(ILocator by, string toward)
    {
        for (var tries = 1; !Page.Url.Contains(toward, StringComparison.Ordinal); tries++)
        {
            try
            {
                await by.ClickAsync(new LocatorClickOptions { Timeout = 20_000 });
                await Page.WaitForURLAsync(url => url.Contains(toward, StringComparison.Ordinal), new PageWaitForURLOptions { Timeout = 20_000, WaitUntil = WaitUntilState.Commit });
            }
            catch (TimeoutException) when (tries < 4)
            {
                await Picture($"pressed-{tries}");
                TestContext.Current.AddWarning($"Pressed again: {Page.Url} did not become {toward}. {string.Join("; ", [.. errors, .. faults()])}");
            }
        }
    }

    /// <summary>Hands a file to a field as soon as the field's script listens; before that a change of it is lost.</summary>
    public static async Task Hand(ILocator field, string path)
    {
        await field.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await field.EvaluateAsync("async field => { while (field._blazorInputFileNextFileId === undefined) await new Promise(requestAnimationFrame); }");
        await field.SetInputFilesAsync(path);
    }

    public ILocator Named(AriaRole role, string name) => Page.GetByRole(role, new PageGetByRoleOptions { Name = name });

    /// <summary>No finding of axe in dark and in light, at 1280 and at 390 pixels, and nothing wider than the screen.</summary>
    public async Task AssertAccessible(string? picture = null)
    {
        ColorScheme[] themes = [ColorScheme.Dark, ColorScheme.Light];
        foreach (var width in (int[])[1280, 390])
        {
            await Page.SetViewportSizeAsync(width, 800);
            foreach (var theme in themes)
            {
                await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
                await Page.EvaluateAsync(Settled, theme == ColorScheme.Light ? "light" : "dark");
                if (picture is not null) await Picture($"{picture}-{theme}-{width}");
                var found = await Axe.Violations(Page, colours: theme != themes[0]);
                if (found.Count > 0) found = await SecondLook(theme);
                Assert.True(found.Count == 0, $"{Page.Url} at {width} in {theme}: {string.Join("; ", found)}");
            }

            // The theme that is on stays on for the next width.
            Array.Reverse(themes);
            var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{Page.Url} is {over} pixels wider than {width}");
        }
    }

    /// <summary>A colour that was on its way from one theme to the other has arrived a moment later; what is wrong still is.</summary>
    private async Task<IReadOnlyList<string>> SecondLook(ColorScheme theme)
    {
        await Page.WaitForTimeoutAsync(500);
        await Page.EvaluateAsync(Settled, theme == ColorScheme.Light ? "light" : "dark");
        return await Axe.Violations(Page, colours: false);
    }

    /// <summary>Nothing was written to the browser's console as an error or a warning, and the server reported no error.</summary>
    public void AssertQuiet()
    {
        string[] told = [.. errors, .. faults()];
        Assert.True(told.Length == 0, string.Join(Environment.NewLine, told));
    }

    /// <summary>A picture for people, in the folder that CURATION_SCREENSHOTS names; none without it.</summary>
    public async Task Picture(string name)
    {
        if (System.Environment.GetEnvironmentVariable("CURATION_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
