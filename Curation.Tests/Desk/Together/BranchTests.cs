using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Together;

public sealed class BranchTests
{
    [Fact]
    public async Task A_branch_brings_back_what_was_chosen_on_top_of_what_its_origin_became()
    {
        await using var desk = await TestDesk.Open();
        var (ann, rob) = (await desk.Person("Ann", Roles.Editor), await desk.Person("Rob", Roles.Editor));
        var tracks = await desk.Tracks(4);
        var origin = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        await Edit(desk, ann, origin, new DraftEdit.AddTracks([tracks[0], tracks[1]]));
        var began = (await desk.Get<OpenPlaylist>().Newest(origin))!.Revision;
        desk.Clock.Advance(Revision.Sitting);
        var branch = await desk.Get<BranchPlaylist>().Run(rob, origin, began);
        await Edit(desk, rob, branch, new DraftEdit.AddTracks([tracks[2]]));
        await Edit(desk, rob, branch, new DraftEdit.WriteNote(tracks[0], "opens"));
        await Edit(desk, rob, branch, new DraftEdit.RemoveTracks([tracks[1]]));
        await Edit(desk, ann, origin, new DraftEdit.AddTracks([tracks[3]]));

        var view = (await desk.Get<BranchPlaylist>().View(branch))!;
        Assert.Equal((origin, 3), (view.Origin, view.Steps.Count));
        var take = view.Steps.Index().Where(step => step.Item is not DraftEdit.RemoveTracks).Select(step => step.Index).ToList();
        Assert.Empty(await desk.Get<BranchPlaylist>().MergeBack(rob, branch, take));

        var draft = (await desk.Get<OpenPlaylist>().Newest(origin))!.Draft;
        Assert.Equal("Night Drive", draft.Title);
        Assert.Equal(tracks.ToHashSet(), draft.Pool.Select(entry => entry.Track).ToHashSet());
        Assert.Equal("opens", draft.Pool[0].Note);
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal(2, db.PlaylistAuthors.Count(author => author.Playlist == origin));
        Assert.Null(await desk.Get<BranchPlaylist>().View(origin));
    }

    [Fact]
    public async Task A_submitted_revision_can_be_named_too_and_the_name_taken_away()
    {
        await using var desk = await TestDesk.Open();
        var ann = await desk.Person("Ann", Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        var revision = (await desk.Get<OpenPlaylist>().Newest(id))!.Revision;
        await desk.Get<LabelRevision>().Run(ann, id, revision, " before summer ", "slow");
        Assert.Equal(("before summer", "slow"), ((await desk.Get<LabelRevision>().Of(id))[revision].Name, (await desk.Get<LabelRevision>().Of(id))[revision].Note));
        await desk.Get<LabelRevision>().Run(ann, id, revision, "", "");
        Assert.Empty(await desk.Get<LabelRevision>().Of(id));
    }

    private static async Task Edit(TestDesk desk, Actor who, PlaylistId id, DraftEdit edit) =>
        await desk.Get<EditDraft>().Run(who, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version, edit);
}
