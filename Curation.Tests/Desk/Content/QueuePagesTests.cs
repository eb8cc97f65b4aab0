using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Content;
using Curation.Tests.Desk.Editions;
using Xunit;

namespace Curation.Tests.Desk.Content;

public sealed class QueuePagesTests
{
    private const int Flood = 57;

    [Fact]
    public async Task A_flood_of_reports_fills_pages_and_what_blocks_and_appeals_stay_on_the_first()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var (appealed, reference) = await room.Decided(room.Camps.Loud[1], ContentMeasure.None);
        for (var i = 0; i < Flood; i++) await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Other, $"somewhere {i}", "Hm"), null);
        room.Desk.Clock.Advance(TimeSpan.FromHours(1));
        await room.Get<AppealDecision>().ByReporter(reference, "Look again");
        await room.SaveRules(PolicyDesk.OfTracks(ContentLevel.Block, room.Camps.Loud[0]));

        var queue = room.Get<ListCases>();
        Assert.Equal(Flood + 2, await queue.CountWaiting());
        var first = await queue.Waiting();
        Assert.Equal(50, first.Count);
        Assert.Equal((ContentLevel.Block, room.Camps.Loud[0]), (first[0].Case.Level, first[0].Case.Track!.Value));
        Assert.Equal((appealed, CaseState.Appealed), (first[1].Case.Id, first[1].Case.State));
        Assert.Equal(room.Desk.Clock.GetUtcNow(), first[1].WaitsSince);
        Assert.Equal(first.Skip(2).Select(row => row.Case.Id).Order(), first.Skip(2).Select(row => row.Case.Id));
    }
}
