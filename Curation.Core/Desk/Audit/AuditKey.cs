using System.Security.Cryptography;
using System.Text;
using Curation.Core.Auditing.Trail;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Audit;

/// <summary>The key that signs heads of the audit log: ECDSA on P-256, in a file that only its owner may read.</summary>
public sealed class AuditKey(AuditOptions options, DataDirectory data)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Full path of its file.</summary>
    public string Path => options.KeyFile(data);

    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Whether others than its owner may read or change it; false where the system does not say.</summary>
    public bool IsOpenToOthers => !OperatingSystem.IsWindows() && Exists && (File.GetUnixFileMode(Path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None;

    /// <summary>Its fingerprint; null where there is none yet.</summary>
    public string? Fingerprint()
    {
        if (!Exists) return null;
        using var key = Load();
        return AuditHead.FingerprintOf(PublicOf(key));
    }

    /// <summary>Fingerprints of the keys whose signatures count: this one's, and those that the settings name.</summary>
    public IReadOnlySet<string> Trusted() =>
        options.EarlierKeys.Select(key => key.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()).Append(Fingerprint() ?? "").Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>Makes the key where there is none, and says its fingerprint.</summary>
    internal string Ensure()
    {
        if (!Exists) Make().Dispose();
        return Fingerprint()!;
    }

    /// <summary>Signs the head that follows <paramref name="last"/>; makes the key where there is none.</summary>
    internal AuditHead Sign(AuditHead? last, HeadKind kind, long entry, string hash, DateTimeOffset at)
    {
        using var key = Exists ? Load() : Make();
        var head = new AuditHead((last?.Number ?? 0) + 1, kind, entry, hash, DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), last?.Hash() ?? AuditEntry.Genesis, PublicOf(key), "");
        return head with { Signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(head.Statement()), HashAlgorithmName.SHA256)) };
    }

    private ECDsa Load()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(Path));
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new RefusedException($"{Path} is no private key, so heads of the audit log cannot be signed or checked. Put the right file there, or move it away to begin with a new key.", fault);
        }
    }

    private ECDsa Make()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(Path, how);
        file.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        file.Flush(flushToDisk: true);
        return key;
    }

    private static string PublicOf(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
}
