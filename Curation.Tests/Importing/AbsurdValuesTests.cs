using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class AbsurdValuesTests : IDisposable
{
    private readonly ReadingScratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("-5", "played_at is 1970 or earlier")]
    [InlineData("0", "played_at is 1970 or earlier")]
    [InlineData("1969-12-31T23:59:59Z", "played_at is 1970 or earlier")]
    [InlineData("2026-05-03T00:00:00Z", "played_at lies in the future")]
    [InlineData("99999999999999999", "played_at lies in the future")]
    [InlineData("2024-02-30T10:00:00Z", "played_at is no time: " + "a time is Unix seconds or milliseconds, or ISO 8601 such as 2024-03-05T14:30:00Z")]
    [InlineData("03/05/2024", "played_at is no time: " + "a time is Unix seconds or milliseconds, or ISO 8601 such as 2024-03-05T14:30:00Z")]
    [InlineData("", "played_at is empty")]
    public void A_time_that_cannot_be_is_quarantined(string time, string reason) => Refused($"ada,{time},One,Low Tide,1000,no", reason);

    [Theory]
    [InlineData("-1")]
    [InlineData("86400001")]
    [InlineData("1e300")]
    public void A_play_is_between_nothing_and_a_day_long(string ms) => Refused($"ada,1709649000,One,Low Tide,{ms},no", "ms_played is not between 0 and 86400000");

    [Theory]
    [InlineData("ada,1709649000,One,Low Tide,NaN,no", "ms_played is no number")]
    [InlineData("ada,1709649000,One,Low Tide,1000,perhaps", "skipped is neither true nor false")]
    [InlineData(",1709649000,One,Low Tide,1000,no", "listener is empty")]
    [InlineData("ada,1709649000,,Low Tide,1000,no", "title is empty")]
    [InlineData("ada,1709649000,One,  ,1000,no", "artist is empty")]
    public void What_means_nothing_is_quarantined_with_the_column_named(string row, string reason) => Refused(row, reason);

    [Fact]
    public void A_title_without_end_is_quarantined() =>
        Refused($"ada,1709649000,{new string('x', 1001)},Low Tide,1000,no", "title is longer than 1000 characters");

    [Theory]
    [InlineData("1071", "year is before 1860 or in the future")]
    [InlineData("2999", "year is before 1860 or in the future")]
    [InlineData("soon", "year is no day: write 2024-03-05, 2024-03 or 2024")]
    [InlineData("2001-13-01", "year is no day: write 2024-03-05, 2024-03 or 2024")]
    public void A_year_that_cannot_be_is_quarantined(string year, string reason)
    {
        Assert.Empty(scratch.Read(scratch.Write("t.csv", $"title,artist,year\nOne,Low Tide,{year}\n")));
        Assert.Equal(reason, Assert.Single(scratch.Bad).Reason);
    }

    [Theory]
    [InlineData("1709649000")]
    [InlineData("1709649000000")]
    [InlineData("2024-03-05T14:30:00Z")]
    [InlineData("2024-03-05 14:30:00")]
    [InlineData("2024-03-05T15:30:00+01:00")]
    [InlineData("2024-03-05T14:30:00.000Z")]
    [InlineData("2024-03-05T14:30Z")]
    public void All_usual_ways_to_write_a_time_mean_the_same(string time)
    {
        var path = scratch.Write("p.csv", $"listener,time,title,artist\nada,{time},One,Low Tide\n");
        Assert.Equal(1709649000000L, Assert.IsType<PlayRow>(Assert.Single(scratch.Read(path))).At);
    }

    private void Refused(string row, string reason)
    {
        var path = scratch.Write("p.csv", $"listener,played_at,title,artist,ms_played,skipped\n{row}\nada,1709649000,Good,Low Tide,1000,no\n");
        Assert.Single(scratch.Read(path));
        var bad = Assert.Single(scratch.Bad);
        Assert.Equal(("p.csv", 2L, reason), (bad.File, bad.Line, bad.Reason));
    }
}
