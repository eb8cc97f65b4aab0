using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;

namespace Curation.Tests.Desk.Editions;

/// <summary>A desk with two camps of listeners, a trained model, an editor, a reviewer and a playlist of eight calm and four loud tracks, the first of them pinned.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<int, (TwoCamps.Camps Camps, Actor Editor, Actor Reviewer)> Starts = new();

    private Newsroom(TestDesk desk, Actor editor, Actor reviewer, PlaylistId playlist, TwoCamps.Camps camps)
    {
        Desk = desk;
        Editor = editor;
        Reviewer = reviewer;
        Playlist = playlist;
        Camps = camps;
    }

    public TestDesk Desk { get; }

    public Actor Editor { get; }

    public Actor Reviewer { get; }

    public PlaylistId Playlist { get; }

    public TwoCamps.Camps Camps { get; }

    public static async Task<Newsroom> Open(int listeners = 30, Blend? blend = null)
    {
        var (directory, camps, editor, reviewer) = await Trained(listeners);
        var desk = TestDesk.OpenCopy(directory);
        var playlist = await desk.Get<CreatePlaylist>().Run(editor, "Night Drive", "Home late, awake", camps.CalmGenre);
        var room = new Newsroom(desk, editor, reviewer, playlist, camps);
        await room.Edit(new DraftEdit.AddTracks([.. camps.Calm.Take(8), .. camps.Loud.Take(4)]));
        await room.Edit(new DraftEdit.SetBlend(blend ?? new Blend { Size = 10, DiscoveryShare = 0.2, EditorialWeight = 0.3, ArtistSeparation = 2 }));
        await room.Edit(new DraftEdit.PinTrack(camps.Loud[0], 2));
        return room;
    }

    /// <summary>The camps, the people and the model, made once for each number of listeners: every room starts from a copy.</summary>
    private static async Task<(string Directory, TwoCamps.Camps Camps, Actor Editor, Actor Reviewer)> Trained(int listeners)
    {
        var directory = await PreparedStore.Of($"newsroom of {listeners}", async desk =>
        {
            var camps = await desk.TwoCampsOfListeners(listeners);
            Starts[listeners] = (camps, await desk.Person("Ada", Roles.Editor), await desk.Person("Rue", Roles.Reviewer));
            await Train(desk);
        });
        var start = Starts[listeners];
        return (directory, start.Camps, start.Editor, start.Reviewer);
    }

    public static async Task Train(TestDesk desk)
    {
        var job = await TrainModel.Queue(desk.Get<QueueJob>(), Actor.Console);
        if (await desk.Get<JobRunner>().RunOne(job, CancellationToken.None) != JobState.Done) throw new InvalidOperationException((await desk.Get<ListJobs>().Find(job))!.Error);
    }

    public T Get<T>()
        where T : notnull => Desk.Get<T>();

    public async Task Edit(DraftEdit edit)
    {
        var view = await Get<OpenPlaylist>().Newest(Playlist);
        await Get<EditDraft>().Run(Editor, Playlist, view!.Version, edit);
    }

    public async Task<int> Approve()
    {
        var view = await Get<OpenPlaylist>().Newest(Playlist);
        var submission = await Get<SubmitPlaylist>().Run(Editor, Playlist, view!.Version);
        var job = await Get<AssessPlaylist>().Run(Editor, Playlist);
        if (await Work(job) != JobState.Done) throw new InvalidOperationException((await Get<ListJobs>().Find(job))!.Error);
        await Desk.Services.Tick(Reviewer, submission);
        await Get<DecideSubmission>().Run(Reviewer, submission, approve: true, "fits the need");
        return submission;
    }

    /// <summary>Submits and has it sent back, as where something stands in the way of an approval.</summary>
    public async Task SendBack()
    {
        var view = await Get<OpenPlaylist>().Newest(Playlist);
        var submission = await Get<SubmitPlaylist>().Run(Editor, Playlist, view!.Version);
        await Get<DecideSubmission>().Run(Reviewer, submission, approve: false, "look at the case first");
    }

    public async Task<int> Queue() => ((Publication.Queued)await Get<PublishPlaylist>().Run(Editor, Playlist)).Job;

    public Task<JobState> Work(int job, CancellationToken cancel = default, Action<double, string>? watcher = null) => Get<JobRunner>().RunOne(job, cancel, watcher);

    /// <summary>Approves, publishes and returns where publishing stands.</summary>
    public async Task<PublishingState> Publish()
    {
        await Approve();
        var job = await Queue();
        if (await Work(job) != JobState.Done) throw new InvalidOperationException((await Get<ListJobs>().Find(job))!.Error);
        return (await Get<ListEditions>().Of(Playlist))!;
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
