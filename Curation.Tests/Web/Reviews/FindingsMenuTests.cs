using Bunit;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Policies;
using Curation.Tests.Fixtures;
using Curation.Web.Reviews;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Web.Reviews;

public sealed class FindingsMenuTests : IAsyncDisposable
{
    private readonly BunitContext screen = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public ValueTask DisposeAsync() => screen.DisposeAsync();

    [Fact]
    public async Task The_gate_is_read_once_for_each_change_and_not_for_each_letter_that_is_typed_beside_it()
    {
        await using var room = await ReviewRoom.Open();
        var revision = (await room.Get<ListSubmissions>().Find(room.Submission))!.Submission.Revision;
        screen.Services.AddSingleton(room.Get<ReadFindings>());
        screen.Services.AddSingleton(room.Get<PlaylistBell>());
        var menu = screen.Render<FindingsMenu>(part => part.Add(p => p.Playlist, room.Playlist).Add(p => p.Revision, revision).Add(p => p.Submission, room.Submission));
        menu.WaitForAssertion(() => Assert.Contains("not assessed", menu.Markup, StringComparison.Ordinal));

        await room.Measure(Measured.Of("fit-gap/listener taste", 0.3));
        menu.Render();
        Assert.Contains("not assessed", menu.Markup, StringComparison.Ordinal);
        room.Get<PlaylistBell>().Ring(room.Playlist, PersonId.Console);
        menu.WaitForAssertion(() => Assert.Contains("1 warning", menu.Markup, StringComparison.Ordinal));
    }
}
