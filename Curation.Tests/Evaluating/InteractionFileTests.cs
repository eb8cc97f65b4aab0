using System.Text;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class InteractionFileTests
{
    private readonly Vocabulary users = new();
    private readonly Vocabulary items = new();
    private readonly List<BadLine> bad = [];

    [Theory]
    [InlineData("u1 a 2\nu1 b 3\nu2 a 1\n")]
    [InlineData("u1\ta\t2\r\nu1\tb\t3\r\nu2\ta\t1")]
    [InlineData("u1,a,2\ru1,b,3\ru2,a,1\r")]
    [InlineData("u1;a;2\n\n# comment\nu1; b; 3 # and why\nu2;a;1\n")]
    [InlineData("u1::a::2\nu1::b::3\nu2::a::1\n")]
    [InlineData("user|item|weight\nu1|a|2\nu1|b|3\nu2|a|1\n")]
    [InlineData("\uFEFFu1 a 2\nu1 b 3\nu2 a 1\n")]
    public void Pairs_are_read_with_any_separator_and_line_end(string text)
    {
        var matrix = Read(text);
        Assert.Equal([new(0, 2), new(1, 3)], matrix.Row(0).ToHistory());
        Assert.Equal([new(0, 1)], matrix.Row(1).ToHistory());
        Assert.Empty(bad);
    }

    [Theory]
    [InlineData("user,item,weight,time,source\na,b,1,1700000000,radio\n")]
    [InlineData("user,item,weight,time\na,b,,1700000000\na,c,2,1700000000\n")]
    public void A_file_whose_first_line_names_columns_holds_pairs(string text)
    {
        Assert.Equal(InteractionLayout.Pairs, InteractionFile.LayoutOf(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Lists_are_told_from_pairs_by_their_uneven_lengths()
    {
        var matrix = Read("0 5 6 7\n1 5\n2\n3 6 7\n");
        Assert.Equal((4, 3, 6), (matrix.Rows, matrix.Columns, matrix.Entries));
        Assert.Equal([new(0, 1)], matrix.Row(1).ToHistory());
        Assert.Empty(bad);
    }

    [Theory]
    [InlineData("u1 a 2 1335830400\nu1 b 3 1335916800\n")]
    [InlineData("u1\ta\t2\t1335830400000\nu1\tb\t3\t1335916800000\n")]
    [InlineData("userId,artistId,rating,timestamp\nu1,a,2,1335830400\nu1,b,3,1335916800\n")]
    [InlineData("played_at|user|item|weight\n2012-05-01T00:00:00Z|u1|a|2\n2012-05-02|u1|b|3\n")]
    public void Times_are_read_where_a_header_or_their_size_tells_them(string text)
    {
        var events = Events(text);
        Assert.Equal([new(0, 0, 1335830400000, 2), new(0, 1, 1335916800000, 3)], events);
        Assert.Empty(bad);
    }

    [Fact]
    public void Four_fields_without_a_time_are_a_list()
    {
        Assert.Equal(6, Read("0 5 6 7\n1 5 6 8\n").Entries);
    }

    [Fact]
    public void A_header_of_two_columns_is_no_pair()
    {
        Assert.Equal(2, Read("uid,sid\n0,5\n0,6\n").Entries);
        Assert.Equal(0, users.NumberOf("0"));
    }

    [Fact]
    public void A_time_that_is_none_is_named()
    {
        Assert.Single(Events("user,item,time\nu1,a,2012-05-01\nu1,b,yesterday\n"));
        Assert.Equal("plays.txt, line 3: the time \"yesterday\" is neither Unix seconds nor a moment such as 2026-05-01T12:00:00Z", Assert.Single(bad).ToString());
    }

    [Fact]
    public void A_single_colon_belongs_to_an_id()
    {
        Assert.Equal(1, Read("user:1 spotify:track:9\n").Entries);
        Assert.Equal(0, users.NumberOf("user:1"));
        Assert.Equal(0, items.NumberOf("spotify:track:9"));
    }

    [Fact]
    public void A_bad_line_is_named_with_its_reason_and_the_rest_is_kept()
    {
        var matrix = Read("u1 a 1\nu1 b -2\nu1 c x\nu1 d NaN\nu1 e 1e999\nu1 f 5\n");
        Assert.Equal(2, matrix.Entries);
        Assert.Equal([2, 3, 4, 5], bad.Select(line => line.Line));
        Assert.Equal("plays.txt, line 3: the weight \"x\" is not a number", bad[1].ToString());
    }

    [Fact]
    public void Lines_that_are_no_text_are_named()
    {
        var bytes = Encoding.UTF8.GetBytes("u1 a 1\nu1 ? 1\nu1 ! 1\nu2 a 1\n");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        bytes[Array.IndexOf(bytes, (byte)'!')] = 0;
        Assert.Equal(2, Read(bytes).Entries);
        Assert.Contains("UTF-8", bad[0].Reason, StringComparison.Ordinal);
        Assert.Contains("NUL", bad[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_beyond_the_limit_is_passed_over_without_being_held()
    {
        var bytes = Encoding.UTF8.GetBytes("1 2\n" + new string('9', 300_000) + " 4\n5 6\n");
        var lines = new LineReader(new MemoryStream(bytes), longest: 100_000);
        var seen = new List<string>();
        while (lines.Next()) seen.Add(lines.Problem ?? lines.Line.ToString());
        Assert.Equal(["1 2", "the line is longer than 0 MiB", "5 6"], seen);
    }

    [Fact]
    public void Lines_come_out_whole_wherever_chunks_end()
    {
        var expected = Enumerable.Range(0, 40_000).Select(i => $"{i} café {i * 7}").ToArray();
        var lines = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", expected))));
        var seen = new List<string>();
        while (lines.Next()) seen.Add(lines.Line.ToString());
        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n# nothing\n")]
    public void A_file_with_nothing_in_it_gives_nothing(string text)
    {
        Assert.Equal(0, Read(text).Entries);
        Assert.Empty(bad);
    }

    [Fact]
    public void Records_are_read_back_as_written_and_bad_ones_are_named()
    {
        using var stream = new MemoryStream();
        InteractionRecords.Write(stream, 3, 1, 2.5f);
        InteractionRecords.Write(stream, -1, 1, 1);
        InteractionRecords.Write(stream, 0, 1, float.NaN);
        InteractionRecords.Write(stream, 0, 2, 1);
        stream.Write([1, 2, 3]);
        stream.Position = 0;
        var builder = new ListeningMatrixBuilder();
        var (userCount, itemCount) = InteractionRecords.Read(stream, "plays.bin", builder, bad.Add);
        Assert.Equal((4, 3, 2), (userCount, itemCount, builder.Count));
        Assert.Equal([2, 3, 5], bad.Select(line => line.Line));
        Assert.Equal([new(1, 2.5f)], builder.Build(userCount, 0, itemCount).Row(3).ToHistory());
    }

    private List<TimedEvent> Events(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var events = new List<TimedEvent>();
        new InteractionFile(users, items).Read(new MemoryStream(bytes), "plays.txt", InteractionFile.LayoutOf(new MemoryStream(bytes)), events.Add, bad.Add);
        return events;
    }

    private ListeningMatrix Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private ListeningMatrix Read(byte[] bytes)
    {
        var builder = new ListeningMatrixBuilder();
        var layout = InteractionFile.LayoutOf(new MemoryStream(bytes));
        new InteractionFile(users, items).Read(new MemoryStream(bytes), "plays.txt", layout, builder, bad.Add);
        return builder.Build(users.Count, 0, items.Count);
    }
}
