using System.IO.Compression;
using System.Text;

namespace Curation.Core.Importing;

/// <summary>How a file is packed, told by its first bytes.</summary>
internal enum Packing
{
    None,
    Gzip,
    Zip,
}

/// <summary>Opens plain, gzip and zip files, one level deep, and hands on UTF-8.</summary>
internal static class Unpacking
{
    public static Packing KindOf(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return KindOf(head[..file.ReadAtLeast(head, 4, throwOnEndOfStream: false)]);
    }

    public static SourcePart PartOfFile(string path, string name, ImportLimits limits) =>
        new(name, new FileInfo(path).Length, reading =>
        {
            var packing = KindOf(path);
            var file = new MeteredStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan), reading);
            return packing switch
            {
                Packing.Zip => throw Nested(name, file),
                Packing.Gzip => AsUtf8(Unpacked(name, new BoundedStream(name, new GZipStream(file, CompressionMode.Decompress), () => file.Count, limits, null))),
                _ => AsUtf8(new Peeked(file)),
            };
        });

    public static IReadOnlyList<SourcePart> PartsOfZip(string path, string name, ImportLimits limits)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > limits.Parts) throw new ImportStoppedException($"{name}: the archive holds more than {limits.Parts} files.");
            var parts = archive.Entries.Where(entry => entry.Name.Length > 0)
                .Select(entry => new SourcePart(entry.FullName.Replace('\\', '/'), entry.CompressedLength, reading => OpenEntry(path, name, entry.FullName, limits, reading)))
                .OrderBy(part => part.Name, StringComparer.Ordinal)
                .ToList();
            return parts.Count > 0 ? parts : throw new ImportStoppedException($"{name}: the archive holds no files.");
        }
        catch (InvalidDataException damage)
        {
            throw new ImportStoppedException($"{name}: the zip archive is damaged or cut off; its list of files cannot be read.", damage);
        }
    }

    private static Stream OpenEntry(string path, string name, string entryName, ImportLimits limits, Reading? reading)
    {
        var archive = ZipFile.OpenRead(path);
        var entry = archive.GetEntry(entryName) ?? throw new ImportStoppedException($"{name}: {entryName} is no longer in the archive.");
        var before = reading?.BytesRead ?? 0;
        var bounded = new BoundedStream($"{name}/{entryName}", entry.Open(), () => Math.Max(entry.CompressedLength, 1), limits, archive);
        if (reading is not null) reading.BytesRead = before + entry.CompressedLength;
        return AsUtf8(Unpacked($"{name}/{entryName}", bounded));
    }

    private static Packing KindOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x1f, 0x8b, ..] => Packing.Gzip,
        [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6] => Packing.Zip,
        _ => Packing.None,
    };

    private static Peeked Unpacked(string name, Stream stream)
    {
        var peeked = new Peeked(stream);
        return KindOf(peeked.Head) == Packing.None ? peeked : throw Nested(name, peeked);
    }

    private static ImportStoppedException Nested(string name, Stream stream)
    {
        stream.Dispose();
        return new ImportStoppedException($"{name}: an archive inside an archive or folder is not opened; unpack it first.");
    }

    private static Stream AsUtf8(Peeked stream) => stream.Head switch
    {
        [0xff, 0xfe, ..] => Encoding.CreateTranscodingStream(stream, Encoding.Unicode, Encoding.UTF8),
        [0xfe, 0xff, ..] => Encoding.CreateTranscodingStream(stream, Encoding.BigEndianUnicode, Encoding.UTF8),
        _ => stream,
    };
}
