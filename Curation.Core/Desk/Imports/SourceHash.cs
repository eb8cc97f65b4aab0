using System.Security.Cryptography;
using System.Text;
using Curation.Core.Importing;

namespace Curation.Core.Desk.Imports;

/// <summary>Names the content of a source: SHA-256 of a file's bytes, or of the names and bytes of a folder's files.</summary>
internal static class SourceHash
{
    public static async Task<string> Of(string path, ImportSource source, CancellationToken cancel)
    {
        if (File.Exists(path))
        {
            await using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in source.Parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part.Name + "\n"));
            await using var file = File.OpenRead(Path.Combine(path, part.Name));
            hash.AppendData(await SHA256.HashDataAsync(file, cancel));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
