using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Curation.Core.Playlists;

/// <summary>What a list is made from; equal origins and equal listeners make equal lists.</summary>
/// <param name="Revision">The saved state of the playlist.</param>
/// <param name="RevisionHash">SHA-256 of that state, recipe included, as hexadecimal digits.</param>
/// <param name="PolicyVersion">Version of the policy; 0 before there is one.</param>
/// <param name="ModelHash">SHA-256 of the model as hexadecimal digits; empty where there is none.</param>
public sealed record ListOrigin(RevisionId Revision, string RevisionHash, int PolicyVersion, string ModelHash)
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int HashLength = 32;

    private const int HeaderLength = 8 + 4 + HashLength + 4 + HashLength + 4 + 4;
    private const int LongestOnStack = 1024;

    /// <summary>
    /// SHA-256 over the canonical bytes of one list, all integers 32-bit little-endian:
    /// the eight ASCII characters "CURLIST1"; the revision's id; the 32 bytes of the revision's hash; the policy's version; the 32 bytes of the model's hash, or zeros;
    /// the listener's id, 0 for the shared list; the number of tracks; each track's id in order.
    /// </summary>
    public byte[] HashOf(int listener, ReadOnlySpan<Slot> slots)
    {
        var length = HeaderLength + (slots.Length * 4);
        var rented = length > LongestOnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var bytes = (rented ?? stackalloc byte[LongestOnStack])[..length];
        WriteHeader(bytes, listener, slots.Length);
        for (var i = 0; i < slots.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes[(HeaderLength + (i * 4))..], slots[i].Track.Value);
        var hash = SHA256.HashData(bytes);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>Writes the 32 bytes of a hexadecimal hash; an empty text stands for 32 zeros.</summary>
    public static void WriteHash(string hex, Span<byte> into)
    {
        ArgumentNullException.ThrowIfNull(hex);
        into[..HashLength].Clear();
        if (hex.Length == 0) return;
        if (hex.Length != HashLength * 2) throw new ArgumentException("A hash has 64 hexadecimal digits.", nameof(hex));
        Convert.FromHexString(hex, into, out _, out _);
    }

    private void WriteHeader(Span<byte> bytes, int listener, int count)
    {
        "CURLIST1"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Revision.Value);
        WriteHash(RevisionHash, bytes[12..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[44..], PolicyVersion);
        WriteHash(ModelHash, bytes[48..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[80..], listener);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[84..], count);
    }
}
