using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Tests.Desk.Editions;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Suggestions;

public sealed class SuggestTracksTests
{
    [Fact]
    public async Task A_pool_of_one_camp_is_offered_the_rest_of_it_with_reasons_that_add_up()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var (editor, id) = await Playlist(desk, "Rainy", camps.Calm.Take(3));

        var list = await desk.Get<SuggestTracks>().For(id, SuggestionFilters.None);
        list = list with { Items = [.. list.Items.OrderByDescending(item => item.Score).Take(9)] };

        Assert.Equal(StartingPoint.Pool, list.From);
        Assert.Equal(camps.Calm.Skip(3), list.Items.Select(item => item.Track.Id).Order());
        Assert.All(list.Items, item => Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Amount)));
        Assert.All(list.Items, item => Assert.Contains(item.Reasons[0].Label, new[] { "Calm Number 0", "Calm Number 1", "Calm Number 2" }));
    }

    [Fact]
    public async Task A_track_that_came_after_training_is_offered_by_its_artist_and_genre_and_says_so()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var (_, id) = await Playlist(desk, "Rainy", camps.Calm.Take(3));
        var added = new Track("test:new", "Out today", "Quiet Artist 0", [camps.CalmArtist]);
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            db.Tracks.Add(added);
            await db.SaveChangesAsync();
            db.TrackGenres.Add(new TrackGenre(added.Id, camps.CalmGenre, 0));
            await db.SaveChangesAsync();
        }

        await desk.Get<CurrentModel>().Refresh();
        var list = await desk.Get<SuggestTracks>().For(id, SuggestionFilters.None, 30);

        var offered = Assert.Single(list.Items, item => item.Inferred);
        Assert.Equal(added.Id, offered.Track.Id);
        Assert.Equal(offered.Score, offered.Reasons.Sum(reason => reason.Amount));
        Assert.Contains(offered.Reasons, reason => reason.Sentence == "because it is by Quiet Artist 0; too few have heard the track to tell otherwise");
    }

    [Fact]
    public async Task An_empty_pool_starts_from_its_genre_seed_and_its_need()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var editor = await desk.Person("Ada", Roles.Editor);
        var seeded = await desk.Get<CreatePlaylist>().Run(editor, "Seeded", seed: camps.LoudGenre);
        var needed = await desk.Get<CreatePlaylist>().Run(editor, "Needed", "For a rainy evening");

        var bySeed = await desk.Get<SuggestTracks>().For(seeded, SuggestionFilters.None);
        var byNeed = await desk.Get<SuggestTracks>().For(needed, SuggestionFilters.None);

        Assert.Equal(StartingPoint.Seed, bySeed.From);
        Assert.Equal(camps.Loud, bySeed.Items.Select(item => item.Track.Id).Order());
        Assert.Equal(StartingPoint.Need, byNeed.From);
        Assert.Equal(camps.Calm, byNeed.Items.Select(item => item.Track.Id).Order());
    }

    [Fact]
    public async Task A_refused_track_is_not_suggested_until_the_refusal_is_taken_back()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (editor, id) = await Playlist(desk, "Rainy", []);
        var track = camps.Calm[0];

        var refusal = await desk.Get<RefuseTrack>().Run(editor, track, RefusalScope.In(id), reason: "too slow");
        Assert.DoesNotContain(track, await Suggested(desk, id));
        var row = Assert.Single(await desk.Get<ListRefusals>().Of(id));
        Assert.Equal(("Calm Number 0", false, "Ada", "too slow"), (row.Title, row.Everywhere, row.ByName, row.Reason));

        await desk.Get<TakeBackRefusal>().Run(editor, refusal);
        Assert.Contains(track, await Suggested(desk, id));
        Assert.Empty(await desk.Get<ListRefusals>().Of(id));
    }

    [Fact]
    public async Task A_refusal_for_one_playlist_leaves_the_others_alone_and_one_for_everywhere_does_not()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (editor, one) = await Playlist(desk, "One", []);
        var other = await desk.Get<CreatePlaylist>().Run(editor, "Other");

        await desk.Get<RefuseTrack>().Run(editor, camps.Calm[0], RefusalScope.In(one));
        await desk.Get<RefuseTrack>().Run(editor, camps.Calm[1], RefusalScope.Everywhere);

        Assert.Equal([camps.Calm[0], camps.Calm[1]], camps.Calm.Except(await Suggested(desk, one)));
        Assert.Equal([camps.Calm[1]], camps.Calm.Except(await Suggested(desk, other)));
        Assert.Equal([true, false], (await desk.Get<ListRefusals>().Of(one)).Select(row => row.Everywhere));
    }

    [Fact]
    public async Task A_refusal_stops_counting_when_it_ends()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (editor, id) = await Playlist(desk, "Rainy", []);
        await desk.Get<RefuseTrack>().Run(editor, camps.Calm[0], RefusalScope.In(id), until: desk.Clock.GetUtcNow().AddDays(28));

        desk.Clock.Advance(TimeSpan.FromDays(28) - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(camps.Calm[0], await Suggested(desk, id));
        Assert.Contains(camps.Calm[0], await desk.Get<ListRefusals>().Holding(id));
        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Contains(camps.Calm[0], await Suggested(desk, id));
        Assert.Empty(await desk.Get<ListRefusals>().Of(id));
    }

    [Fact]
    public async Task A_refusal_needs_an_editor_a_known_track_and_an_end_to_come()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (editor, id) = await Playlist(desk, "Rainy", []);
        var reviewer = await desk.Person("Rue", Roles.Reviewer);
        var refuse = desk.Get<RefuseTrack>();
        await Assert.ThrowsAsync<RefusedException>(() => refuse.Run(reviewer, camps.Calm[0], RefusalScope.In(id)));
        await Assert.ThrowsAsync<RefusedException>(() => refuse.Run(editor, new TrackId(9_999), RefusalScope.In(id)));
        await Assert.ThrowsAsync<RefusedException>(() => refuse.Run(editor, camps.Calm[0], RefusalScope.In(new PlaylistId(9_999))));
        await Assert.ThrowsAsync<RefusedException>(() => refuse.Run(editor, camps.Calm[0], RefusalScope.In(id), until: desk.Clock.GetUtcNow()));
        Assert.Empty(await desk.Get<ListRefusals>().Of(id));
    }

    [Fact]
    public async Task Tracks_of_other_playlists_can_be_left_out_but_not_those_of_archived_ones()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (editor, id) = await Playlist(desk, "Mine", []);
        var (_, other) = await Playlist(desk, "Other", [camps.Calm[0]], editor);
        var (_, archived) = await Playlist(desk, "Archived", [camps.Calm[1]], editor);
        await desk.Get<ArchivePlaylist>().Run(editor, archived, archived: true);

        var list = await desk.Get<SuggestTracks>().For(id, new SuggestionFilters { NotInOtherPlaylists = true });

        Assert.Equal([camps.Calm[0]], camps.Calm.Except(list.Items.Select(item => item.Track.Id)));
    }

    [Fact]
    public async Task What_other_editions_use_is_left_out_and_read_once()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var other = await room.Get<CreatePlaylist>().Run(room.Editor, "Other", seed: room.Camps.CalmGenre);
        var filters = new SuggestionFilters { NotUsedInWeeks = 4 };
        var first = (await room.Get<SuggestTracks>().For(other, filters)).Items.Select(item => item.Track.Id).ToList();
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER Revisions_frozen");
            await db.Database.ExecuteSqlRawAsync("UPDATE Revisions SET Draft = 'unreadable' WHERE Frozen = 1");
        }

        Assert.NotEmpty(first);
        Assert.Empty(first.Intersect(room.Camps.Calm.Take(8)));
        Assert.Equal(first, (await room.Get<SuggestTracks>().For(other, filters)).Items.Select(item => item.Track.Id));
    }

    [Fact]
    public async Task A_playlist_that_is_not_there_has_no_candidates()
    {
        await using var desk = await TestDesk.Open();
        Assert.Empty((await desk.Get<SuggestTracks>().For(new PlaylistId(7), SuggestionFilters.None)).Items);
    }

    private static async Task<(Actor Editor, PlaylistId Id)> Playlist(TestDesk desk, string title, IEnumerable<TrackId> pool, Actor? by = null)
    {
        var editor = by ?? await desk.Person("Ada", Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(editor, title);
        var opened = await desk.Get<OpenPlaylist>().Newest(id);
        await desk.Get<EditDraft>().Run(editor, id, opened!.Version, new DraftEdit.AddTracks([.. pool]));
        return (editor, id);
    }

    private static async Task<IEnumerable<TrackId>> Suggested(TestDesk desk, PlaylistId id) =>
        (await desk.Get<SuggestTracks>().For(id, SuggestionFilters.None)).Items.Select(item => item.Track.Id);
}
