using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
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
    private const int Editors = 50;
    private const int ClicksEach = 12;

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

    [Theory(Explicit = true)]
    [InlineData(60)]
    [InlineData(LargeWorkbench.Pool)]
    public async Task Memory_of_a_circuit(int pool)
    {
        const int pages = 16;
        var playlist = await workbench.MakePlaylist($"Memory {pool}", pool);
        await using var first = await workbench.OpenAsOneOfMany(Roles.Editor, 0, $"/playlists/{playlist}");
        await Drawn(first);
        var before = Used();
        var screens = new List<Screen>();
        for (var i = 1; i <= pages; i++)
        {
            screens.Add(await workbench.OpenAsOneOfMany(Roles.Editor, i, $"/playlists/{playlist}"));
            await Drawn(screens[^1]);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server memory a circuit, pool of {pool}: {(Used() - before) / 1048576.0 / pages:F2} MiB"));
        foreach (var screen in screens) await screen.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task Fifty_editors_at_once()
    {
        var screens = new List<Screen>();
        for (var i = 0; i < Editors; i++)
        {
            var playlist = await workbench.MakePlaylist($"Editor {i}", 60);
            screens.Add(await workbench.OpenAsOneOfMany(Roles.Editor, i, $"/playlists/{playlist}"));
        }

        var answers = new ConcurrentBag<double>();
        using var listener = Answers(answers);
        var took = (await Task.WhenAll(screens.Select((screen, i) => Clicks(screen, i)))).SelectMany(clicks => clicks).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Editors} editors, {took.Count} clicks on a row: {took[took.Count / 2]:F0} ms median, {took[(int)(took.Count * .95)]:F0} p95, {took[^1]:F0} max"));
        var served = answers.Order().ToList();
        if (served.Count > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the server's part, {served.Count} events: {served[served.Count / 2]:F1} ms median, {served[(int)(served.Count * .95)]:F1} p95, {served[^1]:F0} max"));
        foreach (var screen in screens) await screen.DisposeAsync();
    }

    /// <summary>Collects how long the server's event handlers take, in milliseconds, as the framework measures it.</summary>
    private static MeterListener Answers(ConcurrentBag<double> into)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Name.Contains("handle_event", StringComparison.Ordinal)) listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => into.Add(seconds * 1000));
        listener.Start();
        return listener;
    }

    /// <summary>One click every two seconds or so, as people do who read between clicks.</summary>
    private static async Task<List<double>> Clicks(Screen screen, int editor)
    {
        var took = new List<double>();
        await Task.Delay(editor * 40);
        for (var click = 0; click < ClicksEach; click++)
        {
            var row = 1 + (click % 8);
            took.Add(await Act(screen, $"document.querySelectorAll('tr[data-track]')[{row}].click()", $"document.querySelectorAll('tr[data-track]')[{row}].getAttribute('aria-selected') === 'true'"));
            await Task.Delay(2_000);
        }

        return took;
    }

    private static Task<double> Act(Screen screen, string act, string done) => screen.Page.EvaluateAsync<double>(Timed(act, done));

    private async Task Say(string what, int times, Func<int, Task<double>> act)
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++) took.Add(await act(i));
        took.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {took[took.Count / 2]:F0} ms median, {took[^1]:F0} max"));
    }

    private static async Task Drawn(Screen screen)
    {
        await screen.Page.Locator("tr[data-track]").First.WaitForAsync();
        await screen.Page.Locator("[aria-label=Candidates] .scroll[aria-busy=false]").First.WaitForAsync();
    }

    private static long Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
