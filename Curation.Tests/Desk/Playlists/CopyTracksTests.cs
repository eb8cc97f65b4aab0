using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Playlists;

public sealed class CopyTracksTests
{
    [Fact]
    public async Task A_copy_says_what_was_there_already_and_is_taken_back_without_touching_that()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(4);
        var target = await desk.Get<CreatePlaylist>().Run(editor, "Harbour Lights", "", null);
        var copies = desk.Get<CopyTracks>();
        await copies.Run(editor, target, [tracks[1]]);
        var copied = await copies.Run(editor, target, [tracks[0], tracks[1], tracks[2]]);
        Assert.Equal("Copied 2 tracks to “Harbour Lights”; 1 was there already.", copied.Words);
        Assert.Equal([tracks[1], tracks[0], tracks[2]], await Pool(desk, target));
        await copies.TakeBack(editor, target, copied.Added);
        Assert.Equal([tracks[1]], await Pool(desk, target));
        Assert.Equal("“Harbour Lights” holds it already; nothing was added.", (await copies.Run(editor, target, [tracks[1]])).Words);
    }

    private static async Task<IEnumerable<Curation.Core.Catalog.TrackId>> Pool(TestDesk desk, PlaylistId playlist) =>
        (await desk.Get<OpenPlaylist>().Newest(playlist))!.Draft.Pool.Select(entry => entry.Track);
}
