using System.IO.Compression;
using System.Text;
using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

/// <summary>A folder of its own for the files of one test, and a short way to read them.</summary>
public sealed class ReadingScratch : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("curation-reading-").FullName;

    public List<BadRow> Bad { get; } = [];

    public Reading? Last { get; private set; }

    public string this[string name] => Path.Combine(folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public string WriteZip(string name, params (string Entry, string Text)[] entries)
    {
        using var archive = ZipFile.Open(this[name], ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return this[name];
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public IReadOnlyList<ImportRow> Read(string path, ImportFormat? asked = null, ImportLimits? limits = null, Func<ColumnMapping, ColumnMapping>? change = null)
    {
        limits ??= ImportLimits.Default;
        Bad.Clear();
        var source = ImportSource.At(path, limits);
        var plan = FormatDetector.Detect(source, limits, asked);
        if (change is not null) plan = plan with { Mapping = change(plan.Mapping!) };
        Last = new Reading(limits, Now, Bad.Add);
        var rows = ImportReader.Read(source, plan, Last).ToList();
        Assert.Equal(Last.RowsRead, rows.Sum(row => row.Rows) + Last.Quarantined);
        return rows;
    }

    public string Stops(string path, ImportFormat? asked = null, ImportLimits? limits = null) =>
        Assert.Throws<ImportStoppedException>(() => Read(path, asked, limits)).Message;

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
