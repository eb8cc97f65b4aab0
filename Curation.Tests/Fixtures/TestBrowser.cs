using Microsoft.Playwright;

namespace Curation.Tests.Fixtures;

/// <summary>A running workbench and a browser that is signed in to it, shared by a collection of tests.</summary>
public class TestBrowser : WorkbenchServer
{
    private readonly Dictionary<string, string> sessions = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    /// <summary>A page of somebody with a role, or of nobody.</summary>
    public async Task<Screen> Open(string path, string? role = null, string theme = "dark", int width = 1280)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = theme == "light" ? ColorScheme.Light : ColorScheme.Dark,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = role is null ? null : await Session(role),
        });
        // A busy machine is not a fault: what is waited for is waited for long.
        context.SetDefaultTimeout(90_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var screen = new Screen(context, await context.NewPageAsync());
        await screen.Go(path);
        return screen;
    }

    private async Task<string> Session(string role)
    {
        if (sessions.TryGetValue(role, out var known)) return known;
        await using var screen = await Open("/account/sign-in");
        await screen.Page.FillAsync("#email", EmailOf(role));
        await screen.Page.FillAsync("#password", Password);
        await screen.Page.ClickAsync("button[type=submit]");
        await screen.Page.Locator("[data-interactive=true]").WaitForAsync();
        return sessions[role] = await screen.Page.Context.StorageStateAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
