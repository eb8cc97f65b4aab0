using Curation.Core.Auditing.Content;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;
using Curation.Core.Recommending.Suggesting;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Content;

public sealed class EffectTests
{
    [Theory]
    [InlineData(ContentMeasure.Restrict, "restricted")]
    [InlineData(ContentMeasure.Remove, "removed")]
    public async Task A_restricted_or_removed_track_leaves_lists_that_are_made_and_those_that_are_published(ContentMeasure measure, string because)
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var track = room.Camps.Loud[0];
        var before = (await room.Get<ReadListenerList>().Live("night-drive", null))!;
        Assert.Contains(before.Tracks, one => one.Slot.Track == track);
        Assert.Equal(before.ListHash, before.GivenHash);

        await room.Decided(track, measure);
        var after = (await room.Get<ReadListenerList>().Live("night-drive", null))!;
        Assert.Equal(before.Tracks.Where(one => one.Slot.Track != track), after.Tracks);
        Assert.Equal([new NotGiven(track, because)], after.LeftOut);
        Assert.Equal(before.ListHash, after.ListHash);
        Assert.NotEqual(before.GivenHash, after.GivenHash);
        Assert.Contains($"\"because\": \"{because}\"", System.Text.Encoding.UTF8.GetString(new Jspf().ToBytes(after)), StringComparison.Ordinal);
        foreach (var key in (string[])["listener-3", "listener-4"]) Assert.DoesNotContain((await room.Get<ReadListenerList>().Live("night-drive", key))!.Tracks, one => one.Slot.Track == track);

