using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Comparing;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Desk.Comparing;

public sealed class ExposureTallyTests
{
    [Fact]
    public void A_track_by_two_artists_gives_each_half_of_its_weight()
    {
        var names = Enumerable.Range(1, 4).ToDictionary(id => new ArtistId(id), id => $"Artist {id}");
        var catalogue = new Catalogue([Track(1, 1, 2), Track(2, 3), Track(3, 4)], new Dictionary<GenreId, string>(), names);
        var tally = new ExposureTally(ModelSnapshot.Of(catalogue, null, new Dictionary<TrackId, double>(), new Dictionary<TrackId, IReadOnlyList<TrackTag>>()), new TasteMap([], [], []));
        tally.Add(new ListenerHistory(new ListenerId(1), false, [], [], []), Recipient.Everyone, List(1, 2), List(3, 2));

        var effect = tally.Effect(Revision(), Revision());
        var first = 1 / (1 + (1 / Math.Log2(3)));
        double Before(string artist) => effect.Artists.Single(shift => shift.Name == artist).Before;
        Assert.Equal((first / 2, first / 2, 0), (Before("Artist 1"), Before("Artist 2"), Before("Artist 4")));
        Assert.Equal(effect.Tracks.Sum(shift => shift.Before), effect.Artists.Sum(shift => shift.Before), 1e-12);
    }

    private static TrackFacts Track(int id, params int[] artists) =>
        new(new TrackId(id), $"Track {id}", "", [.. artists.Select(artist => new ArtistId(artist))], [], null, null, false, null, null, default);

    private static ComposedList List(params int[] tracks) => new(null, [.. tracks.Select(track => new Slot(new TrackId(track), Provenance.Editor, 0, SlotMarks.None))], [], [], null);

    private static Revision Revision() => new(new PlaylistId(1), 1, new Draft { Title = "Any", Pool = [] }, PersonId.Console, DateTimeOffset.UnixEpoch);
}
