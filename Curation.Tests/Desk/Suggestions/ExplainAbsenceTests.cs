using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Suggestions;

/// <summary>Asking at the desk why a track is not among the candidates of a playlist.</summary>
public sealed class ExplainAbsenceTests
{
    [Fact]
    public async Task A_refused_track_says_who_refused_it_where_and_why()
    {
        await using var desk = await TestDesk.Open();
        var (camps, editor, id, draft) = await Playlist(desk);
        await desk.Get<RefuseTrack>().Run(editor, camps.Calm[5], RefusalScope.In(id), reason: "too slow");

        var view = (await desk.Get<ExplainAbsence>().Of(id, draft, SuggestionFilters.None, camps.Calm[5]))!;

        Assert.Equal(AbsenceCause.Excluded, view.Cause);
        Assert.Equal("Ada refused it for this playlist: too slow.", Assert.Single(view.Because));
        Assert.True(view.Rank > 0);
    }

    [Fact]
    public async Task A_track_of_another_playlist_names_that_playlist_where_the_filter_asks()
    {
        await using var desk = await TestDesk.Open();
        var (camps, editor, id, draft) = await Playlist(desk);
        var other = await desk.Get<CreatePlaylist>().Run(editor, "The Other");
        await desk.Get<EditDraft>().Run(editor, other, (await desk.Get<OpenPlaylist>().Newest(other))!.Version, new DraftEdit.AddTracks([camps.Calm[6]]));

        var view = (await desk.Get<ExplainAbsence>().Of(id, draft, new SuggestionFilters { NotInOtherPlaylists = true }, camps.Calm[6]))!;

        Assert.Equal(AbsenceCause.Excluded, view.Cause);
        Assert.Contains("The Other", Assert.Single(view.Because), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_filter_that_a_track_fails_is_named()
    {
        await using var desk = await TestDesk.Open();
        var (camps, _, id, draft) = await Playlist(desk);
        var filters = new SuggestionFilters { YearFrom = 2010, Genres = new HashSet<GenreId> { camps.LoudGenre }, CleanOnly = true };

        var view = (await desk.Get<ExplainAbsence>().Of(id, draft, filters, camps.Calm[5]))!;

        Assert.Equal(AbsenceCause.Filtered, view.Cause);
        Assert.Equal(["It is of 2001-01-01, outside the time of the filter.", "It has none of the genres of the filter."], view.Because);
    }

    [Fact]
    public async Task A_track_that_is_outranked_stands_beside_the_last_candidate()
    {
        await using var desk = await TestDesk.Open();
        var (_, _, id, draft) = await Playlist(desk);
        draft = draft with { Blend = draft.Blend with { ArtistSeparation = 1 } };
        var core = (await desk.Get<SuggestTracks>().For(id, draft, SuggestionFilters.None)).Items.Where(item => item.Section == CandidateSection.Core).ToList();
        var shown = (await desk.Get<SuggestTracks>().For(id, draft, SuggestionFilters.None, count: 3)).Items.Count(item => item.Section == CandidateSection.Core);

        var view = (await desk.Get<ExplainAbsence>().Of(id, draft, SuggestionFilters.None, core[shown + 1].Track.Id, count: 3))!;

        Assert.Equal((AbsenceCause.Outranked, shown + 2, core[shown + 1].Score), (view.Cause, view.Rank, view.Score));
        Assert.Equal("Enough others of its section, core, score better; a larger share of that section would bring it nearer.", view.Because[0]);
        Assert.Equal((core[shown - 1].Score, core[shown - 1].Track.Title), (view.Needed, view.LastTitle));
        Assert.InRange(view.Parts.Sum(part => part.Mine), view.Score - 0.03m, view.Score + 0.03m);
        Assert.InRange(view.Parts.Sum(part => part.Last), view.Needed!.Value - 0.03m, view.Needed.Value + 0.03m);
    }

    [Fact]
    public async Task A_track_that_the_model_does_not_know_says_so_and_one_of_no_catalogue_has_no_answer()
    {
        await using var desk = await TestDesk.Open();
        var (_, _, id, draft) = await Playlist(desk);
        TrackId unheard;
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            var nobody = new Artist("Nobody Yet");
            db.Artists.Add(nobody);
            await db.SaveChangesAsync();
            var track = new Track("test:new", "Released Today", nobody.Name, [nobody.Id]);
            db.Tracks.Add(track);
            await db.SaveChangesAsync();
            unheard = track.Id;
        }

        await desk.Get<Curation.Core.Desk.Models.CurrentModel>().Refresh();
        var view = (await desk.Get<ExplainAbsence>().Of(id, draft, SuggestionFilters.None, unheard))!;
        Assert.Equal(AbsenceCause.NothingSpeaks, view.Cause);
        Assert.Contains(view.Because, sentence => sentence.Contains("The model does not know it", StringComparison.Ordinal));
        Assert.Null(await desk.Get<ExplainAbsence>().Of(id, draft, SuggestionFilters.None, new TrackId(99_999)));
    }

    private static async Task<(TwoCamps.Camps Camps, Actor Editor, PlaylistId Id, Draft Draft)> Playlist(TestDesk desk)
    {
        var camps = await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        var editor = await desk.Person("Ada", Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Rainy");
        var view = await desk.Get<OpenPlaylist>().Newest(id);
        var edited = await desk.Get<EditDraft>().Run(editor, id, view!.Version, new DraftEdit.AddTracks([.. camps.Calm.Take(3)]));
        return (camps, editor, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Draft);
    }
}
