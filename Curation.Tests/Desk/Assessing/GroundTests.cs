using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Listeners;
using Curation.Core.Desk.Plays;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Desk.WideEdits;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Content;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Assessing;

public sealed class GroundTests
{
    public static TheoryData<GroundPart> Parts => [.. Enum.GetValues<GroundPart>().Except([GroundPart.PoolContent])];

    [Theory, MemberData(nameof(Parts))]
    public async Task What_changes_since_is_named_and_the_same_revision_is_measured_again(GroundPart part)
    {
        await using var room = await Newsroom.Open();
        var (first, seen) = (await Assess(room), await Newest(room));
        Assert.Empty((await room.Get<ReadAssessments>().ChangedSince(seen))!);
        await Change(room, part);
        Assert.Equal([part], await room.Get<ReadAssessments>().ChangedSince(seen));
        var again = await Assess(room);
        Assert.NotEqual(first, again);
        Assert.Equal(again, await Assess(room));
        Assert.Empty((await room.Get<ReadAssessments>().ChangedSince(await Newest(room)))!);
        Assert.Equal((await Newest(room)).ComputeHash(), (await Newest(room)).Hash);
        Assert.NotEqual(seen.Ground, (await Newest(room)).Ground);
    }

    [Fact]
    public async Task What_changes_there_and_back_is_measured_again_each_time_because_the_newest_assessment_counts()
    {
        await using var room = await Newsroom.Open();
        var first = await Assess(room);
        await room.Get<SetExplicit>().ByApp("app", "listener-3", excluded: true);
        var second = await Assess(room);
        await room.Get<SetExplicit>().ByApp("app", "listener-3", excluded: false);
        Assert.Equal([GroundPart.Listeners], await room.Get<ReadAssessments>().ChangedSince(await Newest(room)));
        var third = await Assess(room);
        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
        Assert.Empty((await room.Get<ReadAssessments>().ChangedSince(await Newest(room)))!);
    }

    [Fact]
    public async Task A_decision_or_a_takedown_that_touches_the_pool_makes_the_assessment_stale_and_measuring_again_mends_it()
    {
        await using var room = await Newsroom.Open();
        await room.Approve();
        Assert.Null((await Gate(room)).Stale);
        await room.Decided(room.Camps.Calm[10], ContentMeasure.Remove);
        await room.Decided(room.Camps.Calm[1], ContentMeasure.Advisory);
        Assert.Null((await Gate(room)).Stale);
        Assert.Null((await room.Get<ListEditions>().Of(room.Playlist))!.Approval!.Obstacle);

        await room.Decided(room.Camps.Calm[2], ContentMeasure.Restrict);
        Assert.Contains("touches tracks of the pool", (await Gate(room)).Stale!, StringComparison.Ordinal);
        Assert.Equal([GroundPart.Content, GroundPart.PoolContent], await room.Get<ReadAssessments>().ChangedSince(await Newest(room)));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
        await Assess(room);
        Assert.Null((await Gate(room)).Stale);
        Assert.IsType<Publication.Queued>(await room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
    }

    [Fact]
    public async Task Plays_and_listeners_since_are_told_and_keep_nothing_back()
    {
        await using var room = await Newsroom.Open();
        await room.Approve();
        await Change(room, GroundPart.Plays);
        await Change(room, GroundPart.Listeners);
        Assert.Equal([GroundPart.Plays, GroundPart.Listeners], await room.Get<ReadAssessments>().ChangedSince(await Newest(room)));
        Assert.Null((await Gate(room)).Obstacle);
        Assert.IsType<Publication.Queued>(await room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
    }

    [Fact]
    public async Task That_the_assessed_revision_went_live_is_no_change()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        Assert.Empty((await room.Get<ReadAssessments>().ChangedSince(await Newest(room)))!);
    }

    [Fact]
    public async Task An_assessment_from_before_grounds_were_noted_still_verifies_counts_and_is_measured_anew()
    {
        await using var room = await Newsroom.Open();
        var made = await Newest(room, await Assess(room));
        var old = new Assessment(room.Playlist, new ListOrigin(made.Revision, made.RevisionHash, made.PolicyVersion, made.ModelHash), made.Listeners, made.Population, made.Figures, made.By, made.At);
        Assert.Equal(HashWithoutGround(old), old.Hash);
        Assert.NotEqual(made.Hash, old.Hash);
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            db.Assessments.Add(old);
            await db.SaveChangesAsync();
        }

        Assert.Equal(old.Id, (await Newest(room)).Id);
        Assert.Null(await room.Get<ReadAssessments>().ChangedSince(await Newest(room)));
        Assert.Null((await Gate(room)).Stale);
        await Change(room, GroundPart.Listeners);
        Assert.DoesNotContain(await Assess(room), new[] { old.Id, made.Id });
    }

