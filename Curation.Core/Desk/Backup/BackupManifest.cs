using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Backup;

/// <summary>One file within a backup.</summary>
/// <param name="Name">Name within the archive: the store, or a file in the folder of models.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record BackupPart(string Name, long Length, string Sha256);

/// <summary>What a backup holds; stands in the archive as manifest.json.</summary>
/// <param name="Format">Always "curation-backup".</param>
/// <param name="Version">Version of the archive's layout.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Parts">Every other file of the archive.</param>
public sealed record BackupManifest(string Format, int Version, DateTimeOffset MadeAt, IReadOnlyList<BackupPart> Parts)
{
    internal const string FileName = "manifest.json";
    internal const string FormatName = "curation-backup";
    internal const int CurrentVersion = 2;
    internal const string ModelsFolder = "models/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Bytes of all parts together.</summary>
    public long Length => Parts.Sum(part => part.Length);

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest and refuses one that this version cannot restore.</summary>
    internal static BackupManifest Read(Stream stream)
    {
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(stream, Json);
        }
        catch (JsonException fault)
        {
            throw new RefusedException("The manifest in this file cannot be read, so it is not a sound backup. Nothing was changed.", fault);
        }

        if (manifest is not { Format: FormatName, Parts: not null }) throw new RefusedException("This file is not a backup of Curation. Nothing was changed.");
        if (manifest.Version > CurrentVersion) throw new RefusedException($"This backup has layout {manifest.Version}; this version of Curation reads up to {CurrentVersion}. Nothing was changed. Update Curation first.");
        return manifest;
    }

    /// <summary>Copies a part and returns what was copied, for the manifest or to compare with it.</summary>
    internal static async Task<BackupPart> Copy(string name, Stream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        long length = 0;
        for (var read = await from.ReadAsync(buffer, cancel); read > 0; read = await from.ReadAsync(buffer, cancel))
        {
            hash.AppendData(buffer.AsSpan(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            length += read;
        }

        return new BackupPart(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
