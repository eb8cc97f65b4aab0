using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Curation.Core.Auditing.Research;

/// <summary>What a bundle is about.</summary>
/// <param name="Title">Title of the published edition.</param>
/// <param name="Edition">Number of the edition.</param>
/// <param name="EditionHash">Its hash.</param>
/// <param name="PublishedOn">The day it went out.</param>
/// <param name="RevisionHash">SHA-256 of the revision it was made from.</param>
/// <param name="ModelHash">SHA-256 of the model; empty where there was none.</param>
/// <param name="PolicyVersion">Version of the policy.</param>
/// <param name="Recipe">The recipe's settings by name.</param>
/// <param name="Lists">Listeners whose lists are counted.</param>
public sealed record BundleConfiguration(
    string Title, int Edition, string EditionHash, DateOnly PublishedOn, string RevisionHash, string ModelHash, int PolicyVersion, ImmutableSortedDictionary<string, string> Recipe, int Lists);

/// <summary>A research bundle: an archive whose metrics can be recomputed from its own counts, and whose files can be checked against its manifest. The same content is the same bytes.</summary>
public static class Bundle
{
    private const string ManifestName = "manifest.json";
    private const string AggregatesName = "aggregates.json";
    private const string MetricsName = "metrics.json";
    private const string ConfigurationName = "configuration.json";
    private const string DatasheetName = "datasheet.md";
    private const long Largest = 32 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly DateTimeOffset NoTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = [AggregatesName, ConfigurationName, DatasheetName, MetricsName];

    /// <summary>The bytes of a bundle.</summary>
    public static byte[] Write(BundleConfiguration configuration, Aggregates aggregates)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(aggregates);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [AggregatesName] = JsonSerializer.SerializeToUtf8Bytes(aggregates, Json),
            [ConfigurationName] = JsonSerializer.SerializeToUtf8Bytes(configuration, Json),
            [MetricsName] = JsonSerializer.SerializeToUtf8Bytes(aggregates.Metrics(), Json),
            [DatasheetName] = Encoding.UTF8.GetBytes(Datasheet.Write(configuration, aggregates)),
        };
        files[ManifestName] = JsonSerializer.SerializeToUtf8Bytes(files.ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value))), Json);
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var into = entry.Open();
                into.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>What is wrong with a bundle, in words; empty where its files match its manifest, its metrics follow from its counts, and nothing hidden in it can be told too closely.</summary>
    public static IReadOnlyList<string> Faults(Stream bundle)
    {
        try
        {
            using var archive = new ZipArchive(bundle, ZipArchiveMode.Read, leaveOpen: true);
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var entry in archive.Entries.Take(Names.Length + 2))
            {
                if (entry.Length > Largest) return [$"{entry.FullName} is larger than a bundle's files are."];
                files[entry.FullName] = Read(entry);
            }

            var faults = Hashes(files);
            return faults.Count > 0 ? faults : Content(files);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            return [$"This is no bundle that can be read: {fault.Message}"];
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (from.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest) throw new InvalidDataException($"{entry.FullName} is larger than a bundle's files are.");
        }

        return bytes.ToArray();
    }

    private static List<string> Hashes(Dictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(ManifestName, out var written)) return ["There is no manifest in it."];
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(written, Json) ?? [];
        var faults = Names.Except(manifest.Keys).Select(name => $"The manifest does not name {name}.").ToList();
        faults.AddRange(files.Keys.Where(name => name != ManifestName && !manifest.ContainsKey(name)).Select(name => $"{name} is not in the manifest."));
        foreach (var (name, hash) in manifest)
        {
            if (!files.TryGetValue(name, out var bytes)) faults.Add($"{name} is missing.");
            else if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash) faults.Add($"{name} is not what the manifest names.");
        }

        return faults;
    }

    private static List<string> Content(Dictionary<string, byte[]> files)
    {
        var aggregates = JsonSerializer.Deserialize<Aggregates>(files[AggregatesName], Json);
        if (aggregates is null || aggregates.Tables.IsDefault || aggregates.Catalogue.IsDefault) return ["The counts cannot be read."];
        var faults = aggregates.Tables.SelectMany(table => table.Faults(aggregates.Minimum)).ToList();
        if (faults.Count > 0) return faults;
        var published = JsonSerializer.Deserialize<BundleMetric[]>(files[MetricsName], Json) ?? [];
        var computed = aggregates.Metrics();
        if (published.Length != computed.Length) faults.Add($"{published.Length} metrics are published, and the counts give {computed.Length}.");
        foreach (var (stated, found) in published.Zip(computed))
        {
            if (stated with { Value = 0 } != found with { Value = 0 } || Math.Abs(stated.Value - found.Value) > 1e-12)
                faults.Add(FormattableString.Invariant($"{stated.Measure} of {stated.Group} ({stated.Dimension}) is stated as {stated.Value}, and the counts give {found.Value} for {found.Measure} of {found.Group}."));
        }

        return faults;
    }
}
