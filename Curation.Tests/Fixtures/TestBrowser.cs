using Microsoft.Playwright;

namespace Curation.Tests.Fixtures;

/// <summary>A running workbench and pages that are signed in to it, shared by a collection of tests.</summary>
public class TestBrowser : WorkbenchServer
{
    private readonly Dictionary<string, string> sessions = [];
    private IBrowser? browser;

    /// <summary>A page of somebody with a role, or of nobody.</summary>
    public Task<Screen> Open(string path, string? role = null, string theme = "dark", int width = 1280) => OpenAs(role is null ? null : EmailOf(role), path, theme, width);

    /// <summary>A page of a colleague who has the role too; the account is made when it is first asked for.</summary>
    public async Task<Screen> OpenAsSecond(string role, string path)
    {
        var email = $"second.{EmailOf(role)}";
        if (!Knows(email)) await Invite(role, email);
        return await OpenAs(email, path);
    }

    private async Task<Screen> OpenAs(string? email, string path, string theme = "dark", int width = 1280)
    {
        // Tests that only ask over HTTP never start one.
        browser ??= await Chromium.Launch(await PlaywrightDriver.Get());
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = theme == "light" ? ColorScheme.Light : ColorScheme.Dark,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = email is null ? null : await Session(email),
        });
        // A busy machine is not a fault: what is waited for is waited for long.
        context.SetDefaultTimeout(90_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var screen = new Screen(context, await context.NewPageAsync(), TakeFaults);
        await screen.Go(path);
        return screen;
    }

    private async Task<string> Session(string email)
    {
        if (sessions.TryGetValue(email, out var known)) return known;
        await using var screen = await Open("/account/sign-in");
        await screen.Page.FillAsync("#email", email);
        await screen.Page.FillAsync("#password", Password);
        await screen.Page.ClickAsync("button[type=submit]");
        await screen.Page.Locator("[data-interactive=true]").WaitForAsync();
        return sessions[email] = await screen.Page.Context.StorageStateAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
