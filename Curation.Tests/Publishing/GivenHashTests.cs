using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;
using Xunit;

namespace Curation.Tests.Publishing;

public sealed class GivenHashTests
{
    [Fact]
    public void A_track_that_was_marked_and_is_left_out_now_makes_another_mark_so_that_an_app_asks_again()
    {
        var track = new ExportedTrack(new Slot(new TrackId(7), default, default), "Blue Door", "Anna Kern", null, null, null);
        ExportedList Of(IReadOnlyList<ExportedTrack> tracks, params NotGiven[] left) => new("night", "Night", 1, "e", "l", DateTimeOffset.UnixEpoch, tracks) { LeftOut = left };
        string[] given = [Of([track]).GivenHash, Of([track with { Advised = true }]).GivenHash, Of([], new NotGiven(new TrackId(7), "explicit")).GivenHash, Of([], new NotGiven(new TrackId(7), "removed")).GivenHash];
        Assert.Equal(4, given.Distinct().Count());
    }
}
