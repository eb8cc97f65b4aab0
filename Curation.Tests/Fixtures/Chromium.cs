using System.Diagnostics;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(PlaywrightDriver))]

namespace Curation.Tests.Fixtures;

/// <summary>Finds a Chromium, or gets one: an installed one, else Playwright's own download, else the distribution's package. The shell without windows comes first: it takes a quarter less of the processor for the same pages.</summary>
internal static class Chromium
{
    private static readonly string[] Installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    public static async Task<IBrowser> Launch(IPlaywright playwright)
    {
        var tried = new List<string>();
        return await FromPath() ?? await FromDownload() ?? await FromPackage() ?? throw new InvalidOperationException(
            "The browser tests need Chromium. Type: apt-get install -y chromium (Debian, Ubuntu), or pwsh Curation.Tests/bin/Debug/net10.0/playwright.ps1 install --with-deps chromium." +
            $"\nWhat was tried:\n{string.Join('\n', tried)}");

        async Task<IBrowser?> FromPath() => Array.Find(Installed, File.Exists) is { } path ? await Start(path) : null;

        async Task<IBrowser?> FromDownload() => Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 ? await Start(null) : null;

        async Task<IBrowser?> FromPackage() =>
            System.Environment.UserName == "root" && File.Exists("/usr/bin/apt-get")
            && await Run("/usr/bin/apt-get", "update") && (await Install("chromium-headless-shell") || await Install("chromium"))
                ? await FromPath()
                : null;

        static Task<bool> Install(string package) => Run("/usr/bin/apt-get", "install", "-y", "--no-install-recommends", package, "fonts-noto-color-emoji");

        async Task<IBrowser?> Start(string? path)
        {
            try
            {
                return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
            }
            catch (PlaywrightException fault)
            {
                tried.Add($"{path ?? "Playwright's own"}: {fault.Message}");
                return null;
            }
        }
    }

    private static async Task<bool> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } });
        if (process is null) return false;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}

/// <summary>The driver that all browsers of a run share, started when a test first asks for it.</summary>
public sealed class PlaywrightDriver : IDisposable
{
    private static readonly Lazy<Task<IPlaywright>> Started = new(Playwright.CreateAsync);

    internal static Task<IPlaywright> Get() => Started.Value;

    public void Dispose()
    {
        if (Started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) Started.Value.Result.Dispose();
    }
}
