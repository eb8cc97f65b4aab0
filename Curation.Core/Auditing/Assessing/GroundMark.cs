using System.Security.Cryptography;
using System.Text.Json;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Makes a mark of lines that come one after another: SHA-256 over each line as a JSON array.</summary>
public sealed class GroundMark : IDisposable
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The mark of these lines.</summary>
    public static string Of(IEnumerable<object?[]> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        using var mark = new GroundMark();
        foreach (var line in lines) mark.Add(line);
        return mark.Done();
    }

    /// <summary>Adds a line.</summary>
    public void Add(params object?[] line)
    {
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(line));
        hash.AppendData(LineEnd);
    }

    /// <summary>The mark of all lines, as 64 hexadecimal digits.</summary>
    public string Done() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
