using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Curation.Core.Auditing.Trail;

/// <summary>Why a head was written.</summary>
public enum HeadKind
{
    /// <summary>The log has grown.</summary>
    Grown,

    /// <summary>A backup took the place of the store, and the log goes on from where the backup ends.</summary>
    Restored,
}

/// <summary>A signed statement, kept outside the store, of what the log ended with at one time. Heads follow from one another as entries do.</summary>
/// <param name="Number">Place among the heads, from 1.</param>
/// <param name="Kind">Why it was written.</param>
/// <param name="Entry">The last entry of the log then; 0 where it was empty.</param>
/// <param name="EntryHash">That entry's hash.</param>
/// <param name="At">When it was written.</param>
/// <param name="Previous">Hash of the head before; <see cref="AuditEntry.Genesis"/> for the first.</param>
/// <param name="Key">Public key of who signed, as SubjectPublicKeyInfo in base 64 (ECDSA on P-256).</param>
/// <param name="Signature">Signature over <see cref="Statement"/> with SHA-256, as r and s of 32 bytes each, in base 64.</param>
public sealed record AuditHead(long Number, HeadKind Kind, long Entry, string EntryHash, DateTimeOffset At, string Previous, string Key, string Signature)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What is signed: the lines of this text in UTF-8.</summary>
    public string Statement() => string.Create(
        CultureInfo.InvariantCulture,
        $"curation audit head 1\n{Number}\n{Kind}\n{Entry}\n{EntryHash}\n{At.ToUnixTimeMilliseconds()}\n{Previous}\n{Fingerprint()}\n");

    /// <summary>SHA-256 over statement and signature, which the next head names.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Statement() + Signature)));

    /// <summary>SHA-256 of the public key: what people note down and compare.</summary>
    public string Fingerprint() => FingerprintOf(Key);

    /// <summary>The fingerprint of a public key in base 64.</summary>
    public static string FingerprintOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    /// <summary>Whether the signature is that of the key which the head names.</summary>
    public bool IsSigned()
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Key), out _);
            return key.VerifyData(Encoding.UTF8.GetBytes(Statement()), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The head as one line of a file, without its end.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a line; null where it is no head.</summary>
    public static AuditHead? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditHead>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
