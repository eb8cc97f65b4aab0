using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Curation.Core.Auditing.Research;
using Curation.Web.Commands;
using Xunit;

namespace Curation.Tests.Auditing.Research;

public sealed class BundleTests
{
    private static readonly Aggregates Counted = new(
        10,
        [Suppression.Publish(Tables.Of(new[,] { { 2, 30, 40 }, { 25, 12, 60 }, { 50, 70, 80 } }, 10), 10)!],
        [new CatalogueCount("group", "r0", 100), new CatalogueCount("group", "r1", 300), new CatalogueCount("group", "r2", 400)]);

    private static readonly BundleConfiguration Configuration = new("Night Drive", 1, new string('e', 64), new DateOnly(2026, 5, 4), new string('f', 64), "", 0, ImmutableSortedDictionary<string, string>.Empty.Add("tracks in a list", "10"), 369);

    [Fact]
    public void Metrics_follow_from_the_counts()
    {
        var metrics = Counted.Metrics();
        Assert.Equal(72 / 369.0, Of("share", "r0").Value, 12);
        Assert.Equal(100 / 800.0, Of("catalogue-share", "r0").Value, 12);
        Assert.Equal(Math.Log2(72 / 369.0 / 0.125), Of("amplification", "r0").Value, 12);
        Assert.Equal(80 / 180.0, Assert.Single(metrics, metric => metric is { Group: "r2", ListenerGroup: "c2" }).Value, 12);
        Assert.DoesNotContain(metrics, metric => metric is { Group: "r0", ListenerGroup: "c0" });
        BundleMetric Of(string measure, string group) => Assert.Single(metrics, metric => metric.Measure == measure && metric.Group == group && metric.Listeners.Length == 0);
    }

    [Fact]
    public async Task A_bundle_verifies_and_the_same_content_is_the_same_bytes()
    {
        var bytes = Bundle.Write(Configuration, Counted);
        Assert.Equal(bytes, Bundle.Write(Configuration, Counted));
        Assert.Empty(Bundle.Faults(new MemoryStream(bytes)));
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes);
        var output = new StringWriter();
        Assert.Equal(0, await VerifyBundleCommand.Run(new FileInfo(file), output, TextWriter.Null, CancellationToken.None));
        Assert.Contains("The bundle verifies", output.ToString(), StringComparison.Ordinal);
        File.Delete(file);
        Assert.Equal(1, await VerifyBundleCommand.Run(new FileInfo(file), TextWriter.Null, TextWriter.Null, CancellationToken.None));
    }

    [Theory, InlineData("aggregates.json"), InlineData("metrics.json"), InlineData("configuration.json"), InlineData("datasheet.md")]
    public void A_file_that_was_changed_or_taken_out_is_found(string name)
    {
        Assert.Equal([$"{name} is not what the manifest names."], Faults(files => files[name] = [.. files[name], (byte)' ']));
        Assert.Equal([$"{name} is missing."], Faults(files => files.Remove(name)));
    }

    [Fact]
    public void A_file_that_was_put_in_and_a_manifest_that_is_gone_are_found()
    {
        Assert.Equal(["more.txt is not in the manifest."], Faults(files => files["more.txt"] = [1]));
        Assert.Equal(["There is no manifest in it."], Faults(files => files.Remove("manifest.json")));
        Assert.Contains("no bundle that can be read", Assert.Single(Bundle.Faults(new MemoryStream([1, 2, 3]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_does_not_follow_from_the_counts_is_found_even_under_a_new_manifest()
    {
        var faults = Faults(files => Replace(files, "metrics.json", "0.19512195121951", "0.25512195121951"), hashAnew: true);
        Assert.Contains("share of r0 (group) is stated as 0.255", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_was_uncovered_is_found_even_under_a_new_manifest()
    {
        var faults = Faults(files => Replace(files, "aggregates.json", "null,", "25,"), hashAnew: true);
        Assert.NotEmpty(faults);
    }

    [Fact]
    public void The_data_sheet_says_what_was_hidden_and_what_it_is_not_fit_for()
    {
        var sheet = Datasheet.Write(Configuration, Counted);
        Assert.Contains("group by listeners: 3 x 3 cells of places in lists, 369 in all, 4 hidden", sheet, StringComparison.Ordinal);
        Assert.Contains("a band has no gender of its own and counts as \"unknown\"", sheet, StringComparison.Ordinal);
        foreach (var section in (string[])["Motivation", "Composition", "Collection", "Preprocessing", "Uses", "Distribution"]) Assert.Contains($"## {section}\n", sheet, StringComparison.Ordinal);
    }

    private static void Replace(Dictionary<string, byte[]> files, string name, string what, string with)
    {
        var text = Encoding.UTF8.GetString(files[name]);
        var at = text.IndexOf(what, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        files[name] = Encoding.UTF8.GetBytes(text[..at] + with + text[(at + what.Length)..]);
    }

    private static IReadOnlyList<string> Faults(Action<Dictionary<string, byte[]>> change, bool hashAnew = false)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using (var archive = new ZipArchive(new MemoryStream(Bundle.Write(Configuration, Counted)), ZipArchiveMode.Read))
        {
            foreach (var entry in archive.Entries)
            {
                using var bytes = new MemoryStream();
                using var from = entry.Open();
                from.CopyTo(bytes);
                files[entry.FullName] = bytes.ToArray();
            }
        }

        change(files);
        if (hashAnew) files["manifest.json"] = JsonSerializer.SerializeToUtf8Bytes(files.Where(file => file.Key != "manifest.json").ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value))));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var into = archive.CreateEntry(name).Open();
                into.Write(bytes);
            }
        }

        stream.Position = 0;
        return Bundle.Faults(stream);
    }
}
