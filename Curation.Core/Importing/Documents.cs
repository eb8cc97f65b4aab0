using System.Text.Json;

namespace Curation.Core.Importing;

/// <summary>Reads documents that have to be held whole, under a cap.</summary>
internal static class Documents
{
    public static byte[] ReadWhole(string name, Stream stream, int most)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 << 10];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (whole.Length + read > most) throw new ImportStoppedException($"{name}: the document is longer than {most} bytes.");
            whole.Write(buffer, 0, read);
        }

        var bytes = whole.ToArray();
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    public static JsonDocument Parse(string name, byte[] bytes, ImportLimits limits)
    {
        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = limits.JsonDepth });
        }
        catch (JsonException broken)
        {
            throw Broken(name, broken);
        }
    }

    public static ImportStoppedException Broken(string name, JsonException broken) =>
        new($"{name}, line {broken.LineNumber + 1}: the document is no JSON that can be read.", broken);
}
