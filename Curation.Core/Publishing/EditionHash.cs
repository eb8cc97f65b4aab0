using System.Buffers.Binary;
using System.Security.Cryptography;
using Curation.Core.Playlists;

namespace Curation.Core.Publishing;

/// <summary>
/// Hashes an edition from its lists' hashes. SHA-256 over canonical bytes, all integers 32-bit little-endian: the eight ASCII characters "CUREDTN1"; the revision's id;
/// the 32 bytes of the revision's hash; the policy's version; the 32 bytes of the model's hash, or zeros; the number of lists;
/// then for each list, by ascending listener with the shared list (listener 0) first, the listener's id and the 32 bytes of the list's hash.
/// </summary>
public sealed class EditionHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly int count;
    private int added;
    private int last = -1;

    /// <summary>Starts the hash of an edition of <paramref name="count"/> lists.</summary>
    public EditionHash(ListOrigin origin, int count)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        this.count = count;
        Span<byte> header = stackalloc byte[84];
        "CUREDTN1"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], origin.Revision.Value);
        ListOrigin.WriteHash(origin.RevisionHash, header[12..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[44..], origin.PolicyVersion);
        ListOrigin.WriteHash(origin.ModelHash, header[48..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[80..], count);
        hash.AppendData(header);
    }

    /// <summary>Takes the next list's hash.</summary>
    /// <exception cref="ArgumentException">The listener does not come after the one before, or the hash is not one.</exception>
    public void Add(int listener, ReadOnlySpan<byte> listHash)
    {
        if (listener <= last) throw new ArgumentException($"Lists are hashed in listener order; {listener} came after {last}.", nameof(listener));
        if (listHash.Length != ListOrigin.HashLength) throw new ArgumentException("A list's hash has 32 bytes.", nameof(listHash));
        last = listener;
        added++;
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, listener);
        hash.AppendData(number);
        hash.AppendData(listHash);
    }

    /// <summary>The hash as 64 lower-case hexadecimal digits, once every list was added.</summary>
    public string Finish() => added == count
        ? Convert.ToHexStringLower(hash.GetHashAndReset())
        : throw new InvalidOperationException($"An edition of {count} lists cannot be hashed with {added} of them.");

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
