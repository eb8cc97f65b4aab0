using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Assessing;

public sealed class OpenFigureTests
{
    private static readonly MeasureKey Young = new(Measures.Fit, ListenerDimensions.Age, "18-24");

    [Fact]
    public async Task A_figure_of_a_group_of_listeners_opens_to_how_many_they_are_and_what_they_get()
    {
        await using var room = await TwoAges();
        var sample = (await room.Get<SampleDraft>().Run(room.Playlist))!;
        var behind = await room.Get<OpenFigure>().OfListeners(sample.Origin, Young);
        Assert.Equal(new ListenersBehind(15, 30, 30, true), behind.Listeners);
        Assert.Equal(15 * 4, behind.Tracks.Sum(track => track.Places));
        Assert.Equal(1, behind.Tracks.Sum(track => track.Share), 1e-9);
        var old = await room.Get<OpenFigure>().OfListeners(sample.Origin, Young with { Group = "25-34" });
        double Calm(FigureBehind of) => of.Tracks.Where(track => room.Camps.Calm.Contains(track.Id)).Sum(track => track.Share);
        Assert.True(Calm(behind) > Calm(old) + 0.5, $"{Calm(behind)} and {Calm(old)}");
        Assert.All(behind.Artists.Take(1), artist => Assert.StartsWith("Quiet", artist.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_behind_a_group_that_is_not_there()
    {
        await using var room = await TwoAges();
        var sample = (await room.Get<SampleDraft>().Run(room.Playlist))!;
        var nobody = await room.Get<OpenFigure>().OfListeners(sample.Origin, Young with { Group = "99+" });
        Assert.Equal((0, 0), (nobody.Listeners!.InGroup, nobody.Tracks.Count));
    }

    [Fact]
    public async Task Lists_that_are_made_anew_from_another_draft_than_was_measured_say_so()
    {
        await using var room = await TwoAges();
        var sample = (await room.Get<SampleDraft>().Run(room.Playlist))!;
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]]));
        Assert.False((await room.Get<OpenFigure>().OfListeners(sample.Origin, Young)).Listeners!.AsMeasured);
    }

    [Fact]
    public async Task Relevance_is_a_percentile_whose_mean_is_the_fit_and_serendipity_is_measured_of_it()
    {
        await using var room = await TwoAges();
        var revision = (await room.Get<OpenPlaylist>().At(room.Playlist, (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Revision))!;
        var simulation = await room.Get<SimulateAudience>().Sample(await room.Get<Core.Desk.Models.CurrentModel>().Get(), revision, CancellationToken.None);
        Assert.Equal(simulation.Lists.Tracks.Length, simulation.Relevance.Length);
        var at = 0;
        for (var row = 0; row < simulation.Lists.Count; row++)
        {
            var relevance = simulation.Relevance.AsSpan(at, simulation.Lists.Of(row).Length).ToArray();
            at += relevance.Length;
            Assert.All(relevance, one => Assert.InRange(one, 0, 1));
            Assert.Equal(simulation.Fits[row], relevance.Average(one => (double)one), 1e-6);
        }

        var figure = (await room.Get<SampleDraft>().Run(room.Playlist))!.Figures.Single(figure => figure.Key == new MeasureKey(Measures.Serendipity));
        Assert.Equal(30, figure.Count);
        Assert.InRange(figure.Value!.Value, 1e-6, 1);
    }

    /// <summary>Lists by taste alone; who hears calm music is younger.</summary>
    private static async Task<Newsroom> TwoAges()
    {
        var room = await Newsroom.Open(blend: new Blend { Size = 4, DiscoveryShare = 0, EditorialWeight = 0, ArtistSeparation = 1 });
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        foreach (var (i, listener) in (await db.Listeners.OrderBy(listener => listener.Id).ToListAsync()).Index()) listener.Describe(i % 2 == 0 ? "18-24" : "25-34", null, null);
        await db.SaveChangesAsync();
        return room;
    }
}
