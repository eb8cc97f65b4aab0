namespace Curation.Core.Importing;

/// <summary>What stands at the current place of a feed.</summary>
internal enum LineState
{
    Whole,
    TooLong,
    None,
}

/// <summary>A window over a stream that never holds more than one row; lines end with LF, CRLF or a lone CR.</summary>
internal sealed class ByteFeed : IDisposable
{
    private const int Usual = 128 << 10;
    private readonly Stream stream;
    private readonly int cap;
    private byte[] buffer;
    private int start;
    private int end;
    private bool ended;

    public ByteFeed(Stream stream, int cap)
    {
        this.stream = stream;
        this.cap = cap;
        buffer = new byte[Math.Min(Usual, cap + 2)];
        while (end < 3 && More())
        {
        }

        if (Window.StartsWith("\uFEFF"u8)) start += 3;
    }

    /// <summary>Line at the start of the window, from 1.</summary>
    public long Line { get; private set; } = 1;

    public ReadOnlySpan<byte> Window => buffer.AsSpan(start, end - start);

    /// <summary>Makes the window longer; false at the end of the stream or at the cap.</summary>
    public bool More()
    {
        if (ended) return false;
        if (end == buffer.Length && !MakeRoom()) return false;
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
        return read > 0;
    }

    /// <summary>Finds the end of the line that <paramref name="from"/> is in: where its text ends, and where the next line starts.</summary>
    public LineState FindLineEnd(int from, out int textEnd, out int next)
    {
        while (true)
        {
            var window = Window;
            var found = window[from..].IndexOfAny((byte)'\n', (byte)'\r');
            if (found >= 0)
            {
                textEnd = from + found;
                next = textEnd + 1;
                if (window[textEnd] == '\n') return Fits(textEnd);
                if (next == window.Length && More()) continue;
                if (next < Window.Length && Window[next] == '\n') next++;
                return Fits(textEnd);
            }

            from = window.Length;
            if (More()) continue;
            textEnd = next = Window.Length;
            if (!ended) return LineState.TooLong;
            return textEnd == 0 ? LineState.None : Fits(textEnd);
        }
    }

    /// <summary>Goes on to what stands <paramref name="count"/> bytes further, <paramref name="lines"/> lines on.</summary>
    public void Advance(int count, int lines)
    {
        start += count;
        Line += lines;
    }

    /// <summary>Throws the current line away, however long it is.</summary>
    public void SkipLine()
    {
        while (true)
        {
            var state = FindLineEnd(0, out _, out var next);
            start += next;
            if (state == LineState.TooLong && next > 0 && !EndsLine()) continue;
            Line++;
            return;
        }
    }

    public void Dispose() => stream.Dispose();

    private bool EndsLine() => buffer[start - 1] is (byte)'\n' or (byte)'\r';

    private LineState Fits(int length) => length > cap ? LineState.TooLong : LineState.Whole;

    private bool MakeRoom()
    {
        if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
            return true;
        }

        if (buffer.Length >= cap + 2) return false;
        Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, cap + 2L));
        return true;
    }
}
