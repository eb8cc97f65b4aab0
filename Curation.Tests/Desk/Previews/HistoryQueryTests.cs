using Curation.Core.Listening;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Previews;

public sealed class HistoryQueryTests
{
    [Fact]
    public async Task Plays_of_some_listeners_are_found_by_the_order_they_are_stored_in()
    {
        await using var desk = await TestDesk.Open();
        await using var db = await desk.Factory.CreateDbContextAsync();
        var (first, last) = (new ListenerId(3), new ListenerId(9));
        await db.Database.OpenConnectionAsync();
        await using var command = db.Plays.Where(play => play.Listener >= first && play.Listener <= last).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var plan = await command.ExecuteReaderAsync();
        Assert.True(await plan.ReadAsync());
        Assert.StartsWith("SEARCH p USING PRIMARY KEY", plan.GetString(3), StringComparison.Ordinal);
    }
}
