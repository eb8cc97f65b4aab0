using Curation.Core.Desk.Models;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Models;

public sealed class ReadObservationsTests
{
    [Fact]
    public async Task Everything_heard_is_read_with_its_time_and_with_the_groups_that_listeners_gave()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            foreach (var (number, listener) in (await db.Listeners.OrderBy(listener => listener.Id).ToListAsync()).Index()) listener.Describe(null, number < 12 ? "NZ" : number < 20 ? "AU" : null, null);
            await db.SaveChangesAsync();
        }

        var stored = await desk.Get<ReadObservations>().Run();

        Assert.Equal((30, 0, 24, 300), (stored.Observations.Listeners, stored.Observations.Lists, stored.Observations.Tracks, stored.Observations.Events.Count));
        var grouping = Assert.Single(stored.Groups);
        Assert.Equal(("region", 12, 8), (grouping.Name, grouping.Labels.Count(label => label == "NZ"), grouping.Labels.Count(label => label == "AU")));
        var split = Assert.Single(new SplitPlan { Kind = SplitKind.Time }.Part(stored.Observations));
        Assert.Equal((240, 60), (split.Train.Entries, split.HeldOut.Entries));
    }

    [Fact]
    public void What_counts_against_a_track_is_no_observation()
    {
        var log = new ListeningLog();
        log.Add(new ListenerId(1), new Curation.Core.Catalog.TrackId(1), 2, ListeningLog.NoTime);
        log.Add(new ListenerId(1), new Curation.Core.Catalog.TrackId(2), -1, ListeningLog.NoTime);
        Assert.Equal([new(0, 0, ListeningLog.NoTime, 2)], Observations.Of(log, log.Tracks()).Events);
    }
}
