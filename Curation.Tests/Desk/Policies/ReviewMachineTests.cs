using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Core.Storage.Models;
using Curation.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Policies;

/// <summary>Any sequence of what people can do, hostile ones among them, against a small model of what may happen: approvals and publications succeed exactly when the model says so.</summary>
public sealed class ReviewMachineTests
{
    private const int Runs = 25;
    private const int Longest = 30;

    private enum Step
    {
        Submit,
        TakeBack,
        MeasureCalm,
        MeasureBlocked,
        Waive,
        Wait,
        SwapModel,
        ChangePolicy,
        Demote,
        Promote,
        ApproveAsReviewer,
        ApproveAsAuthor,
        ApproveAsLinked,
        SendBack,
        Edit,
        Publish,
    }

    [Fact]
    public async Task Nothing_is_approved_or_published_but_what_may_be()
    {
        await using var room = await ReviewRoom.Open();
        await room.ChangePolicy(rules => rules with { Checklist = [], SecondReview = new SecondReview { FromImpactLevel = null, WhenABlockIsWaived = false } });
        await room.Get<ChangeRoles>().Run(room.Admin, room.Editor.Person, [Roles.Editor, Roles.Reviewer]);
        await room.Get<LinkAccounts>().Run(room.Admin, room.Editor.Person, room.Second.Person);
        await room.Get<SubmitPlaylist>().TakeBack(room.Editor, room.Submission);
        var any = Gen.Elements(Enum.GetValues<Step>());
        var onward = Gen.Elements(Step.Submit, Step.MeasureCalm, Step.ApproveAsReviewer, Step.Publish);
        var walks = Gen.Frequency((1, any), (1, onward)).ArrayOf(Longest).Select(steps => steps.Prepend(Step.Submit).ToArray());
        var (approvals, publications) = (0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs), Prop.ForAll(walks.ToArbitrary(), steps =>
        {
            var walk = Walk.Start(room).GetAwaiter().GetResult();
            foreach (var step in steps) walk.Do(step).GetAwaiter().GetResult();
            approvals += walk.Approvals;
            publications += walk.Publications;
        }));
        Assert.True(approvals > 0 && publications > 0, "A property over walks that get nowhere would say nothing.");
    }

    /// <summary>One playlist's way through review, with the model beside it.</summary>
    private sealed class Walk(ReviewRoom room, PlaylistId playlist, int policy)
    {
        private readonly Dictionary<(int Revision, string Model, int Policy), bool> blocked = [];
        private DateTimeOffset waivedUntil = DateTimeOffset.MinValue;
        private int policy = policy;
        private string model = "";
        private int submission;
        private int revision;
        private int approvedSubmission;
        private bool waiting;
        private bool reviews = true;
        private (int Revision, string Model, int Policy)? approved;

        public int Approvals { get; private set; }

        public int Publications { get; private set; }

        public static async Task<Walk> Start(ReviewRoom room)
        {
            await using var db = await room.Desk.Factory.CreateDbContextAsync();
            var tracks = await db.Tracks.Select(track => track.Id).ToListAsync();
            await db.Models.ExecuteUpdateAsync(set => set.SetProperty(row => row.Active, false));
            var id = await room.Get<CreatePlaylist>().Run(room.Editor, "Walk");
            var view = await room.Get<OpenPlaylist>().Newest(id);
            await room.Get<EditDraft>().Run(room.Editor, id, view!.Version, new DraftEdit.AddTracks(tracks));
            await room.Get<ChangeRoles>().Run(room.Admin, room.Reviewer.Person, [Roles.Reviewer]);
            return new Walk(room, id, await db.PolicyVersions.MaxAsync(row => row.Number));
        }

        private bool Blocked => blocked.GetValueOrDefault((revision, model, policy)) && room.Desk.Clock.GetUtcNow() >= waivedUntil;

        private bool Measured => blocked.ContainsKey((revision, model, policy));

        private bool MayApprove => waiting && reviews && Measured && !Blocked;

        private bool MayPublish => approved is { } named && named.Model == model && named.Policy == policy
            && blocked.TryGetValue(named, out var found) && !(found && room.Desk.Clock.GetUtcNow() >= waivedUntil);

        public async Task Do(Step step)
        {
            switch (step)
            {
                case Step.Submit: await Submit(); break;
                case Step.TakeBack: if (await Went(() => room.Get<SubmitPlaylist>().TakeBack(room.Editor, submission)) is var taken && Same(waiting, taken)) waiting = false; break;
                case Step.MeasureCalm: await Measure(bad: false); break;
                case Step.MeasureBlocked: await Measure(bad: true); break;
                case Step.Waive: await Waive(); break;
                case Step.Wait: room.Desk.Clock.Advance(TimeSpan.FromHours(30)); break;
                case Step.SwapModel: await Swap(); break;
                case Step.ChangePolicy: policy = await room.ChangePolicy(rules => rules with { Thresholds = [rules.Thresholds[0] with { Why = $"{policy}" }] }); break;
                case Step.Demote: await Role(reviewer: false); break;
                case Step.Promote: await Role(reviewer: true); break;
                case Step.ApproveAsReviewer: await Approve(); break;
                case Step.ApproveAsAuthor: Assert.False(await Went(() => room.Get<DecideSubmission>().Run(room.Editor, submission, approve: true, "mine"))); break;
                case Step.ApproveAsLinked: Assert.False(await Went(() => room.Get<DecideSubmission>().Run(room.Second, submission, approve: true, "mine too"))); break;
                case Step.SendBack: if (await Went(() => room.Get<DecideSubmission>().Run(room.Reviewer, submission, approve: false, "no")) is var sent && Same(waiting && reviews, sent)) waiting = false; break;
                case Step.Edit: await room.Get<EditDraft>().Run(room.Editor, playlist, (await room.Get<OpenPlaylist>().Newest(playlist))!.Version, new DraftEdit.Describe($"Walk {room.Desk.Clock.GetUtcNow():O}", $"{policy}", null)); break;
                default: await Publish(); break;
            }
        }

        private async Task Submit()
        {
            var version = (await room.Get<OpenPlaylist>().Newest(playlist))!.Version;
            var free = !waiting;
            Same(free, await Went(async () => submission = await room.Get<SubmitPlaylist>().Run(room.Editor, playlist, version)));
            if (!free) return;
            waiting = true;
            await using var db = await room.Desk.Factory.CreateDbContextAsync();
            revision = (await db.Submissions.SingleAsync(row => row.Id == submission)).Revision.Value;
        }

        private async Task Measure(bool bad)
        {
            if (submission == 0) return;
            await room.Desk.Services.Measure(submission, bad ? Fixtures.Measured.But(Fixtures.Measured.Of("explicit-reach", 1)) : null);
            blocked[(revision, model, policy)] = bad;
        }

        private async Task Waive()
        {
            if (submission == 0) return;
            var may = waiting && reviews && Measured && Blocked;
            var until = room.Desk.Clock.GetUtcNow().AddDays(1);
            Same(may, await Went(() => room.Get<Core.Desk.Policies.GrantWaiver>().Run(
                room.Reviewer, submission, Core.Auditing.Figures.MeasureKey.Parse("explicit-reach"), Side.Above, "a live week", room.Editor.Person, until)));
            if (may) waivedUntil = until;
        }

        private async Task Swap()
        {
            await using var db = await room.Desk.Factory.CreateDbContextAsync();
            await db.Models.ExecuteUpdateAsync(set => set.SetProperty(row => row.Active, false));
            model = model.Length > 0 ? "" : new string('a', 64);
            if (model.Length == 0) return;
            if (!await db.Models.AnyAsync()) db.Models.Add(new ModelRecord(model, "none", "{}", room.Desk.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            await db.Models.ExecuteUpdateAsync(set => set.SetProperty(row => row.Active, true));
        }

        private async Task Role(bool reviewer)
        {
            await room.Get<ChangeRoles>().Run(room.Admin, room.Reviewer.Person, reviewer ? [Roles.Reviewer] : []);
            reviews = reviewer;
        }

        private async Task Approve()
        {
            var may = MayApprove;
            Same(may, await Went(() => room.Get<DecideSubmission>().Run(room.Reviewer, submission, approve: true, "yes")));
            if (!may) return;
            (waiting, approved, approvedSubmission) = (false, (revision, model, policy), submission);
            Approvals++;
        }

        private async Task Publish()
        {
            await using var db = await room.Desk.Factory.CreateDbContextAsync();
            var made = approved is not null && await db.Editions.AnyAsync(edition => edition.Submission == approvedSubmission && edition.Hash != "");
            var may = MayPublish || made;
            Publication? publication = null;
            Same(may, await Went(async () => publication = await room.Get<PublishPlaylist>().Run(room.Editor, playlist)));

            // A model whose file is not there makes no lists, so the work is done only without one.
            if (publication is not Publication.Queued queued) return;
            var done = await room.Work(queued.Job) == JobState.Done;
            Assert.Equal(model.Length == 0, done);
            if (done) Publications++;
        }

        /// <summary>The model and the desk agree on whether it may happen; says so in passing.</summary>
        private static bool Same(bool may, bool went)
        {
            Assert.Equal(may, went);
            return may;
        }

        private static async Task<bool> Went(Func<Task> command)
        {
            try
            {
                await command();
                return true;
            }
            catch (RefusedException)
            {
                return false;
            }
        }
    }
}
