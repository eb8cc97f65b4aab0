using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Benchmarks.Light;

/// <summary>What open editor pages cost the server, without a browser that shares its processors. Run with <c>-class "*LoadBenchmark" -explicit only -showLiveOutput</c>; prints, asserts no time.</summary>
public sealed class LoadBenchmark(LargeWorkbench workbench, ITestOutputHelper output) : IClassFixture<LargeWorkbench>
{
    private const int Editors = 50;
    private const int ClicksEach = 12;

    [Theory(Explicit = true)]
    [InlineData(60)]
    [InlineData(LargeWorkbench.Pool)]
    public async Task Memory_of_a_circuit(int pool)
    {
        const int warm = 12, pages = 24;
        var playlists = new List<PlaylistId>();
        for (var i = 0; i < warm + pages; i++) playlists.Add(await workbench.MakePlaylist($"Light memory {pool} {i}", pool));
        var open = new List<LightPage>();

        // The first pages fill the buffers that all pages borrow from.
        for (var i = 0; i < warm; i++) open.Add(await Open(i, playlists[i]));
        var before = Used();
        for (var i = warm; i < warm + pages; i++) open.Add(await Open(i, playlists[i]));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server memory a circuit, pool of {pool}: {(Used() - before) / 1048576.0 / pages:F2} MiB; {open[^1].Rows.Count} rows and {open[^1].Candidates} candidates drawn in {open[^1].Batches} batches of together {open[^1].Drawn / 1024} KiB"));
        foreach (var page in open) await page.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task Fifty_editors_at_once()
    {
        var open = new List<LightPage>();
        for (var i = 0; i < Editors; i++) open.Add(await Open(i, await workbench.MakePlaylist($"Light editor {i}", 60)));
        var processor = System.Environment.CpuUsage.TotalTime;
        var drawn = open.Sum(page => page.Drawn);
        var took = (await Task.WhenAll(open.Select((page, i) => Clicks(page, i)))).SelectMany(clicks => clicks).Order().ToList();
        var spent = (System.Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / took.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Editors} editors, {took.Count} clicks on a row: {Spread(took)}; processor {spent:F1} ms and {(open.Sum(page => page.Drawn) - drawn) / 1024.0 / took.Count:F1} KiB drawn a click, the pages' own share included"));
        foreach (var page in open) await page.DisposeAsync();
    }

    /// <summary>One click every two seconds, as people do who read between clicks.</summary>
    private static async Task<List<double>> Clicks(LightPage page, int editor)
    {
        var took = new List<double>();
        await Task.Delay(editor * 40);
        for (var click = 0; click < ClicksEach; click++)
        {
            took.Add(await page.Click(page.Rows[1 + (click % 8)]));
            await Task.Delay(2_000);
        }

        return took;
    }

    private static string Spread(List<double> sorted) => string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2]:F1} ms median, {sorted[(int)(sorted.Count * .95)]:F1} p95, {sorted[^1]:F1} max");

    private async Task<LightPage> Open(int number, PlaylistId playlist)
    {
        var email = $"number.{number}.{WorkbenchServer.EmailOf(Roles.Editor)}";
        if (!workbench.Knows(email)) await workbench.Invite(Roles.Editor, email);
        return await LightPage.Open(workbench, email, $"/playlists/{playlist}");
    }

    private static long Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
