using Curation.Core.Desk.Previews;
using Curation.Core.Listening;
using Curation.Tests.Desk.Models;
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

    [Fact]
    public async Task A_sample_of_listeners_far_apart_is_read_as_each_alone_would_be()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await using var db = await desk.Factory.CreateDbContextAsync();
        var all = await ListenerHistories.After(db, -1, int.MaxValue, EvidenceWeights.Plain, CancellationToken.None);
        var sample = await ListenerHistories.Of(db, [all[1].Id, all[20].Id], EvidenceWeights.Plain, CancellationToken.None);
        Assert.Equal([all[1].Id, all[20].Id], sample.Select(history => history.Id));
        Assert.Equal(all[1].Tracks.ToArray(), sample[0].Tracks.ToArray());
        Assert.Equal(all[20].Weights.ToArray(), sample[1].Weights.ToArray());
    }
}
