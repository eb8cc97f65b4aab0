using System.Text;
using Curation.Core.Matching;

namespace Curation.Core.Importing.Lists;

/// <summary>Reads a pasted text or a file as a list of tracks; what it is, is told from what is in it.</summary>
public static class ListReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="ImportStoppedException">It is too large, or is broken.</exception>
    public static GivenList Read(string name, byte[] bytes, string? ownAddress = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > GivenList.MostBytes) throw new ImportStoppedException($"{name}: a list may have {GivenList.MostBytes >> 20} MiB at most; nothing was read.");
        return Read(name, Text(name, bytes), ownAddress);
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="ImportStoppedException">It is broken, or holds too many tracks.</exception>
    public static GivenList Read(string name, string text, string? ownAddress = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var list = Parse(name, text.TrimStart('\uFEFF'), ownAddress);
        return list.Tracks.Count <= GivenList.MostTracks
            ? list
            : throw new ImportStoppedException($"{name}: holds {list.Tracks.Count} tracks, and a pool holds {GivenList.MostTracks} at most; nothing was read.");
    }

    private static GivenList Parse(string name, string text, string? ownAddress)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("{")) return JspfList.Read(name, text, ownAddress);
        if (start.StartsWith("<")) return XspfList.Read(name, text, ownAddress);
        if (start.StartsWith("#EXTM3U", StringComparison.OrdinalIgnoreCase) || start.StartsWith("#EXTINF", StringComparison.OrdinalIgnoreCase) || NamedM3u(name)) return M3uList.Read(text, ownAddress);
        return CsvList.Read(text, ownAddress) ?? PlainList.Read(text, ownAddress);
    }

    /// <summary>A bare M3U is a list of paths and looks like nothing, so there the name counts.</summary>
    private static bool NamedM3u(string name) => Path.GetExtension(name) is var ending && (ending.Equals(".m3u", StringComparison.OrdinalIgnoreCase) || ending.Equals(".m3u8", StringComparison.OrdinalIgnoreCase));

    /// <summary>UTF-8 or UTF-16 by its mark, else UTF-8 where it is valid, else Latin-1, as old players write.</summary>
    private static string Text(string name, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        if (Array.IndexOf(bytes, (byte)0) is >= 0 and var nul) throw new ImportStoppedException($"{name}: is no text file (byte {nul + 1} is NUL).");
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