        var preview = (await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Newcomer()]))!.Lists[0].List!;
        Assert.DoesNotContain(preview.Slots.ToArray(), slot => slot.Track == track);
        Assert.Contains(preview.LeftOut, one => one == new LeftOut(track, Exclusion.Refused, 2));
    }

    [Fact]
    public async Task A_restricted_track_is_no_suggestion_and_no_discovery_but_is_found_and_a_removed_one_is_not()
    {
        await using var room = await Newsroom.Open(blend: new Blend { Size = 12, DiscoveryShare = 0.5, EditorialWeight = 0.2, ArtistSeparation = 1 });
        var suggested = (await room.Get<SuggestTracks>().For(room.Playlist, new SuggestionFilters())).Items[0].Track.Id;
        await room.Decided(suggested, ContentMeasure.Restrict);
        Assert.DoesNotContain((await room.Get<SuggestTracks>().For(room.Playlist, new SuggestionFilters())).Items, item => item.Track.Id == suggested);
        Assert.Contains("content policy", string.Join(' ', (await room.Get<ExplainAbsence>().Of(room.Playlist, (await room.Head()).Draft, new SuggestionFilters(), suggested))!.Because), StringComparison.Ordinal);
        foreach (var choice in (PreviewChoice[])[new PreviewChoice.Listener("listener-3"), new PreviewChoice.Listener("listener-4")])
            Assert.DoesNotContain((await room.Get<PreviewSideBySide>().Run(room.Playlist, [choice]))!.Lists[0].List!.Slots.ToArray(), slot => slot.Track == suggested);
        Assert.Contains((await room.Get<SearchCatalogue>().Run(new SearchAsk())).Items, item => item.Row.Track.Id == suggested);

        await room.Decided(room.Camps.Calm[3], ContentMeasure.Remove);
        var found = (await room.Get<SearchCatalogue>().Run(new SearchAsk())).Items.Select(item => item.Row.Track.Id).ToList();
        Assert.DoesNotContain(room.Camps.Calm[3], found);
        Assert.Contains(suggested, found);
    }

    [Fact]
    public async Task A_blocking_rule_keeps_its_tracks_from_lists_and_suggestions_at_once_and_a_decision_lets_them_back()
    {
        await using var room = await Newsroom.Open();
        var track = room.Camps.Calm[0];
        await room.SaveRules(PolicyDesk.OfTracks(ContentLevel.Block, track, room.Camps.Calm[10]));
        Assert.DoesNotContain((await List(room)).Slots.ToArray(), slot => slot.Track == track);
        Assert.DoesNotContain((await room.Get<SuggestTracks>().For(room.Playlist, new SuggestionFilters())).Items, item => item.Track.Id == room.Camps.Calm[10]);
        await room.SendBack();
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        await room.Get<DecideCase>().Run(room.Reviewer, id, new ContentVerdict(ContentMeasure.Advisory, "with a mark"));
        Assert.Contains((await List(room)).Slots.ToArray(), slot => slot.Track == track);
        await room.Publish();
        Assert.True((await room.Get<ReadListenerList>().Live("night-drive", null))!.Tracks.Single(one => one.Slot.Track == track).Advised);
    }

    [Fact]
    public async Task A_listener_gets_nothing_that_may_not_be_heard_where_they_are_whether_it_was_known_before_or_after_publishing()
    {
        await using var room = await Newsroom.Open();
        var (early, late) = (room.Camps.Loud[0], room.Camps.Calm[0]);
        await room.Change(async db =>
        {
            (await db.Tracks.SingleAsync(row => row.Id == early)).StateRights(RightsState.Cleared, allowedIn: "DE");
            (await db.Listeners.SingleAsync(row => row.Key == "listener-2")).Describe(null, "DE-BE", null);
            (await db.Listeners.SingleAsync(row => row.Key == "listener-4")).Describe(null, "fr", null);
        });
        await room.Publish();
        var german = (await room.Get<ReadListenerList>().Live("night-drive", "listener-2"))!;
        Assert.Contains(german.Tracks, one => one.Slot.Track == early);
        foreach (var key in (string?[])["listener-4", "listener-6", null])
        {
            var list = (await room.Get<ReadListenerList>().Live("night-drive", key))!;
            Assert.DoesNotContain(list.Tracks, one => one.Slot.Track == early);
            Assert.Empty(list.LeftOut);
        }

        await room.Change(async db => (await db.Tracks.SingleAsync(row => row.Id == late)).StateRights(blockedIn: "DE"));
        var now = (await room.Get<ReadListenerList>().Live("night-drive", "listener-2"))!;
        Assert.Equal(german.Tracks.Where(one => one.Slot.Track != late).Select(one => one.Slot), now.Tracks.Select(one => one.Slot));
        Assert.Equal(german.Tracks.Any(one => one.Slot.Track == late) ? [new NotGiven(late, "territory")] : [], now.LeftOut);
    }

    [Fact]
    public async Task A_decision_for_some_territories_keeps_the_track_from_listeners_there()
    {
        await using var room = await Newsroom.Open();
        await room.Change(async db =>
        {
            (await db.Listeners.SingleAsync(row => row.Key == "listener-2")).Describe(null, "DE", null);
            (await db.Listeners.SingleAsync(row => row.Key == "listener-4")).Describe(null, "FR", null);
        });
        await room.Publish();
        await room.Decided(room.Camps.Loud[0], ContentMeasure.Remove, "DE");
        Assert.DoesNotContain((await room.Get<ReadListenerList>().Live("night-drive", "listener-2"))!.Tracks, one => one.Slot.Track == room.Camps.Loud[0]);
        Assert.Contains((await room.Get<ReadListenerList>().Live("night-drive", "listener-4"))!.Tracks, one => one.Slot.Track == room.Camps.Loud[0]);
    }

    [Fact]
    public async Task The_people_of_a_playlist_read_why_a_track_is_on_no_list_and_may_appeal()
    {
        await using var room = await Newsroom.Open();
        var (id, _) = await room.Decided(room.Camps.Loud[0], ContentMeasure.Remove);
        var told = Assert.Single(await room.Get<ContentFindings>().Of(room.Playlist, (await room.Head()).Draft));
        Assert.Equal((room.Camps.Loud[0], "It is on no list: as the test asks", false, true), (told.Finding.Track!.Value, told.Finding.Message, told.Blocks, told.TellsOfDecision));
        Assert.Equal(id, Assert.Single(await room.Get<ListCases>().Of(room.Playlist)).Case.Id);
        await room.Get<AppealDecision>().Run(room.Editor, id, "It is ours to play");
        Assert.Equal(CaseState.Appealed, Assert.Single(await room.Get<ListCases>().Of(room.Playlist)).Case.State);
        await room.Approve();
        Assert.Single(await room.Get<ListCases>().Waiting());
    }

    [Fact]
    public async Task A_restricted_playlist_is_not_listed_and_a_removed_one_is_given_to_nobody()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Hate, "night-drive", "all of it"), null);
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        await room.Get<DecideCase>().Run(room.Reviewer, id, new ContentVerdict(ContentMeasure.Restrict, "for now"));
        Assert.Empty(await room.Get<ListLivePlaylists>().Run());
        Assert.NotNull(await room.Get<ReadListenerList>().Live("night-drive", null));

        await room.Get<AppealDecision>().Run(room.Editor, id, "why?");
        var second = await room.Desk.Person("Ron", Curation.Core.Desk.Acting.Roles.Reviewer);
        await room.Get<DecideCase>().Run(second, id, new ContentVerdict(ContentMeasure.Remove, "it is worse than that"));
        Assert.Null(await room.Get<ReadListenerList>().Live("night-drive", null));
        Assert.Null(await room.Get<ReadListenerList>().Live("night-drive", "listener-3"));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.Single(await ContentFindings.OpenBlocking(db, await room.Head(), room.Desk.Clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task A_declaration_travels_with_its_entry_to_the_listeners_app()
    {
        await using var room = await Newsroom.Open();
        var track = room.Camps.Loud[0];
        await Assert.ThrowsAsync<RefusedException>(() => room.Edit(Declare(track, "Copper Kettle", " ")));
        await room.Edit(Declare(track, "Copper Kettle", "spring campaign"));
        await room.Publish();
        var list = (await room.Get<ReadListenerList>().Live("night-drive", null))!;
        Assert.Equal(new CommercialTie("Copper Kettle", "spring campaign"), list.Tracks.Single(one => one.Slot.Track == track).Promoted);
        Assert.Contains("\"by\": \"Copper Kettle\"", System.Text.Encoding.UTF8.GetString(new Jspf().ToBytes(list)), StringComparison.Ordinal);
        await room.Edit(new DraftEdit.SetFields([new FieldEdit(track, CommercialTie.Field, """{"who":"Copper Kettle","what":"spring campaign"}""", null)]));
        Assert.All((await room.Head()).Draft.Pool, entry => Assert.Null(entry.Commercial));
    }

    private static DraftEdit Declare(TrackId track, string who, string what) =>
        new DraftEdit.SetFields([new FieldEdit(track, CommercialTie.Field, null, System.Text.Json.JsonSerializer.Serialize(new CommercialTie(who, what), DraftJson.Options))]);

    private static async Task<ComposedList> List(Newsroom room) => (await room.Get<PreviewSideBySide>().Run(room.Playlist, [new PreviewChoice.Newcomer()]))!.Lists[0].List!;
}
