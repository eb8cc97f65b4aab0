using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Curation.Core.Recommending;

/// <summary>Writes a header and named sections, and hashes what it writes. Without a stream it only adds up how long the sections are.</summary>
internal sealed class SectionWriter(Stream? stream) : IDisposable
{
    private const int Step = 1 << 20;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes of all sections so far.</summary>
    public long Length { get; private set; }

    /// <summary>The header: magic, version, and the length of all sections.</summary>
    public void Begin(ReadOnlySpan<byte> magic, int version, long length)
    {
        Put(magic);
        Put(MemoryMarshal.AsBytes([version]));
        Put(MemoryMarshal.AsBytes([length]));
    }

    /// <summary>A section: four bytes of name, the length of its values, the values.</summary>
    public void Section<T>(ReadOnlySpan<byte> name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var length = (long)values.Length * Unsafe.SizeOf<T>();
        Length += 12 + length;
        Put(name);
        Put(MemoryMarshal.AsBytes([length]));
        while (values.Length > 0 && stream is not null)
        {
            var now = Math.Min(values.Length, Step);
            Put(MemoryMarshal.AsBytes(values[..now]));
            values = values[now..];
        }
    }

    /// <summary>Ends with the hash of everything before it, and returns it as hex.</summary>
    public string End()
    {
        var digest = hash.GetHashAndReset();
        stream?.Write(digest);
        return Convert.ToHexStringLower(digest);
    }

    public void Dispose() => hash.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (stream is null) return;
        hash.AppendData(bytes);
        stream.Write(bytes);
    }
}
