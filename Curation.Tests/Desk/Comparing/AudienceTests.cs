using Curation.Core.Desk.Comparing;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Xunit;

namespace Curation.Tests.Desk.Comparing;

public sealed class AudienceTests
{
    [Fact]
    public async Task Taking_a_camp_s_tracks_out_is_a_loss_for_that_camp_and_a_gain_for_the_other()
    {
        await using var room = await Newsroom.Open(blend: new Blend { Size = 6, DiscoveryShare = 0, EditorialWeight = 0, ArtistSeparation = 1 });
        var (before, after) = await WithoutLoud(room);
        var reports = new List<double>();
        var effect = (await room.Get<CompareAudience>().Run(before, after, new Heard(reports)))!;

        Assert.Equal((30, 30), (effect.Listeners, effect.Personal));
        Assert.All(effect.Artists.Where(shift => shift.Name.StartsWith("Loud", StringComparison.Ordinal)), shift => Assert.True(shift is { Clear: true, Change: < 0, After: 0 }));
        Assert.Equal(1, effect.Genres.Single(shift => shift.Name == "Downtempo").After, 1e-9);
        Assert.True(effect.Clusters.Single(cluster => cluster.Cluster == "Hardcore").Fit is { Clear: true, Change: < 0 });
        Assert.True(effect.NewArtists is { Clear: true, Change: > 0 });
        Assert.InRange(effect.ChangedByHalf, 15, 30);
        Assert.Equal(1, effect.Tiers.Sum(tier => tier.Before), 1e-9);
        Assert.Equal(1, reports[^1]);
    }

    [Fact]
    public async Task Nothing_is_claimed_between_a_revision_and_itself()
    {
        await using var room = await Newsroom.Open();
        var revision = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Revision;
        var effect = (await room.Get<CompareAudience>().Run(revision, revision))!;
        Assert.Equal((0, 0), (effect.ChangedByHalf, effect.Turnover));
        Assert.Empty(effect.Artists);
        Assert.All([.. effect.Tiers, effect.NewArtists, effect.Fit!], shift => Assert.False(shift.Clear));
    }

    [Fact]
    public async Task It_stops_when_asked_and_says_nothing_of_a_revision_that_is_not_there()
    {
        await using var room = await Newsroom.Open();
        var revision = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Revision;
        Assert.Null(await room.Get<CompareAudience>().Run(revision, new RevisionId(99_999)));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => room.Get<CompareAudience>().Run(revision, revision, new Stopping(stop), stop.Token));
    }

    private static async Task<(RevisionId Before, RevisionId After)> WithoutLoud(Newsroom room)
    {
        var before = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Revision;
        room.Desk.Clock.Advance(Revision.Sitting);
        await room.Edit(new DraftEdit.RemoveTracks(room.Camps.Loud));
        return (before, (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Revision);
    }

    private sealed class Heard(List<double> reports) : IProgress<double>
    {
        public void Report(double value) => reports.Add(value);
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value) => stop.Cancel();
    }
}
