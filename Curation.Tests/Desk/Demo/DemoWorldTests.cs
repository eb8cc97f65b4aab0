using Curation.Core.Auditing.Content;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Advising;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Demo;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage.People;
using Curation.Tests.Fixtures;
using Curation.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Demo;

[Collection(DemoWorldCollection.Name)]
public sealed class DemoWorldTests(DemoWorldTests.MadeWorld made)
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly DemoPerson[] People =
    [
        new("one@example.org", "One", [Roles.Editor], "a password for one"),
        new("two@example.org", "Two", [Roles.Editor], "a password for two"),
        new("three@example.org", "Three", [Roles.Reviewer], "a password for three"),
        new("four@example.org", "Four", [Roles.Admin], "a password for four"),
        new("five@example.org", "Five", [Roles.Adviser], "a password for five"),
    ];

    [Fact]
    public async Task An_empty_store_becomes_a_world_with_something_to_see_everywhere()
    {
        var desk = made.Desk;
        var plan = DemoPlan.Of(DemoSize.Small, new DateOnly(2026, 5, 3), 5);
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal(plan.Tracks.Count, await db.Tracks.CountAsync());
        Assert.Equal(plan.Plays.Count, await db.Plays.CountAsync());
        Assert.Equal(plan.Listeners.Count, await db.Listeners.CountAsync());
        Assert.Equal(14, await db.Genres.CountAsync());
        Assert.All(await db.Genres.ToListAsync(), genre => Assert.NotEmpty(genre.SeedTracks));
        Assert.Equal(6, (await desk.Get<ListPlaylists>().All()).Count);
        Assert.Equal("Slow Sunday", Assert.Single(await desk.Get<ListSubmissions>().Waiting()).Title);
        Assert.Equal(2, (await desk.Get<ListSubmissions>().Decided(10)).Count);
        Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);
    }

    [Fact]
    public async Task One_playlist_is_published_from_a_model_that_was_trained_on_the_plays()
    {
        var desk = made.Desk;
        await using var db = await desk.Factory.CreateDbContextAsync();

        var model = await db.Models.SingleAsync(row => row.Active);
        var edition = await db.Editions.SingleAsync();
        Assert.Equal(EditionState.Live, edition.State);
        Assert.Equal("Night Drive", edition.Title);
        Assert.Equal(model.Hash, edition.ModelHash);
        Assert.Equal(DemoSize.Small.Listeners + 1, edition.ListCount);
        Assert.Empty((await desk.Get<VerifyEditions>().Run()).Faults);
    }

    [Fact]
    public async Task The_published_playlist_has_a_signed_impact_assessment_that_an_adviser_reads()
    {
        var row = (await made.Desk.Get<ListImpact>().All()).Single(candidate => candidate.Title == "Night Drive");
        Assert.Equal((ImpactState.Signed, ImpactLevel.II), (row.Newest!.State, row.Newest.Level!.Value));
        Assert.Equal("Five", Assert.Single(await made.Desk.Get<ReadAdvice>().Shares()).Adviser);
        Assert.Equal((1, 0), ((await made.Desk.Get<VerifyImpact>().Run()).Versions, (await made.Desk.Get<VerifyImpact>().Run()).Faults.Count));
    }

    [Fact]
    public async Task A_rule_is_in_force_finds_and_a_report_wait_and_one_case_is_decided()
    {
        var desk = made.Desk;
        var rules = await desk.Get<ReadContentRules>().Current();
        Assert.Equal((1, 2), (rules.Version, rules.Rules.Length));
        var waiting = await desk.Get<ListCases>().Waiting();
        Assert.Equal([CaseOrigin.Finding, CaseOrigin.Finding, CaseOrigin.Report], waiting.Select(row => row.Case.Origin).Order());
        Assert.All(waiting, row => Assert.NotEqual("not named yet", row.About));
        Assert.Contains(waiting, row => row.PlaylistTitle == "Slow Sunday" && row.Case.Track is not null);
        Assert.Equal(ContentMeasure.None, Assert.Single(await desk.Get<ListCases>().Decided(5)).Case.Measure);
        Assert.NotEmpty(rules.Lexicon.Terms);
    }

    [Fact]
    public async Task The_log_runs_forward_in_time()
    {
        var desk = made.Desk;
        var times = (await desk.Get<ReadAuditLog>().Newest(1_000)).Select(row => row.Entry.At).Reverse().ToList();
        Assert.Equal(times.Order(), times);
        Assert.True(times[^1] <= Now);
    }

    [Fact]
    public async Task Rows_stand_in_the_store_as_they_were_planned()
    {
        var desk = made.Desk;
        var plan = DemoPlan.Of(DemoSize.Small, new DateOnly(2026, 5, 3), 5);
        await using var db = await desk.Factory.CreateDbContextAsync();

        var titles = await db.Tracks.OrderBy(track => track.Id).Select(track => track.Title).ToListAsync();
        Assert.Equal(plan.Tracks.Select(track => track.Title), titles);
        var night = (await desk.Get<ListPlaylists>().All("Night Drive")).Single();
        var pool = (await desk.Get<OpenPlaylist>().Newest(night.Id))!.Draft.Pool;
        Assert.Equal(plan.Playlists[0].Pool.Select(track => titles[track]), pool.Select(entry => titles[entry.Track.Value - 1]));
        Assert.Equal(plan.Playlists[0].Notes.Count, pool.Count(entry => entry.Note.Length > 0));
    }

    [Fact]
    public async Task Everybody_can_sign_in_with_the_password_that_is_shown()
    {
        var desk = made.Desk;
        await using var db = await desk.Factory.CreateDbContextAsync();
        var hasher = desk.Get<IPasswordHasher<Person>>();
        Assert.All(await db.Users.ToListAsync(), person =>
            Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(person, person.PasswordHash!, People.Single(account => account.Email == person.UserName).Password)));
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var desk = made.Desk;
        var before = (await desk.Get<ReadAuditLog>().Newest(1)).Single().Entry.Hash;
        Assert.False(await Make(desk));
        Assert.Equal(before, (await desk.Get<ReadAuditLog>().Newest(1)).Single().Entry.Hash);
    }

    [Fact]
    public async Task A_store_with_tracks_of_its_own_is_left_alone()
    {
        await using var desk = await Empty();
        await desk.Tracks(1);
        Assert.False(await Make(desk));
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal(1, await db.Tracks.CountAsync());
        Assert.Empty(await db.Users.ToListAsync());
    }

    [Fact]
    public async Task A_start_that_is_stopped_on_the_way_again_and_again_is_finished_by_the_next()
    {
        await using var desk = await Empty();
        foreach (var stopAt in (string[])["Making the demo world", "Writing playlists, 3 of 4", "Training the models", "Publishing"])
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Make(desk, said => { if (said.StartsWith(stopAt, StringComparison.Ordinal)) stop.Cancel(); }, stop.Token));
        }

        Assert.True(await Make(desk));
        Assert.Equal(await Summary(made.Desk), await Summary(desk));
    }

    private static Task<TestDesk> Empty() => TestDesk.Open(services =>
    {
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddDemoWorld(Now);
    });

    private static Task<bool> Make(TestDesk desk, Action<string>? say = null, CancellationToken cancel = default) =>
        desk.Get<DemoWorld>().EnsureMade(People, DemoSize.Small, seed: 5, say ?? (_ => { }), cancel);

    private static async Task<string> Summary(TestDesk desk)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        var pools = await db.Playlists.OrderBy(playlist => playlist.Slug).Select(playlist => new { playlist.Slug, playlist.PoolSize }).ToListAsync();
        var submissions = await db.Submissions.OrderBy(row => row.Id).Select(row => row.State).ToListAsync();
        return $"{await db.Tracks.CountAsync()} {await db.Plays.CountAsync()} {await db.EvidenceEntries.CountAsync()} {string.Join(',', pools)} {string.Join(',', submissions)} {string.Join(',', await db.ContentCases.OrderBy(row => row.Id).Select(row => row.State).ToListAsync())} {await db.OutsideReports.CountAsync()} {await db.PolicyVersions.CountAsync()}";
    }

    /// <summary>One world for all tests that only look at it.</summary>
    public sealed class MadeWorld : IAsyncLifetime
    {
        public TestDesk Desk { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Desk = await Empty();
            Assert.True(await Make(Desk));
        }

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }
}

/// <summary>The tests that look at a demo world without a server share one.</summary>
[CollectionDefinition(Name)]
public sealed class DemoWorldCollection : ICollectionFixture<DemoWorldTests.MadeWorld>
{
    public const string Name = "On a demo world";
}
