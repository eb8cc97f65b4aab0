using System.Globalization;
using System.Text;

namespace Curation.Core.Auditing.Trail;

/// <summary>Walks the log entry by entry: each must be the next, follow from the one before, have the hash of its content, and be what heads say. Stops at the first fault.</summary>
public sealed class TrailCheck
{
    private readonly IReadOnlyList<AuditHead> heads;
    private readonly byte[] expected = Encoding.ASCII.GetBytes(AuditEntry.Genesis);
    private int next;
    private long agreed;

    /// <summary>Checks against these heads, by ascending entry, as <see cref="HeadChain.Standing"/> has them.</summary>
    public TrailCheck(IReadOnlyList<AuditHead> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        this.heads = heads;
        while (next < heads.Count && heads[next].Entry == 0) next++;
    }

    /// <summary>Entries that hold.</summary>
    public long Entries { get; private set; }

    /// <summary>Hash of the last entry that holds.</summary>
    public string LastHash => Encoding.ASCII.GetString(expected);

    /// <summary>The first fault; null as long as there is none.</summary>
    public TrailFault? Fault { get; private set; }

    /// <summary>Takes the next entry; false once there is a fault.</summary>
    public bool Take(in EntryBytes entry)
    {
        if (Fault is not null) return false;
        var id = Entries + 1;
        if (entry.Id != id) return Found(id, $"Entry {id} is missing; entry {entry.Id} stands in its place.");
        if (!entry.PreviousHash.SequenceEqual(expected)) return Found(id, $"Entry {id} does not follow from the entry before it.");
        Span<byte> hash = stackalloc byte[EntryHash.Digits];
        EntryHash.Of(entry, hash);
        if (!entry.Hash.SequenceEqual(hash)) return Found(id, $"Entry {id} was changed after it was written.");
        hash.CopyTo(expected);
        Entries = id;
        while (next < heads.Count && heads[next].Entry == id)
        {
            var head = heads[next++];
            if (!Matches(head.EntryHash, hash)) return Found(id, $"Entry {id} is not the one that head {head.Number} signed on {head.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC: the log was written anew somewhere from entry {agreed + 1} on.");
            agreed = id;
        }

        return true;
    }

    /// <summary>Says that there are no more entries.</summary>
    public void End()
    {
        if (Fault is not null || next == heads.Count) return;
        var head = heads[^1];
        Found(Entries + 1, $"The log ends with entry {Entries}, but head {head.Number} of {head.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC has seen entries up to {head.Entry}: the end was cut off.");
    }

    private static bool Matches(string signed, ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[EntryHash.Digits];
        return signed.Length == EntryHash.Digits && Encoding.ASCII.GetBytes(signed, bytes) == EntryHash.Digits && hash.SequenceEqual(bytes);
    }

    private bool Found(long entry, FormattableString words)
    {
        Fault = new TrailFault(entry, words.ToString(CultureInfo.InvariantCulture));
        return false;
    }
}
