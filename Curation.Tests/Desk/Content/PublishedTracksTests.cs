using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Editions;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Xunit;

namespace Curation.Tests.Desk.Content;

/// <summary>What is published already is reached as well: a rule finds it, a person decides, and it is given no more.</summary>
public sealed class PublishedTracksTests
{
    private static readonly string?[] Everybody = [null, .. Enumerable.Range(0, 30).Select(i => $"listener-{i}")];

    [Fact]
    public async Task A_blocking_rule_finds_in_a_live_edition_what_no_pool_holds_and_a_decision_takes_it_from_every_list()
    {
        await using var room = await Newsroom.Open(blend: new Blend { Size = 12, DiscoveryShare = 0.5, EditorialWeight = 0.2, ArtistSeparation = 1 });
        await room.Publish();
        var pool = (await room.Head()).Draft.Pool.Select(entry => entry.Track).ToHashSet();
        var found = (await Given(room)).First(track => !pool.Contains(track));
        var effect = Assert.Single(await room.Get<PreviewContentRules>().Run([PolicyDesk.OfTracks(ContentLevel.Block, found)], Lexicon.Empty));
        Assert.Equal(found, Assert.Single(effect.New).Track);

        await room.SaveRules(PolicyDesk.OfTracks(ContentLevel.Block, found));
        var row = Assert.Single(await room.Get<ListCases>().Waiting());
        Assert.Equal((found, room.Playlist, ContentLevel.Block), (row.Case.Track!.Value, row.Case.Playlist!.Value, row.Case.Level));
        Assert.Equal("Night Drive", Assert.Single((await room.Get<OpenCase>().Run(row.Case.Id))!.Live).Playlist.Title);
        Assert.Contains(found, await Given(room));
        await room.Get<DecideCase>().Run(room.Reviewer, row.Case.Id, new ContentVerdict(ContentMeasure.Remove, "nobody should hear it"));
        Assert.DoesNotContain(found, await Given(room));
    }

    [Fact]
    public async Task What_a_rule_found_in_a_live_pool_is_given_until_a_person_decides_and_then_not()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var track = room.Camps.Loud[0];
        await room.SaveRules(PolicyDesk.OfTracks(ContentLevel.Block, track));
        Assert.Contains(track, await Given(room));
        await room.Get<DecideCase>().Run(room.Reviewer, Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id, new ContentVerdict(ContentMeasure.Remove, "no"));
        Assert.DoesNotContain(track, await Given(room));
    }

    /// <summary>Every track that somebody gets now.</summary>
    private static async Task<HashSet<TrackId>> Given(Newsroom room)
    {
        var given = new HashSet<TrackId>();
        foreach (var key in Everybody)
        {
            if (await room.Get<ReadListenerList>().Live("night-drive", key) is { } list) given.UnionWith(list.Tracks.Select(track => track.Slot.Track));
        }

        return given;
    }
}