    [Fact]
    public async Task An_assessment_from_before_unknown_was_kept_apart_in_crossings_is_measured_anew()
    {
        await using var room = await Newsroom.Open();
        var made = await Newest(room, await Assess(room));
        var merged = made.Figures.Select(figure => figure.Key.Group == "unknown × unknown" ? figure with { Key = figure.Key with { Group = "unknown" } } : figure);
        var old = new Assessment(room.Playlist, made.Origin, made.Listeners, made.Population, [.. merged], made.By, made.At, AssessmentGround.Read(made.Ground));
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            db.Assessments.Add(old);
            await db.SaveChangesAsync();
        }

        var anew = await Assess(room);
        Assert.DoesNotContain(anew, new[] { old.Id, made.Id });
        Assert.Equal(anew, await Assess(room));
    }

    [Fact]
    public async Task A_ground_that_somebody_changed_in_the_store_counts_for_nothing()
    {
        await using var room = await Newsroom.Open();
        await Assess(room);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER Assessments_no_update; UPDATE Assessments SET Ground = ''");
        Assert.Contains("was changed after it was made", (await Gate(room)).Stale!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ground_reads_back_what_it_wrote_and_says_nothing_of_parts_that_were_not_noted()
    {
        var then = AssessmentGround.Read("Plays aa\nSomethingNew cc\nListeners bb");
        var now = new AssessmentGround([new(GroundPart.Listeners, "bb"), new(GroundPart.Plays, "zz"), new(GroundPart.Edition, "dd")]);
        Assert.Equal([GroundPart.Plays], now.ChangedSince(then));
        Assert.Equal(now.Text, AssessmentGround.Read(now.Text).Text);
        Assert.Equal(64, AssessmentGround.StampOf(now.Text).Length);
        Assert.NotEqual(GroundMark.Of([["a", "b"]]), GroundMark.Of([["a"], ["b"]]));
    }

    private static async Task Change(Newsroom room, GroundPart part)
    {
        var at = room.Desk.Clock.GetUtcNow();
        switch (part)
        {
            case GroundPart.Catalogue:
                await room.Change(async db => (await db.Genres.FirstAsync()).Rename("Another name"));
                break;
            case GroundPart.Attributes:
                var admin = await room.Desk.Person("Abe", Roles.Admin);
                await room.Get<DefineAttribute>().Run(admin, "scene", AttributeSubject.Artist);
                break;
            case GroundPart.Plays:
                await room.Get<TakePlays>().Run("app", "one", "00", [new GivenPlay("listener-3", at.AddMinutes(-5), room.Camps.Calm[0].Value)]);
                break;
            case GroundPart.Listeners:
                await room.Get<SetExplicit>().ByApp("app", "listener-3", excluded: true);
                break;
            case GroundPart.Refusals:
                await room.Get<RefuseTrack>().Run(room.Editor, room.Camps.Calm[0], RefusalScope.In(room.Playlist));
                break;
            case GroundPart.Content:
                await room.Get<ChangeEverywhere>().TakeDown(room.Editor, await room.Get<PreviewWideEdit>().Of([room.Camps.Calm[10]]), "Rights ended");
                break;
            default:
                await room.Change(async db => await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(row => row.LiveEdition, 7)));
                break;
        }
    }

    private static string HashWithoutGround(Assessment old) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Playlist = old.Playlist.Value,
        Revision = old.Revision.Value,
        old.RevisionHash,
        old.ModelHash,
        old.PolicyVersion,
        old.Listeners,
        old.Population,
        Figures = old.Figures.Select(figure => new { Key = figure.Key.ToString(), figure.Value, figure.Low, figure.High, figure.Count, figure.Baseline }),
    })));

    private static async Task<GateState> Gate(Newsroom room) => (await room.Get<ReadFindings>().Of((await room.Head()).Id))!;

    private static async Task<Assessment> Newest(Newsroom room, int? id = null) =>
        id is { } known ? (await room.Get<ReadAssessments>().Find(known))! : (await room.Get<ReadAssessments>().Newest(room.Playlist))!;

    private static async Task<int> Assess(Newsroom room)
    {
        var job = await room.Get<AssessPlaylist>().Run(room.Editor, room.Playlist);
        if (await room.Work(job) != JobState.Done) throw new InvalidOperationException((await room.Get<ListJobs>().Find(job))!.Error);
        return JsonDocument.Parse((await room.Get<ListJobs>().Find(job))!.Result!).RootElement.GetProperty("Assessment").GetInt32();
    }
}
