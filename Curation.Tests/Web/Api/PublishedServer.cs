using System.Security.Cryptography;
using System.Text;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Imports;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Curation.Tests.Web.Api;

/// <summary>A running workbench with listeners, a model, and a playlist that is published; programs get in with a key.</summary>
public sealed class PublishedServer : TestBrowser
{
    public const string Key = "a key for a listener's app";
    public const string NarrowKey = "a key that may only read shared lists";

    public const string ReportKey = "a key that delivers reports";

    public const string PlayerKey = "a key that delivers plays";
    public const string ListenersKey = "a key that changes what listeners decide";

    public const string AuditorKey = "a key that reads what was measured";

    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Curation:ApiKeys:0:Name"] = "app",
        ["Curation:ApiKeys:0:Sha256"] = Hash(Key),
        ["Curation:ApiKeys:0:Scopes:0"] = "playlists.read",
        ["Curation:ApiKeys:0:Scopes:1"] = "lists.read",
        ["Curation:ApiKeys:1:Name"] = "shop window",
        ["Curation:ApiKeys:1:Sha256"] = Hash(NarrowKey),
        ["Curation:ApiKeys:1:Scopes:0"] = "playlists.read",
        ["Curation:ApiKeys:2:Name"] = "player",
        ["Curation:ApiKeys:2:Sha256"] = Hash(PlayerKey),
        ["Curation:ApiKeys:2:Scopes:0"] = "plays.write",
        ["Curation:ApiKeys:3:Name"] = "auditor",
        ["Curation:ApiKeys:3:Sha256"] = Hash(AuditorKey),
        ["Curation:ApiKeys:3:Scopes:0"] = "assessments.read",
        ["Curation:ApiKeys:4:Name"] = "reporter",
        ["Curation:ApiKeys:4:Sha256"] = Hash(ReportKey),
        ["Curation:ApiKeys:4:Scopes:0"] = "reports.write",
        ["Curation:ApiKeys:5:Name"] = "listeners' settings",
        ["Curation:ApiKeys:5:Sha256"] = Hash(ListenersKey),
        ["Curation:ApiKeys:5:Scopes:0"] = "listeners.write",
    };

    public PlaylistId Playlist { get; private set; }

    /// <summary>All tracks; those of one genre and of the other take turns.</summary>
    public IReadOnlyList<TrackId> Tracks { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var tracks = Tracks = await Listening();
        await Wait(await TrainModel.Queue(Get<QueueJob>(), Actor.Console));
        Playlist = await Get<CreatePlaylist>().Run(Who(Roles.Editor), "Night Drive", "Home late, awake");
        await Edit(new DraftEdit.AddTracks(tracks.Take(16).ToList()));
        await Edit(new DraftEdit.SetBlend(new Blend { Size = 12, DiscoveryShare = 0.2, EditorialWeight = 0.4, ArtistSeparation = 2 }));
        await Edit(new DraftEdit.PinTrack(tracks[3], 1));
        await Approve();
        await Wait(((Publication.Queued)await Get<PublishPlaylist>().Run(Who(Roles.Editor), Playlist)).Job);
    }

    public HttpClient App(string key = Key)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>A playlist of its own that nobody has submitted.</summary>
    public async Task<PlaylistId> Drafted(string title, IEnumerable<TrackId> tracks, Blend blend)
    {
        var editor = Who(Roles.Editor);
        var playlist = await Get<CreatePlaylist>().Run(editor, title);
        var edited = await Get<EditDraft>().Run(editor, playlist, (await Get<OpenPlaylist>().Newest(playlist))!.Version, new DraftEdit.AddTracks([.. tracks]));
        await Get<EditDraft>().Run(editor, playlist, edited.Now.Version, new DraftEdit.SetBlend(blend));
        return playlist;
    }

    public async Task Edit(DraftEdit edit)
    {
        var view = await Get<OpenPlaylist>().Newest(Playlist);
        await Get<EditDraft>().Run(Who(Roles.Editor), Playlist, view!.Version, edit);
    }

    public async Task Approve()
    {
        var view = await Get<OpenPlaylist>().Newest(Playlist);
        var submission = await Get<SubmitPlaylist>().Run(Who(Roles.Editor), Playlist, view!.Version);
        await Wait(await Get<AssessPlaylist>().Run(Who(Roles.Editor), Playlist));
        await Services.Tick(Who(Roles.Reviewer), submission);
        await Get<DecideSubmission>().Run(Who(Roles.Reviewer), submission, approve: true, "fits the need");
    }

    private async Task Wait(int job)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync())
        {
            var row = await Get<ListJobs>().Find(job);
            if (row!.State == "Done") return;
            if (row.Ended) throw new InvalidOperationException(row.Error);
        }
    }

    private async Task<IReadOnlyList<TrackId>> Listening()
    {
        await using var db = await Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var genres = new[] { new Genre("Downtempo"), new Genre("Synth pop") };
        var artists = Enumerable.Range(0, 8).Select(i => new Artist($"The Lamp Posts {i + 1}")).ToList();
        var batch = new ImportBatch("test", "", "test", PersonId.Console, DateTimeOffset.UnixEpoch);
        var listeners = Enumerable.Range(0, 40).Select(i => new Listener($"listener-{i}")).ToList();
        db.AddRange(genres);
        db.AddRange(artists);
        db.Add(batch);
        db.AddRange(listeners);
        await db.SaveChangesAsync();
        var tracks = Enumerable.Range(0, 30).Select(i => new Track($"test:{i}", $"Street Light No. {i + 1}", artists[i % 8].Name, [artists[i % 8].Id])).ToList();
        foreach (var track in tracks) track.State(durationMs: 183_000);
        db.AddRange(tracks);
        await db.SaveChangesAsync();
        db.AddRange(tracks.Select((track, i) => new TrackGenre(track.Id, genres[i % 2].Id, 0)));
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var (listener, i) in listeners.Select((listener, i) => (listener, i)))
        {
            for (var play = 0; play < 9; play++)
                db.Add(new Play(listener.Id, tracks[((play * 2) + i) % 30].Id, start.AddDays(10 * play), 180_000, false, false, null, batch.Id));
        }

        await db.SaveChangesAsync();
        return tracks.ConvertAll(track => track.Id);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
