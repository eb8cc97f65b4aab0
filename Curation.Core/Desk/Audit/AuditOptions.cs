using Curation.Core.Storage;

namespace Curation.Core.Desk.Audit;

/// <summary>Where the audit log's signing key and signed heads are.</summary>
public sealed record AuditOptions
{
    /// <summary>Full path of the private key; null for "audit-key.pem" in the data directory. Keep it elsewhere, and who holds only the data directory cannot sign. Default null.</summary>
    public string? Key { get; init; }

    /// <summary>Full path of the file of heads; null for "audit-heads.jsonl" in the data directory. Default null.</summary>
    public string? Heads { get; init; }

    /// <summary>Fingerprints of keys with which this workbench signed before; heads by any other key are a fault. Default none.</summary>
    public IReadOnlyList<string> EarlierKeys { get; init; } = [];

    /// <summary>A head is written at every so many entries. Default 100.</summary>
    public int EveryEntries { get; init; } = 100;

    /// <summary>And so long after an entry that no head has seen. Default one minute.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    internal string KeyFile(DataDirectory data) => Key ?? Path.Combine(data.Path, "audit-key.pem");

    internal string HeadsFile(DataDirectory data) => Heads ?? Path.Combine(data.Path, HeadsName);

    internal const string HeadsName = "audit-heads.jsonl";
}
