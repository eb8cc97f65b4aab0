using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Curation.Tests.Desk.Policies;

/// <summary>A desk with an editor, three reviewers, an admin, and a playlist of six tracks that waits for review. Nobody has measured it yet.</summary>
internal sealed class ReviewRoom : IAsyncDisposable
{
    private ReviewRoom(TestDesk desk) => Desk = desk;

    public TestDesk Desk { get; }

    public Actor Editor { get; private set; }

    public Actor Reviewer { get; private set; }

    public Actor Second { get; private set; }

    public Actor Third { get; private set; }

    public Actor Admin { get; private set; }

    public PlaylistId Playlist { get; private set; }

    public int Submission { get; private set; }

    public static async Task<ReviewRoom> Open()
    {
        var room = new ReviewRoom(await TestDesk.Open());
        room.Editor = await room.Desk.Person("Ada", Roles.Editor);
        room.Reviewer = await room.Desk.Person("Rue", Roles.Reviewer);
        room.Second = await room.Desk.Person("Ola", Roles.Reviewer);
        room.Third = await room.Desk.Person("Bo", Roles.Reviewer);
        room.Admin = await room.Desk.Person("Kim", Roles.Admin);
        var tracks = await room.Desk.Tracks(6);
        (room.Playlist, room.Submission) = await room.Submitted(room.Editor, "Night Drive", new DraftEdit.AddTracks(tracks));
        return room;
    }

    public T Get<T>()
        where T : notnull => Desk.Get<T>();

    public async Task<(PlaylistId Playlist, int Submission)> Submitted(Actor editor, string title, DraftEdit edit)
    {
        var id = await Get<CreatePlaylist>().Run(editor, title);
        var view = await Get<OpenPlaylist>().Newest(id);
        var edited = await Get<EditDraft>().Run(editor, id, view!.Version, edit);
        return (id, await Get<SubmitPlaylist>().Run(editor, id, edited.Now.Version));
    }

    public async Task<IReadOnlyList<TrackId>> Tracks()
    {
        await using var db = await Desk.Factory.CreateDbContextAsync();
        return await db.Tracks.OrderBy(track => track.Id).Select(track => track.Id).ToListAsync();
    }

    public Task<int> Measure(params Figure[] others) => Desk.Services.Measure(Submission, Measured.But(others));

    public Task Tick(Actor reviewer) => Desk.Services.Tick(reviewer, Submission);

    public Task<Decided> Decide(Actor reviewer, bool approve = true, string reason = "fits the need") => Get<DecideSubmission>().Run(reviewer, Submission, approve, reason);

    public async Task<Decided> Approve(Actor reviewer)
    {
        await Tick(reviewer);
        return await Decide(reviewer);
    }

    public Task<int> Waive(Actor reviewer, string key, int days = 7, Side side = Side.Above) =>
        Get<GrantWaiver>().Run(reviewer, Submission, MeasureKey.Parse(key), side, "a live week, mended by then", Editor.Person, Desk.Clock.GetUtcNow().AddDays(days));

    public async Task<int> ChangePolicy(Func<PolicyRules, PolicyRules> change)
    {
        var (number, rules) = await Get<ReadPolicies>().InForce();
        return (await Get<SavePolicy>().Run(Admin, number, change(rules), "we learnt something")).Number;
    }

    public async Task<int> Publish() => ((Publication.Queued)await Get<PublishPlaylist>().Run(Editor, Playlist)).Job;

    public Task<JobState> Work(int job, Action<double, string>? watcher = null) => Get<JobRunner>().RunOne(job, CancellationToken.None, watcher);

    public async Task<GateState> Gate() => (await Get<OpenSubmission>().Run(Submission))!.Desk.Gate;

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
