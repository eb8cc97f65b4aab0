using System.Text;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Laboratory;
using Curation.Core.Desk.Metering;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Simulating;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Assessing;

/// <summary>Whatever a store lacks, a playlist goes the whole way: it is measured, held against the policy, metered, opened, exported and tried in the laboratory, and what is not defined is never a number.</summary>
public sealed class PoorStoreTests
{
    private static readonly Dictionary<string, Func<Newsroom, Task>> Lacks = new()
    {
        ["no attributes at all"] = room => Gone(room, db => db.TrackGenres.ExecuteDeleteAsync()),
        ["one group only"] = room => Scene(room, artist => "north"),
        ["a group with one artist"] = room => Scene(room, artist => artist == "Quiet Artist 0" ? "north" : "south"),
        ["no plays"] = room => Gone(room, db => db.Plays.ExecuteDeleteAsync()),
        ["zero listeners"] = room => Gone(room, db => db.Plays.ExecuteDeleteAsync(), db => db.Listeners.ExecuteDeleteAsync()),
        ["a pool smaller than the list"] = async room => await room.Edit(new DraftEdit.RemoveTracks([.. room.Camps.Calm.Take(8), .. room.Camps.Loud.Skip(2).Take(2)])),
    };

    public static TheoryData<string> Poor => [.. Lacks.Keys];

    [Theory, MemberData(nameof(Poor))]
    public async Task A_playlist_goes_the_whole_way_in_a_store_with(string lack)
    {
        await using var room = await Newsroom.Open();
        await Lacks[lack](room);
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        await room.Get<SubmitPlaylist>().Run(room.Editor, room.Playlist, view.Version);
        Assert.Equal(JobState.Done, await room.Work((await room.Get<AssessPlaylist>().Running(view.Revision))!.Value));
        var assessment = (await room.Get<ReadAssessments>().Of(view.Revision))!;
        AssertSound(assessment.Figures);
        await AssertOpensAndLeaves(room, assessment);
        await AssertMeters(room, view.Draft);
        await AssertTries(room, assessment.Population);
    }

    /// <summary>Shares of a dimension's groups add up to one or are not defined, and nothing is not a number.</summary>
    private static void AssertSound(IReadOnlyList<Figure> figures)
    {
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.True(figure.Value is null || double.IsFinite(figure.Value.Value), $"{figure.Key} is {figure.Value}"));
        foreach (var dimension in figures.Where(figure => figure.Key is { Measure: Measures.Exposure, Against: "" } && !figure.Key.Dimension.Contains('×', StringComparison.Ordinal)).GroupBy(figure => figure.Key.Dimension))
        {
            Assert.Contains(dimension, figure => figure.Key.Group == "unknown");
            if (dimension.All(figure => figure.Value is not null)) Assert.Equal(1, dimension.Sum(figure => figure.Value!.Value), 6);
        }
    }

    private static async Task AssertOpensAndLeaves(Newsroom room, Assessment assessment)
    {
        var tracks = await room.Get<ReadAssessments>().TracksOf(assessment.Id);
        foreach (var figure in assessment.Figures.Where(figure => figure.Key.Measure == Measures.Exposure))
            Assert.All((await room.Get<OpenFigure>().Run(room.Playlist, tracks, figure.Key)).Tracks, track => Assert.InRange(track.Share, 0, 1));
        foreach (var format in (string[])["csv", "json"])
            Assert.DoesNotContain("NaN", Encoding.UTF8.GetString((await room.Get<ExportAssessment>().Run(room.Playlist, assessment.Id, format))!.Bytes), StringComparison.Ordinal);
    }

    private static async Task AssertMeters(Newsroom room, Draft draft)
    {
        var meter = await room.Get<ReadMeter>().Of(room.Playlist, draft);
        AssertSound(meter.Figures);
        Assert.All(meter.Findings.Where(finding => finding.Value is null), finding => Assert.NotEqual(FindingLevel.Pass, finding.Level));
        foreach (var finding in meter.Findings)
        {
            var fix = await room.Get<SuggestFix>().For(room.Playlist, draft, finding);
            Assert.True(fix.Swaps.Count > 0 || fix.Note.Length > 0);
        }

        Assert.All(await room.Get<DrawTradeOff>().OfCalibration(room.Playlist, draft), point => Assert.True(point.Fit is null or (>= 0 and <= 1)));
    }

    private static async Task AssertTries(Newsroom room, int population)
    {
        var plain = new Blend { Size = 8 };
        var id = await room.Get<StartExperiment>().Run(room.Editor, room.Playlist, "Does it hold?", "genre", new LoopOptions { Weeks = 2, Choices = 4, Factors = 8 }, [new("as it is", plain), new("more discovery", plain with { DiscoveryShare = 0.4 })]);
        var job = (await room.Get<ReadExperiments>().Find(id))!.Job!;
        Assert.Equal(population == 0 ? JobState.Failed : JobState.Done, await room.Work(job.Id));
        var after = (await room.Get<ReadExperiments>().Find(id))!;
        if (population == 0) Assert.Contains("There are no listeners to simulate", after.Job!.Error!, StringComparison.Ordinal);
        else Assert.All(after.Experiment.Curves.SelectMany(curve => curve.Weeks), week => Assert.True(week.Gini is null or (>= 0 and <= 1)));
    }

    private static async Task Gone(Newsroom room, params Func<Core.Storage.CurationDb, Task<int>>[] deletions)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        foreach (var deletion in deletions) await deletion(db);
    }

    private static async Task Scene(Newsroom room, Func<string, string> of)
    {
        var admin = await room.Desk.Person("Abe", Roles.Admin);
        await room.Get<DefineAttribute>().Run(admin, "scene", AttributeSubject.Artist);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var lines = (await db.Artists.Select(artist => artist.Name).ToListAsync()).Select(name => $"{name}\t{of(name)}");
        await room.Get<SetValues>().Run(admin, (await room.Get<ListAttributes>().All()).Single().Id, 1, "a register", string.Join('\n', lines));
    }
}
