using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Home;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Suggestions;

public sealed class SteeringTests
{
    [Fact]
    public async Task More_like_a_track_brings_its_like_up_and_can_be_taken_back()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var (editor, id) = await Playlist(desk, camps.Calm[0]);

        var steer = await desk.Get<SteerCandidates>().MoreLike(editor, id, camps.Loud[0]);
        Assert.Equal(steer, await desk.Get<SteerCandidates>().MoreLike(editor, id, camps.Loud[0]));
        var list = await desk.Get<SuggestTracks>().For(id, SuggestionFilters.None);

        var loud = list.Items.First(item => item.Track.Id == camps.Loud[1]);
        Assert.Contains(loud.Reasons, reason => reason.Sentence == "because more like \"Loud Number 0\" is wanted");
        Assert.Equal(loud.Score, loud.Reasons.Sum(reason => reason.Amount));
        Assert.Equal(["Loud Number 0"], (await desk.Get<ReadSteering>().Of(id)).Said.Select(row => row.Name));

        await desk.Get<TakeBackSteer>().Run(editor, steer);
        Assert.DoesNotContain((await desk.Get<SuggestTracks>().For(id, SuggestionFilters.None)).Items, item => item.Reasons.Any(reason => reason.Kind == ReasonKind.MoreLike));
    }

    [Fact]
    public async Task What_is_like_a_refused_track_and_unlike_the_pool_goes_down_at_once_and_says_why()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var (editor, id) = await Playlist(desk, camps.Calm[0], camps.Calm[1], camps.Loud[0]);
        var suggest = desk.Get<SuggestTracks>();
        var before = (await suggest.For(id, SuggestionFilters.None)).Items.ToDictionary(item => item.Track.Id, item => item.Score);

        await desk.Get<RefuseTrack>().Run(editor, camps.Loud[1], RefusalScope.In(id));
        var after = (await suggest.For(id, SuggestionFilters.None)).Items.ToDictionary(item => item.Track.Id);

        Assert.DoesNotContain(camps.Loud[1], after.Keys);
        var loud = camps.Loud.Skip(2).Where(track => before.ContainsKey(track) && after.ContainsKey(track)).ToList();
        Assert.NotEmpty(loud);
        Assert.All(loud, track => Assert.True(after[track].Score < before[track], $"{track} went from {before[track]} to {after[track].Score}"));
        Assert.Contains(loud, track => after[track].Reasons.Any(reason => reason.Sentence.Contains("\"Loud Number 1\", which was refused", StringComparison.Ordinal)));
        Assert.All(after.Values, item => Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Amount)));
    }

    [Fact]
    public async Task A_refusal_for_a_genre_counts_in_the_playlists_that_start_from_it_and_in_no_other()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var editor = await desk.Person("Ada", Roles.Editor);
        var calm = await desk.Get<CreatePlaylist>().Run(editor, "Calm", seed: camps.CalmGenre);
        var loud = await desk.Get<CreatePlaylist>().Run(editor, "Loud", seed: camps.LoudGenre);
        await desk.Get<RefuseTrack>().Run(editor, camps.Calm[0], RefusalScope.In(camps.CalmGenre), desk.Clock.GetUtcNow().AddDays(7));
        Assert.Contains(camps.Calm[0], await desk.Get<ListRefusals>().Holding(calm));
        Assert.DoesNotContain(camps.Calm[0], await desk.Get<ListRefusals>().Holding(loud));
        Assert.Equal("Downtempo", Assert.Single(await desk.Get<ListRefusals>().Of(calm)).Genre);
        desk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await desk.Get<ListRefusals>().Holding(calm));
    }

    [Fact]
    public async Task A_genre_for_which_tracks_are_refused_is_not_deleted_and_a_merge_takes_the_refusals_along()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (editor, admin) = (await desk.Person("Ada", Roles.Editor), await desk.Person("Ann", Roles.Admin));
        var empty = await desk.Get<MakeGenre>().Run(admin, "Empty");
        await desk.Get<RefuseTrack>().Run(editor, camps.Calm[0], RefusalScope.In(empty));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DeleteGenre>().Run(admin, empty));
        await desk.Get<MergeGenres>().Run(admin, empty, camps.CalmGenre);
        var calm = await desk.Get<CreatePlaylist>().Run(editor, "Calm", seed: camps.CalmGenre);
        Assert.Contains(camps.Calm[0], await desk.Get<ListRefusals>().Holding(calm));
    }

    [Fact]
    public async Task Steering_and_shares_need_an_editor_and_what_they_speak_of()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        var (editor, id) = await Playlist(desk, camps.Calm[0]);
        var reviewer = await desk.Person("Rue", Roles.Reviewer);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SteerCandidates>().MoreLike(reviewer, id, camps.Calm[1]));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SteerCandidates>().LessOf(editor, new PlaylistId(99), camps.CalmArtist));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ShareCandidates>().Run(reviewer, id, new CandidateShares()));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ShareCandidates>().Run(editor, id, new CandidateShares { Core = 61 }));
        Assert.Equal(new CandidateShares(), (await desk.Get<ReadSteering>().Of(id)).Shares);
        var tail = new CandidateShares { Core = 0, Bridges = 0, NewVoices = 0, LongTail = 100 };
        await desk.Get<ShareCandidates>().Run(editor, id, tail);
        Assert.Equal(tail, (await desk.Get<ReadSteering>().Of(id)).Shares);
    }

    [Fact]
    public async Task Home_names_what_came_out_lately_and_fits_a_draft_and_counts_the_plays_of_its_tracks()
    {
        await using var desk = await TestDesk.Open();
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var (editor, id) = await Playlist(desk, camps.Calm[0]);
        Assert.Empty(await desk.Get<ReadWorthALook>().For(editor.Person));
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            var track = await db.Tracks.FindAsync(camps.Calm[3]);
            track!.State(releasedOn: DateOnly.FromDateTime(desk.Clock.GetUtcNow().UtcDateTime).AddDays(-3));
            await db.SaveChangesAsync();
        }

        await desk.Get<Curation.Core.Desk.Models.CurrentModel>().Refresh();
        var line = Assert.Single(await desk.Get<ReadWorthALook>().For(editor.Person));
        Assert.Equal((id, camps.Calm[3]), (line.Playlist, line.Candidate.Track.Id));

        var revision = (await desk.Get<OpenPlaylist>().Newest(id))!.Revision;
        var now = desk.Clock.GetUtcNow();
        ReleaseLine Edition(int number, DateTimeOffset at) => new(id, revision, "Mixed", number, Core.Publishing.EditionState.Live, at, "Ada");
        var reach = await desk.Get<ReadReach>().Of([Edition(1, now.AddDays(-90)), Edition(2, now.AddDays(-4)), Edition(3, now)]);
        Assert.Equal(30, reach.Listeners);
        Assert.Equal([CurrentAudience.Days - 1, 3, 0], Enumerable.Range(1, 3).Select(number => reach.ByEdition[(id, number)].Length));
    }

    private static async Task<(Actor Editor, PlaylistId Id)> Playlist(TestDesk desk, params Core.Catalog.TrackId[] pool)
    {
        var editor = await desk.Person("Ada", Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Mixed");
        var view = (await desk.Get<OpenPlaylist>().Newest(id))!;
        await desk.Get<EditDraft>().Run(editor, id, view.Version, new DraftEdit.AddTracks(pool));
        return (editor, id);
    }
}
