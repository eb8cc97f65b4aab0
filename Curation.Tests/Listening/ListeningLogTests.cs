using Curation.Core.Catalog;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Listening;

public sealed class ListeningLogTests
{
    [Fact]
    public void What_is_known_of_a_list_stands_at_its_row_of_the_matrix()
    {
        var log = new ListeningLog();
        log.Add(new EvidenceListId(9), new TrackId(1), ListeningLog.NoTime, new RowFacts(new DateOnly(2026, 5, 1), "Mornings"));
        log.Add(new EvidenceListId(4), new TrackId(1), ListeningLog.NoTime);
        log.Add(new ListenerId(7), new TrackId(2), 1, ListeningLog.NoTime);
        Assert.Equal([null, new RowFacts(new DateOnly(2026, 5, 1), "Mornings"), null], log.Facts());
        Assert.Equal(log.Matrix(log.Tracks()).Rows, log.Facts().Count);
    }
}
