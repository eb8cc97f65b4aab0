using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Trail;

/// <summary>One line of the append-only log of who did what; each carries the hash of the one before it.</summary>
public sealed class AuditEntry
{
    /// <summary>The hash before the first entry: 64 zeros.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry()
    {
    }

    /// <summary>The entry that follows <paramref name="previousHash"/>.</summary>
    public AuditEntry(long id, string previousHash, DateTimeOffset at, PersonId by, string action, string subject, string detail)
    {
        Id = id;
        PreviousHash = previousHash;
        At = at;
        By = by;
        Action = action;
        Subject = subject;
        Detail = detail;
        Hash = ComputeHash();
    }

    /// <summary>Counts from 1 without gaps.</summary>
    public long Id { get; private set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it.</summary>
    public PersonId By { get; private set; }

    /// <summary>What was done, for instance "playlist.submit".</summary>
    public string Action { get; private set; } = "";

    /// <summary>To what, for instance "playlist:42".</summary>
    public string Subject { get; private set; } = "";

    /// <summary>How, in words or JSON.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Hash of the entry before.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>Hash of this entry.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>SHA-256 over the canonical bytes: id and Unix milliseconds as 64-bit little-endian, then each text as 32-bit length and UTF-8, the previous hash first.</summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, Id);
        hash.AppendData(number);
        BinaryPrimitives.WriteInt64LittleEndian(number, At.ToUnixTimeMilliseconds());
        hash.AppendData(number);
        foreach (var text in (ReadOnlySpan<string>)[PreviousHash, By.Value, Action, Subject, Detail])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(number, bytes.Length);
            hash.AppendData(number[..4]);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
