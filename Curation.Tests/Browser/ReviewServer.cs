using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Curation.Tests.Browser;

/// <summary>A running workbench whose clock can be put forward, with tracks to submit and figures that a test chooses.</summary>
public sealed class ReviewServer : TestBrowser
{
    private readonly ShiftedClock clock = new();
    private IReadOnlyList<TrackId> tracks = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Wait(TimeSpan time) => clock.Advance(time);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = await Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var artists = Enumerable.Range(1, 4).Select(i => new Artist($"The Lamp Posts {i}")).ToList();
        db.AddRange(artists);
        await db.SaveChangesAsync();
        var made = Enumerable.Range(0, 8).Select(i => new Track($"test:{i}", $"Street Light No. {i + 1}", artists[i % 4].Name, [artists[i % 4].Id])).ToList();
        foreach (var track in made) track.State(durationMs: 200_000);
        db.AddRange(made);
        await db.SaveChangesAsync();
        tracks = made.ConvertAll(track => track.Id);
    }

    /// <summary>A playlist of all tracks that nobody has submitted.</summary>
    public async Task<PlaylistView> Drafted(string title)
    {
        var editor = Who(Roles.Editor);
        var id = await Get<CreatePlaylist>().Run(editor, title, "Home late, awake");
        var view = await Get<OpenPlaylist>().Newest(id);
        return (await Get<EditDraft>().Run(editor, id, view!.Version, new DraftEdit.AddTracks(tracks))).Now;
    }

    /// <summary>A playlist that waits for review, measured with these figures in place of calm ones.</summary>
    public async Task<(PlaylistId Playlist, int Submission)> Submitted(string title, params Figure[] figures)
    {
        var drafted = await Drafted(title);
        var submission = await Get<SubmitPlaylist>().Run(Who(Roles.Editor), drafted.Id, drafted.Version, "Please look at the first two.");

        // The workbench measures what is submitted by itself; figures that are chosen come after its own.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await Get<AssessPlaylist>().Running(drafted.Revision) is not null) await timer.WaitForNextTickAsync();
        await Measure(submission, figures);
        return (drafted.Id, submission);
    }

    public Task<int> Measure(int submission, params Figure[] figures) => Services.Measure(submission, Measured.But(figures), listeners: 0, population: 0);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock));
    }
}
