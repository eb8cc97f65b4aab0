using Bunit;
using Curation.Core.Desk.Home;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Web.Home;
using Xunit;

namespace Curation.Tests.Web.Home;

public sealed class ReleasedPartTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private readonly BunitContext screen = new();

    public ValueTask DisposeAsync() => screen.DisposeAsync();

    [Theory, InlineData(new[] { 3, 5 }, true), InlineData(new[] { 0, 0 }, false), InlineData(new[] { 4 }, false)]
    public void Where_a_line_is_drawn_it_is_said_that_it_counts_the_tracks_of_the_pool(int[] days, bool drawn)
    {
        var line = new ReleaseLine(new PlaylistId(1), new RevisionId(2), "Night Drive", 1, EditionState.Live, Now.AddDays(-3), "Ada");
        var part = screen.Render<ReleasedPart>(x => x.Add(p => p.Lines, [line]).Add(p => p.Now, Now).Add(p => p.Reach, new Reach(100, new Dictionary<(PlaylistId, int), int[]> { [(line.Playlist, 1)] = days })));
        Assert.Equal(drawn ? 1 : 0, part.FindAll("svg.spark").Count);
        Assert.Equal(drawn, part.Markup.Contains("plays of the pool's tracks by day", StringComparison.Ordinal) || part.Markup.Contains("plays of the pool&#39;s tracks by day", StringComparison.Ordinal));
    }
}
