using System.Security.Cryptography;
using System.Text;
using Curation.Core.Auditing.Trail;
using Curation.Core.Playlists;

namespace Curation.Tests.Auditing.Trail;

/// <summary>A log in memory with signed heads, and what an insider could do to it.</summary>
internal sealed class SignedLog : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SignedLog(int entries, int headEvery, int lastHead)
    {
        var previous = AuditEntry.Genesis;
        for (var id = 1; id <= entries; id++)
        {
            Entries.Add(new AuditEntry(id, previous, Start.AddSeconds(id), new PersonId($"person-{id % 7}"), $"noun.verb-{id % 5}", $"playlist:{id % 11}", $"detail {id}: naïve ☃"));
            previous = Entries[^1].Hash;
            if (id <= lastHead && (id % headEvery == 0 || id == lastHead)) Sign(id, HeadKind.Grown);
        }
    }

    public List<AuditEntry> Entries { get; } = [];

    public List<AuditHead> Heads { get; } = [];

    public IReadOnlySet<string> Trusted => new HashSet<string>(StringComparer.Ordinal) { AuditHead.FingerprintOf(Public) };

    private string Public => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public void Sign(long entry, HeadKind kind, string? hash = null)
    {
        var head = new AuditHead(Heads.Count + 1, kind, entry, hash ?? (entry == 0 ? AuditEntry.Genesis : Entries[(int)entry - 1].Hash), Start.AddSeconds(entry), Heads.Count == 0 ? AuditEntry.Genesis : Heads[^1].Hash(), Public, "");
        Heads.Add(Signed(head));
    }

    public AuditHead Signed(AuditHead head) => head with { Signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(head.Statement()), HashAlgorithmName.SHA256)) };

    public void Dispose() => key.Dispose();

    public static TrailCheck Check(IEnumerable<AuditEntry> entries, HeadChain heads)
    {
        var check = new TrailCheck(heads.Standing);
        foreach (var entry in entries)
            if (!check.Take(entry.Bytes())) break;
        check.End();
        return check;
    }

    /// <summary>The same content as another entry, with hashes that fit it.</summary>
    public static AuditEntry Made(long id, string previous, AuditEntry like, string? detail = null) => new(id, previous, like.At, like.By, like.Action, like.Subject, detail ?? like.Detail);

    /// <summary>Entries renumbered and hashed anew from a place on, as one would who knows how the chain is made.</summary>
    public static List<AuditEntry> Rehashed(IReadOnlyList<AuditEntry> entries, int from)
    {
        var made = entries.Take(from).ToList();
        for (var i = from; i < entries.Count; i++) made.Add(Made(i + 1, i == 0 ? AuditEntry.Genesis : made[i - 1].Hash, entries[i]));
        return made;
    }
}
