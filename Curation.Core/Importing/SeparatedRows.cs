using System.Text.Unicode;

namespace Curation.Core.Importing;

/// <summary>How columns are written in a file.</summary>
/// <param name="Separator">The byte between two columns.</param>
/// <param name="Quoted">Whether a column may stand in quotes, as RFC 4180 has it.</param>
/// <param name="OldText">Whether a row that is not UTF-8 is let through, to be read as ISO-8859-1.</param>
internal readonly record struct Separation(byte Separator, bool Quoted, bool OldText = false)
{
    /// <summary>Whole lines: no byte of a text separates.</summary>
    public static Separation Lines { get; } = new(0, Quoted: false);

    /// <summary>Columns by tabs in which a quote is a letter.</summary>
    public static Separation Tabs { get; } = new((byte)'\t', Quoted: false);
}

/// <summary>Rows of separated columns, held to RFC 4180, one at a time and in place.</summary>
/// <remarks>
/// Written for untrusted files: a row that breaks the rules costs that line alone, since reading goes on at the next line even after a quote that
/// never closes; rows are bounded in bytes; and bytes that are no UTF-8 are seen. Readers over characters lose the second and the third.
/// </remarks>
internal sealed class SeparatedRows(ByteFeed feed, Separation separation, ImportLimits limits) : IDisposable
{
    private const byte Quote = (byte)'"';
    private readonly int[] starts = new int[limits.Columns];
    private readonly int[] lengths = new int[limits.Columns];
    private readonly bool[] doubled = new bool[limits.Columns];
    private byte[] scratch = new byte[256];
    private int advance;
    private int lines;
    private int rawLength;
    private bool overlong;

    /// <summary>Columns of the current row.</summary>
    public int Count { get; private set; }

    /// <summary>Line on which the current row starts.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the current row; null where it is well formed.</summary>
    public string? Problem { get; private set; }

    /// <summary>The current row as it stands in the file.</summary>
    public ReadOnlySpan<byte> Raw => feed.Window[..rawLength];

    /// <summary>A column of the current row, valid until the next call.</summary>
    public ReadOnlySpan<byte> this[int column] =>
        doubled[column] ? Undoubled(feed.Window.Slice(starts[column], lengths[column])) : feed.Window.Slice(starts[column], lengths[column]);

    /// <summary>Goes on to the next row that is not empty; <paramref name="expected"/> columns, or any number where it is 0.</summary>
    public bool Next(int expected)
    {
        while (true)
        {
            if (overlong) feed.SkipLine();
            else feed.Advance(advance, lines);
            overlong = false;
            advance = lines = rawLength = Count = 0;
            Problem = null;
            Line = feed.Line;
            var state = feed.FindLineEnd(0, out var textEnd, out var next);
            if (state == LineState.None) return false;
            if (state == LineState.TooLong) return TooLong();
            Ends(textEnd, next, 1);
            if (textEnd == 0) continue;
            if (!separation.Quoted || feed.Window[..textEnd].IndexOf(Quote) < 0) Split(textEnd);
            else Parse(textEnd, next, expected);
            Check(expected);
            return true;
        }
    }

    public void Dispose() => feed.Dispose();

    private void Ends(int textEnd, int next, int lineCount)
    {
        rawLength = textEnd;
        advance = next;
        lines = lineCount;
    }

    private bool TooLong()
    {
        Problem = $"the row is longer than {limits.RowBytes} bytes";
        rawLength = Math.Min(feed.Window.Length, 1024);
        overlong = true;
        return true;
    }

    private void Split(int textEnd)
    {
        var row = feed.Window[..textEnd];
        var from = 0;
        while (true)
        {
            var length = row[from..].IndexOf(separation.Separator);
            if (!Add(from, length < 0 ? textEnd - from : length, hasDoubled: false) || length < 0) return;
            from += length + 1;
        }
    }

    private void Parse(int firstEnd, int firstNext, int expected)
    {
        if (TryParse(firstEnd, firstNext)) return;
        var problem = Problem;
        Count = 0;
        Problem = null;
        Ends(firstEnd, firstNext, 1);

        // In tab-separated files quotes are mostly letters: where the plain columns come out right, they are.
        if (separation.Separator == '\t') Split(firstEnd);
        if (Count == 0 || (expected > 0 && Count != expected) || Problem is not null) Problem = problem;
    }

    private bool TryParse(int textEnd, int next)
    {
        var from = 0;
        while (true)
        {
            if (from < textEnd && feed.Window[from] == Quote)
            {
                if (!QuotedColumn(ref from, ref textEnd, ref next)) return false;
            }
            else
            {
                var length = feed.Window[from..textEnd].IndexOf(separation.Separator);
                if (!Add(from, length < 0 ? textEnd - from : length, hasDoubled: false)) return false;
                from = length < 0 ? textEnd : from + length;
            }

            if (from == textEnd) return true;
            from++;
        }
    }

    private bool QuotedColumn(ref int from, ref int textEnd, ref int next)
    {
        var open = from + 1;
        var at = open;
        var hasDoubled = false;
        while (true)
        {
            var found = feed.Window[at..textEnd].IndexOf(Quote);
            if (found < 0)
            {
                if (feed.FindLineEnd(next, out textEnd, out var following) != LineState.Whole || following == next) return Wrong("a quote opens and never closes");
                at = next;
                next = following;
                Ends(textEnd, next, lines + 1);
                continue;
            }

            var close = at + found;
            at = close + 1;
            if (at < textEnd && feed.Window[at] == Quote)
            {
                hasDoubled = true;
                at++;
                continue;
            }

            from = at;
            if (at < textEnd && feed.Window[at] != separation.Separator) return Wrong("there is text after a closing quote");
            return Add(open, close - open, hasDoubled);
        }
    }

    private bool Add(int from, int length, bool hasDoubled)
    {
        if (Count == starts.Length) return Wrong($"the row has more than {starts.Length} columns");
        starts[Count] = from;
        lengths[Count] = length;
        doubled[Count++] = hasDoubled;
        return true;
    }

    private void Check(int expected)
    {
        if (Problem is not null) return;
        if (!separation.OldText && !Utf8.IsValid(Raw)) Problem = "the row is not UTF-8 text";
        else if (Raw.IndexOf((byte)0) >= 0) Problem = "the row holds a NUL byte";
        else if (expected > 0 && Count != expected) Problem = $"the row has {Count} columns where the header has {expected}";
    }

    private bool Wrong(string problem)
    {
        Problem = problem;
        return false;
    }

    private ReadOnlySpan<byte> Undoubled(ReadOnlySpan<byte> text)
    {
        if (scratch.Length < text.Length) scratch = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            scratch[length++] = text[i];
            if (text[i] == Quote) i++;
        }

        return scratch.AsSpan(0, length);
    }
}
