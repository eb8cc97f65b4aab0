using System.Text;

namespace Curation.Core.Evaluating;

/// <summary>Reads lines of UTF-8 that end in LF, CRLF or CR, holding one line at a time and none beyond a limit.</summary>
internal sealed class LineReader(Stream stream, int longest = 64 << 20)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] chunk = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private char[] text = new char[1 << 12];
    private int at;
    private int end;
    private bool skipLineFeed;

    /// <summary>Number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Why the line that was read last cannot be used; null where it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>The line that was read last, without its end.</summary>
    public ReadOnlySpan<char> Line => text.AsSpan(0, characters);

    private int characters;

    /// <summary>Reads on; false at the end of the file.</summary>
    public bool Next()
    {
        var length = 0L;
        var any = false;
        while (at < end || Fill())
        {
            any = true;
            if (skipLineFeed && chunk[at] == '\n') at++;
            skipLineFeed = false;
            var rest = chunk.AsSpan(at, end - at);
            var stop = rest.IndexOfAny((byte)'\n', (byte)'\r');
            Append(stop < 0 ? rest : rest[..stop], ref length);
            at = stop < 0 ? end : at + stop + 1;
            if (stop < 0) continue;
            skipLineFeed = rest[stop] == '\r';
            return Finish(length);
        }

        return any && length > 0 && Finish(length);
    }

    private bool Fill()
    {
        at = 0;
        end = stream.Read(chunk);
        return end > 0;
    }

    private void Append(ReadOnlySpan<byte> bytes, ref long length)
    {
        if (length + bytes.Length <= longest)
        {
            if (length + bytes.Length > line.Length) Array.Resize(ref line, (int)Math.Min(longest, Math.Max(line.Length * 2L, length + bytes.Length)));
            bytes.CopyTo(line.AsSpan((int)length));
        }

        length += bytes.Length;
    }

    private bool Finish(long length)
    {
        Number++;
        characters = 0;
        Problem = null;
        if (length > longest) Problem = $"the line is longer than {longest >> 20} MiB";
        else Decode(line.AsSpan(0, (int)length));
        return true;
    }

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        if (Number == 1 && bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (text.Length < bytes.Length) text = new char[bytes.Length];
        if (bytes.Contains((byte)0)) Problem = "the line holds NUL bytes; this is not a text file";
        else if (!System.Text.Unicode.Utf8.IsValid(bytes)) Problem = "the line is not valid UTF-8";
        else characters = Strict.GetChars(bytes, text);
    }
}
