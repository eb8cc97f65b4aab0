using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Together;

public sealed class CommentTests
{
    [Fact]
    public async Task Who_is_named_has_it_waiting_until_they_answer_or_it_is_resolved()
    {
        await using var desk = await TestDesk.Open();
        var (ann, rue) = (await desk.Person("Ann Lee", Roles.Editor), await desk.Person("Rue", Roles.Reviewer));
        var id = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        var thread = await desk.Get<WriteComment>().Run(rue, id, null, "@ann lee is the opener too loud? Not for @Ann Leeds.");

        var line = Assert.Single(await Waiting(desk, ann));
        Assert.Equal(("Rue", "Night Drive"), (line.ByName, line.Title));
        await desk.Get<WriteComment>().Answer(ann, thread, "No, @Rue.");
        Assert.Empty(await Waiting(desk, ann));
        Assert.Single(await Waiting(desk, rue));
        await desk.Get<WriteComment>().Settle(ann, thread, settled: true);
        Assert.Empty(await Waiting(desk, rue));
    }

    [Fact]
    public async Task A_reviewer_comments_without_becoming_an_author()
    {
        await using var desk = await TestDesk.Open();
        var (ann, rue, may) = (await desk.Person("Ann", Roles.Editor), await desk.Person("Rue", Roles.Reviewer), await desk.Person("May", Roles.Admin));
        var id = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        await desk.Get<WriteComment>().Run(rue, id, null, "Fine by me.");
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal([ann.Person], db.PlaylistAuthors.Where(row => row.Playlist == id).Select(row => row.Person));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<WriteComment>().Run(may, id, null, "Me too."));
    }

    [Fact]
    public async Task Only_who_wrote_a_comment_changes_it_and_its_names_change_with_it()
    {
        await using var desk = await TestDesk.Open();
        var (ann, rue) = (await desk.Person("Ann", Roles.Editor), await desk.Person("Rue", Roles.Reviewer));
        var id = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        var said = await desk.Get<WriteComment>().Run(rue, id, null, "@Ann look");
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<WriteComment>().Rewrite(ann, said, "mine now"));
        await desk.Get<WriteComment>().Rewrite(rue, said, "never mind");
        Assert.Empty(await Waiting(desk, ann));
        var row = Assert.Single(await desk.Get<ReadComments>().Of(id));
        Assert.Equal("never mind", row.Text);
        Assert.NotNull(row.EditedAt);
    }

    [Fact]
    public async Task A_comment_rings_for_open_pages_and_one_on_a_track_that_is_gone_is_refused()
    {
        await using var desk = await TestDesk.Open();
        var ann = await desk.Person("Ann", Roles.Editor);
        var tracks = await desk.Tracks(2);
        var id = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        var view = await desk.Get<OpenPlaylist>().Newest(id);
        await desk.Get<EditDraft>().Run(ann, id, view!.Version, new DraftEdit.AddTracks([tracks[0]]));
        var rings = 0;
        using var ear = desk.Get<PlaylistBell>().Listen(id, _ => rings++);
        await desk.Get<WriteComment>().Run(ann, id, tracks[0], "opens well");
        Assert.Equal(1, rings);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<WriteComment>().Run(ann, id, tracks[1], "lost"));
        Assert.Equal(1, rings);
    }

    private static Task<List<TalkLine>> Waiting(TestDesk desk, Actor who) => desk.Get<ReadComments>().WaitingFor(who.Person);
}
