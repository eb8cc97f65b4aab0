using System.Diagnostics;
using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What the editor page costs with a pool of 2,000 and a catalogue of 200,000, seen from Chromium on the same machine. Run with <c>-class "*WorkbenchBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class WorkbenchBenchmark(LargeWorkbench workbench, ITestOutputHelper output) : IClassFixture<LargeWorkbench>
{
    // From the press to the frame in which the page shows its effect, all inside the browser.
    private static string Timed(string act, string done) => $$"""
        async () => {
          const start = performance.now();
          {{act}};
          while (!({{done}})) { if (performance.now() - start > 20000) throw new Error("it never came"); await new Promise(requestAnimationFrame); }
          return performance.now() - start;
        }
        """;

    private const string Scrolled = """
        async () => {
          const box = document.querySelector("table.pool").parentElement, gaps = [];
          let last = performance.now();
          for (let i = 0; i < 180; i++) { box.scrollTop += 400; await new Promise(requestAnimationFrame); const now = performance.now(); gaps.push(now - last); last = now; }
          return gaps.sort((a, b) => a - b);
        }
        """;

    [Fact(Explicit = true)]
    public async Task Milliseconds_on_a_large_pool()
    {
        await using var screen = await workbench.Open("/playlists", Roles.Editor);
        var opening = Stopwatch.GetTimestamp();
        await screen.Go($"/playlists/{workbench.Large}");
        await screen.Page.Locator("tr[data-track]").First.WaitForAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"open the page: {Stopwatch.GetElapsedTime(opening).TotalMilliseconds:F0} ms"));
        await screen.Page.Locator("table.pool").FocusAsync();
        await Say("step down a row", 20, i => Act(screen, "document.querySelector('table.pool').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))", $"document.querySelector('tr.cursor')?.getAttribute('aria-rowindex') === '{i + 2}'"));
        await Say("move a row up (saved)", 12, i => Act(screen, "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }))", $"document.querySelector('tr.cursor')?.getAttribute('aria-rowindex') === '{20 - i}'"));
        var gaps = await screen.Page.EvaluateAsync<double[]>(Scrolled);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scroll 2,000 rows: frame {gaps[gaps.Length / 2]:F0} ms median, {gaps[(int)(gaps.Length * .95)]:F0} p95, {gaps[^1]:F0} max"));
    }

    private static Task<double> Act(Screen screen, string act, string done) => screen.Page.EvaluateAsync<double>(Timed(act, done));

    private async Task Say(string what, int times, Func<int, Task<double>> act)
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++) took.Add(await act(i));
        took.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {took[took.Count / 2]:F0} ms median, {took[^1]:F0} max"));
    }
}
