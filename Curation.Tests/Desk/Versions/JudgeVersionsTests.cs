using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Desk.Versions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Versions;

public sealed class JudgeVersionsTests
{
    [Fact]
    public async Task A_verdict_holds_at_once_is_logged_and_can_be_taken_back()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(3);
        var (judge, versions) = (desk.Get<JudgeVersions>(), desk.Get<CurrentVersions>());
        Assert.Single((await versions.Get()).Group(tracks[0]).Tracks);

        var act = await judge.Say(editor, tracks[1], tracks[0], VersionRelation.SameRecording);
        Assert.Equal(tracks.Take(2), (await versions.Get()).Group(tracks[0]).Tracks);
        await judge.TakeBack(editor, act);
        Assert.Single((await versions.Get()).Group(tracks[0]).Tracks);
        var history = Assert.Single(await desk.Get<ListVersions>().History());
        Assert.NotNull(history.TakenBackAt);
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal(["version.judge", "version.take-back"], await db.AuditLog.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
        await Assert.ThrowsAsync<RefusedException>(() => judge.TakeBack(editor, act));
    }

    [Fact]
    public async Task Groups_are_merged_split_and_merged_again_and_the_history_keeps_it_all()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(4);
        var (judge, versions) = (desk.Get<JudgeVersions>(), desk.Get<CurrentVersions>());
        await judge.Merge(editor, tracks[0], tracks[1]);
        await judge.Merge(editor, tracks[2], tracks[3]);
        var both = await judge.Merge(editor, tracks[1], tracks[2]);
        Assert.Equal(4, (await versions.Get()).Group(tracks[3]).Tracks.Count);
        await judge.Split(editor, tracks[3]);
        Assert.Equal(tracks.Take(3), (await versions.Get()).Group(tracks[0]).Tracks);
        await judge.TakeBack(editor, both);
        Assert.Equal(tracks.Take(2), (await versions.Get()).Group(tracks[0]).Tracks);
        Assert.Equal(4, (await desk.Get<ListVersions>().History()).Count);
    }

    [Fact]
    public async Task The_preferred_version_is_one_a_group_and_a_later_choice_takes_its_place()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(2);
        var (judge, versions) = (desk.Get<JudgeVersions>(), desk.Get<CurrentVersions>());
        await judge.Merge(editor, tracks[0], tracks[1]);
        await judge.Prefer(editor, tracks[0]);
        await judge.Prefer(editor, tracks[1]);
        Assert.Equal(tracks[1], (await versions.Get()).Better(tracks[0]));
    }

    [Fact]
    public async Task Only_editors_and_admins_say_what_versions_are()
    {
        await using var desk = await TestDesk.Open();
        var reviewer = await desk.Person("rae", Roles.Reviewer);
        var tracks = await desk.Tracks(2);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<JudgeVersions>().Say(reviewer, tracks[0], tracks[1], VersionRelation.SameRecording));
    }

    [Fact]
    public async Task Another_copy_of_a_recording_in_the_pool_is_not_suggested_and_the_answer_says_why()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(6, artists: 2);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Night Drive", "track", null);
        var view = (await desk.Get<OpenPlaylist>().Newest(id))!;
        var draft = view.Draft.Apply(new DraftEdit.AddTracks([tracks[0]]), editor.Person, desk.Clock.GetUtcNow());
        var explain = desk.Get<ExplainAbsence>();
        Assert.NotEqual(AbsenceCause.Excluded, (await explain.Of(id, draft, SuggestionFilters.None, tracks[2]))!.Cause);
        await desk.Get<JudgeVersions>().Say(editor, tracks[0], tracks[2], VersionRelation.SameRecording);
        var answer = (await explain.Of(id, draft, SuggestionFilters.None, tracks[2]))!;
        Assert.Equal((AbsenceCause.Excluded, "The pool holds the same recording already, as another track."), (answer.Cause, Assert.Single(answer.Because, because => because.StartsWith("The pool", StringComparison.Ordinal))));
    }
}
