using Bunit;
using Curation.Core.Catalog;
using Curation.Core.Desk.Hearing;
using Curation.Core.Presenting;
using Curation.Tests.Fixtures;
using Curation.Web.Admin.Media;
using Curation.Web.Hearing;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Curation.Tests.Web.Hearing;

public sealed class PlayerTests : IAsyncLifetime
{
    private readonly BunitContext screen = new();
    private readonly List<Cue> cues = [];
    private TestDesk desk = null!;
    private Player player = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await TestDesk.Open();
        player = new Player(desk.Get<HearTrack>());
        player.Cued += cue =>
        {
            cues.Add(cue);
            return Task.CompletedTask;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await screen.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_track_plays_in_the_list_around_its_button_and_goes_on_in_what_the_list_has_become()
    {
        var list = Shown(1, 2, 3);
        await list.FindAll("button")[1].ClickAsync();
        Assert.Equal(new Cue.Start(T(2)), Assert.Single(cues));
        list.Render(part => part.Add(p => p.Tracks, [T(3), T(1)]));
        Assert.True(await player.Next());
        Assert.Equal(new Cue.Start(T(3)), cues[^1]);
        list.Dispose();
        Assert.True(await player.Next());
        Assert.Equal(T(1), player.Queue!.Current);
        Assert.False(await player.Next());
    }

    [Fact]
    public async Task The_button_of_what_plays_pauses_it_and_only_its_mark_moves()
    {
        var list = Shown(1, 2);
        await list.FindAll("button")[0].ClickAsync();
        player.Heard(true);
        list.WaitForAssertion(() => Assert.Equal(["playing", null], list.FindAll(".hear").Select(mark => mark.GetAttribute("data-state"))));
        Assert.Equal(["Pause Song 1", "Play Song 2"], list.FindAll("button").Select(button => button.GetAttribute("aria-label")));
        await list.FindAll("button")[0].ClickAsync();
        Assert.Equal(new Cue.Toggle(), cues[^1]);
        player.Heard(false);
        list.WaitForAssertion(() => Assert.Equal("paused", list.Find(".hear").GetAttribute("data-state")));
    }

    [Fact]
    public async Task A_transition_needs_a_row_that_follows()
    {
        using var list = Shown(1, 2);
        Assert.True(await player.HearTransition(T(1)));
        Assert.Equal(new Cue.Blend(T(1), T(2)), cues[^1]);
        player.Crossed(T(2));
        Assert.Equal(T(2), player.Queue!.Current);
        Assert.False(await player.HearTransition(T(2)));
        Assert.False(await player.HearTransition(T(9)));
    }

    [Fact]
    public void A_button_without_a_recording_says_so_before_it_is_pressed()
    {
        using var list = Shown(1);
        Assert.Contains("not the recording", list.Find("button").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_player_there_is_only_the_artwork()
    {
        var button = screen.Render<PlayButton>(part => part.Add(p => p.Track, T(1)).Add(p => p.Title, "Song"));
        Assert.Empty(button.FindAll("button"));
        Assert.Single(button.FindAll(".art"));
    }

    [Fact]
    public void The_admin_reads_what_is_ambiguous_missing_and_left_over()
    {
        var matches = new MediaMatches(new Dictionary<TrackId, string>(), [new MediaDoubt(["a.mp3", "b.mp3"], [T(1)], "several files have this name")], new Dictionary<TrackId, string> { [T(2)] = "gone.mp3" }, ["left.mp3"]);
        var page = screen.Render<MediaFindings>(part => part.Add(p => p.Matches, matches).Add(p => p.Title, track => $"title {track}"));
        Assert.Equal(["Ambiguous 1", "Named, but not there 1", "Files of no track 1"], page.FindAll("h2").Select(head => head.TextContent));
        Assert.Contains("several files have this name", page.Markup, StringComparison.Ordinal);
        Assert.Contains("gone.mp3", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<PlayFrom> Shown(params int[] tracks) => screen.Render<PlayFrom>(part => part
        .AddCascadingValue(player).Add(p => p.Key, "pool").Add(p => p.Name, "the pool").Add(p => p.Tracks, [.. tracks.Select(T)])
        .Add(p => p.ChildContent, Buttons(tracks)));

    private static RenderFragment Buttons(int[] tracks) => builder =>
    {
        foreach (var track in tracks)
        {
            builder.OpenComponent<PlayButton>(0);
            builder.SetKey(track);
            builder.AddComponentParameter(1, nameof(PlayButton.Track), T(track));
            builder.AddComponentParameter(2, nameof(PlayButton.Title), $"Song {track}");
            builder.CloseComponent();
        }
    };

    private static TrackId T(int id) => new(id);
}
