using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Curation.Core.Auditing.Trail;

/// <summary>The hash of one entry: SHA-256 over id and Unix milliseconds as 64-bit little-endian, then previous hash, person, action, subject and detail, each as a 32-bit length and its UTF-8.</summary>
public static class EntryHash
{
    /// <summary>Length of a hash in hexadecimal digits.</summary>
    public const int Digits = 64;

    private const int Few = 1_024;

    /// <summary>Writes the hash of an entry as lower-case hexadecimal in UTF-8; the hash that the entry carries has no part in it.</summary>
    public static void Of(in EntryBytes entry, Span<byte> hex)
    {
        var length = 16 + 20 + entry.PreviousHash.Length + entry.By.Length + entry.Action.Length + entry.Subject.Length + entry.Detail.Length;
        byte[]? rented = null;
        var bytes = length <= Few ? stackalloc byte[Few] : rented = ArrayPool<byte>.Shared.Rent(length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, entry.Id);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], entry.At);
        var rest = bytes[16..];
        Put(entry.PreviousHash, ref rest);
        Put(entry.By, ref rest);
        Put(entry.Action, ref rest);
        Put(entry.Subject, ref rest);
        Put(entry.Detail, ref rest);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        Convert.TryToHexStringLower(hash, hex, out _);
    }

    private static void Put(ReadOnlySpan<byte> text, ref Span<byte> rest)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, text.Length);
        text.CopyTo(rest[4..]);
        rest = rest[(4 + text.Length)..];
    }
}
