using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Curation.Core.Recommending;

/// <summary>Reads named sections in the order in which they were written, and never more than is there.</summary>
internal sealed class SectionReader(Stream stream)
{
    /// <summary>Whether the next <paramref name="length"/> bytes have the hash that follows them.</summary>
    public static bool HashMatches(Stream stream, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        while (length > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0) return false;
            hash.AppendData(buffer, 0, read);
            length -= read;
        }

        Span<byte> stored = stackalloc byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(stored);
        return stored.SequenceEqual(hash.GetHashAndReset());
    }

    public void Skip(int bytes) => stream.Position += bytes;

    /// <summary>The values of the next section, which has this name and, where given, this many values.</summary>
    public T[] Section<T>(ReadOnlySpan<byte> name, int? expected = null)
        where T : unmanaged
    {
        var length = Open(name);
        if (length % Unsafe.SizeOf<T>() != 0 || length / Unsafe.SizeOf<T>() > Array.MaxLength) throw Wrong(name, length);
        var values = new T[length / Unsafe.SizeOf<T>()];
        if (expected is { } count && count != values.Length) throw Wrong(name, length);
        Fill<T>(values);
        return values;
    }

    /// <summary>Fills <paramref name="values"/> with the next section, which has this name and exactly their length.</summary>
    public void SectionInto<T>(ReadOnlySpan<byte> name, Span<T> values)
        where T : unmanaged
    {
        var length = Open(name);
        if (length != (long)values.Length * Unsafe.SizeOf<T>()) throw Wrong(name, length);
        Fill(values);
    }

    private long Open(ReadOnlySpan<byte> name)
    {
        Span<byte> header = stackalloc byte[12];
        stream.ReadExactly(header);
        var length = BitConverter.ToInt64(header[4..]);
        if (!header[..4].SequenceEqual(name) || length < 0 || length > stream.Length - stream.Position) throw Wrong(name, length);
        return length;
    }

    private void Fill<T>(Span<T> values)
        where T : unmanaged
    {
        const int step = 1 << 20;
        for (var first = 0; first < values.Length; first += step)
            stream.ReadExactly(MemoryMarshal.AsBytes(values.Slice(first, Math.Min(step, values.Length - first))));
    }

    private static InvalidDataException Wrong(ReadOnlySpan<byte> name, long length) =>
        new($"section {Encoding.ASCII.GetString(name)} is not where it should be or has {length} bytes");
}
