using System.Text;
using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class BadFilesTests : IDisposable
{
    private readonly ReadingScratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void An_empty_file_says_so()
    {
        Assert.Equal("empty.csv: the file is empty.", scratch.Stops(scratch.Write("empty.csv", "")));
        Assert.Equal("blank.csv: the file is empty.", scratch.Stops(scratch.Write("blank.csv", "\n\n\r\n")));
        Assert.Equal("packed.csv.gz: the file is empty.", scratch.Stops(scratch.Write("packed.csv.gz", ReadingScratch.Gzip([]))));
    }

    [Fact]
    public void A_path_to_nothing_says_so() => Assert.EndsWith("there is no such file or folder.", scratch.Stops(scratch["nothing.csv"]), StringComparison.Ordinal);

    [Fact]
    public void A_header_alone_has_no_rows() => Assert.Empty(scratch.Read(scratch.Write("p.csv", "listener,time,title,artist\n")));

    [Fact]
    public void A_binary_file_says_at_which_byte_it_stops_being_text() =>
        Assert.Equal("photo.csv: is no text file (byte 5 is NUL).", scratch.Stops(scratch.Write("photo.csv", [0x89, 0x50, 0x4e, 0x47, 0, 1, 2])));

    [Fact]
    public void A_header_that_is_not_utf8_is_refused() =>
        Assert.Equal("p.csv, line 1: the header cannot be read: the row is not UTF-8 text.", scratch.Stops(scratch.Write("p.csv", Encoding.Latin1.GetBytes("title,artist,ann\u00e9e\n"))));

    [Fact]
    public void Missing_columns_are_named_beside_those_that_were_found()
    {
        var path = scratch.Write("p.csv", "played_at,title,station\n2024-03-05,One,FM\n");
        Assert.Equal("p.csv, line 1: no column for listener, artist, which the format plays needs; found played_at, title, station.", scratch.Stops(path, ImportFormat.Plays));
        Assert.StartsWith("p.csv, line 1: no column for", scratch.Stops(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_format_says_what_it_lacks()
    {
        Assert.StartsWith("x.json: is JSON, but neither", scratch.Stops(scratch.Write("x.json", "{\"a\":1}")), StringComparison.Ordinal);
        Assert.StartsWith("x.csv: there is no playlist", scratch.Stops(scratch.Write("x.csv", "{\"a\":1}"), ImportFormat.Jspf), StringComparison.Ordinal);
        Assert.Contains("artists.dat is missing", scratch.Stops(scratch.Write("y.csv", "title,artist\n"), ImportFormat.HetRec), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_gibibyte_costs_that_line_and_little_memory()
    {
        const long Gibibyte = 1L << 30;
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var feed = new ByteFeed(new LongLine("listener,time,title,artist\n", Gibibyte, "\nada,1709649000,One,Low Tide\n"), ImportLimits.Default.RowBytes);
        using var rows = new SeparatedRows(feed, new Separation((byte)',', Quoted: true), ImportLimits.Default);
        Assert.True(rows.Next(0));
        Assert.True(rows.Next(4));
        Assert.Equal((2L, "the row is longer than 1048576 bytes"), (rows.Line, rows.Problem));
        Assert.True(rows.Next(4));
        Assert.Equal((3L, null), (rows.Line, rows.Problem));
        Assert.False(rows.Next(4));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
    }

    [Fact]
    public void A_long_line_in_a_file_is_quarantined_with_its_start()
    {
        var path = scratch.Write("p.csv", $"listener,time,title,artist\nada,1,{new string('x', 5000)},b\nada,1709649000,One,Low Tide\n");
        Assert.Single(scratch.Read(path, limits: new ImportLimits { RowBytes = 1024 }));
        Assert.StartsWith("ada,1,xxx", Assert.Single(scratch.Bad).Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_endless_columns_is_quarantined()
    {
        var path = scratch.Write("p.csv", $"listener,time,title,artist\n{new string(',', 600)}\nada,1709649000,One,Low Tide\n");
        Assert.Single(scratch.Read(path));
        Assert.Equal("the row has more than 512 columns", Assert.Single(scratch.Bad).Reason);
    }

    private sealed class LongLine(string head, long middle, string tail) : ForwardStream
    {
        private readonly byte[] first = Encoding.UTF8.GetBytes(head);
        private readonly byte[] last = Encoding.UTF8.GetBytes(tail);
        private long at;

        public override int Read(Span<byte> buffer)
        {
            var whole = first.Length + middle + last.Length;
            var count = (int)Math.Min(buffer.Length, whole - at);
            buffer[..count].Fill((byte)'x');
            for (var i = 0; i < count; i++)
            {
                var place = at + i;
                if (place < first.Length) buffer[i] = first[place];
                else if (place >= first.Length + middle) buffer[i] = last[place - first.Length - middle];
                else i = (int)Math.Min(count, first.Length + middle - at) - 1;
            }

            at += count;
            return count;
        }
    }
}
