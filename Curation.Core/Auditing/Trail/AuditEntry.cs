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

    /// <summary>The hash that this content has, as <see cref="EntryHash"/> defines it.</summary>
    public string ComputeHash()
    {
        Span<byte> hex = stackalloc byte[EntryHash.Digits];
        EntryHash.Of(Bytes(), hex);
        return Encoding.ASCII.GetString(hex);
    }

    /// <summary>The entry as bytes.</summary>
    public EntryBytes Bytes() => new()
    {
        Id = Id,
        At = At.ToUnixTimeMilliseconds(),
        PreviousHash = Encoding.UTF8.GetBytes(PreviousHash),
        By = Encoding.UTF8.GetBytes(By.Value),
        Action = Encoding.UTF8.GetBytes(Action),
        Subject = Encoding.UTF8.GetBytes(Subject),
        Detail = Encoding.UTF8.GetBytes(Detail),
        Hash = Encoding.UTF8.GetBytes(Hash),
    };
}
