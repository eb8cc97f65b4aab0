using System.Buffers.Binary;
using System.Security.Cryptography;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Publishing;

/// <summary>
/// Packs the slots of a list for the store: one version byte (1); for each slot the track id as 32-bit little-endian, a byte with the provenance in its low and the marks in its high half,
/// and the score as 32-bit float little-endian; then the first four bytes of the SHA-256 of all that.
/// </summary>
public static class SlotCodec
{
    private const byte Version = 1;
    private const int SlotLength = 9;
    private const int CheckLength = 4;

    /// <summary>The packed bytes of the slots.</summary>
    public static byte[] Pack(ReadOnlySpan<Slot> slots)
    {
        var bytes = new byte[1 + (slots.Length * SlotLength) + CheckLength];
        bytes[0] = Version;
        var at = bytes.AsSpan(1);
        foreach (var slot in slots)
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, slot.Track.Value);
            at[4] = (byte)((int)slot.Provenance | ((int)slot.Marks << 4));
            BinaryPrimitives.WriteSingleLittleEndian(at[5..], slot.Score);
            at = at[SlotLength..];
        }

        Check(bytes.AsSpan(..^CheckLength), at);
        return bytes;
    }

    /// <summary>The slots of packed bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was packed.</exception>
    public static Slot[] Unpack(ReadOnlySpan<byte> bytes)
    {
        var body = bytes.Length - 1 - CheckLength;
        if (body < 0 || body % SlotLength != 0) throw new InvalidDataException($"A stored list of {bytes.Length} bytes was cut short or stretched.");
        Span<byte> expected = stackalloc byte[CheckLength];
        Check(bytes[..^CheckLength], expected);
        if (!expected.SequenceEqual(bytes[^CheckLength..])) throw new InvalidDataException("A stored list was changed after it was written.");
        if (bytes[0] != Version) throw new InvalidDataException($"A stored list has format {bytes[0]}, which this version does not know.");
        var slots = new Slot[body / SlotLength];
        for (var i = 0; i < slots.Length; i++) slots[i] = Read(bytes.Slice(1 + (i * SlotLength), SlotLength));
        return slots;
    }

    private static Slot Read(ReadOnlySpan<byte> bytes) => new(
        new TrackId(BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        (Provenance)(bytes[4] & 0xF),
        BinaryPrimitives.ReadSingleLittleEndian(bytes[5..]),
        (SlotMarks)(bytes[4] >> 4));

    private static void Check(ReadOnlySpan<byte> bytes, Span<byte> into)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        hash[..CheckLength].CopyTo(into);
    }
}
