using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Policies;

public sealed class PolicyTests
{
    private static readonly Threshold Narrow = new(MeasureKey.Parse("gini/artists"), Side.Above, null, 0.5);

    [Fact]
    public async Task A_new_store_starts_with_a_policy_whose_hash_fits()
    {
        await using var desk = await TestDesk.Open();
        var (number, rules) = await desk.Get<ReadPolicies>().InForce();
        Assert.Equal((1, PolicyJson.Write(StartingPolicy.Rules)), (number, PolicyJson.Write(rules)));
        var version = Assert.Single(await desk.Get<ReadPolicies>().Versions()).Version;
        Assert.Equal(version.ComputeHash(), version.Hash);
    }

    [Fact]
    public async Task Saving_makes_a_new_version_with_who_when_and_why_and_the_old_one_stays()
    {
        await using var room = await ReviewRoom.Open();
        Assert.Equal(2, await room.ChangePolicy(rules => rules with { Thresholds = [.. rules.Thresholds, Narrow with { FromListeners = 9 }] }));

        var versions = await room.Get<ReadPolicies>().Versions();
        Assert.Equal([2, 1], versions.Select(row => row.Version.Number));
        Assert.Equal(("Kim", "we learnt something", room.Desk.Clock.GetUtcNow()), (versions[0].ByName, versions[0].Version.Why, versions[0].Version.At));
        Assert.Equal(StartingPolicy.Rules.Thresholds.Length, versions[1].Version.Rules!.Thresholds.Length);
        Assert.Contains(await room.Get<ReadAuditLog>().Newest(5, "policy:2"), row => row.Entry.Action == "policy.save");
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE PolicyVersions SET Why = 'other'"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM PolicyVersions WHERE Number = 2"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("INSERT INTO PolicyVersions SELECT 1 + 3, Part, Rules, Why, \"By\", \"At\", Hash FROM PolicyVersions WHERE Number = 2"));
    }

    [Fact]
    public async Task A_policy_written_from_an_old_version_or_without_a_reason_or_a_difference_is_not_saved()
    {
        await using var room = await ReviewRoom.Open();
        await room.ChangePolicy(rules => rules with { Checklist = ["Look."] });
        var (number, rules) = await room.Get<ReadPolicies>().InForce();
        var save = room.Get<SavePolicy>();
        await Assert.ThrowsAsync<RefusedException>(() => save.Run(room.Admin, 1, StartingPolicy.Rules, "why"));
        await Assert.ThrowsAsync<RefusedException>(() => save.Run(room.Admin, number, rules, "why"));
        await Assert.ThrowsAsync<RefusedException>(() => save.Run(room.Admin, number, rules with { Checklist = [] }, "  "));
        await Assert.ThrowsAsync<RefusedException>(() => save.Run(room.Admin, number, rules with { Thresholds = [Narrow, Narrow] }, "why"));
        Assert.Equal(2, (await room.Get<ReadPolicies>().Versions()).Count);
    }

    [Theory]
    [InlineData("amplifcation/gender/*/catalogue", "names no measure")]
    [InlineData("amplification/gendre/*/catalogue", "Nothing is told apart by \"gendre\"")]
    [InlineData("amplification/gender × moon/*/catalogue", "Nothing is told apart by \"moon\"")]
    [InlineData("exposure/listener age/*", "Write exposure/")]
    [InlineData("fit/gender/*", "Write fit/listener")]
    [InlineData("fit-gap/genre", "Write fit-gap/listener")]
    [InlineData("exposure/gender × genre/*", "do not cross gender × genre")]
    [InlineData("exposure/region × gender/*", "crossed as gender × region")]
    [InlineData("exposure/gender × region/unknown", "Write exposure/gender × region/* × *")]
    [InlineData("exposure/artists × before/*", "do not cross artists × before")]
    [InlineData("exposure/gender", "Write exposure/gender/*")]
    [InlineData("exposure/gender/*/catalogue", "Write exposure/gender/*")]
    [InlineData("amplification/gender/*", "Write amplification/gender/*/")]
    [InlineData("ndkl/gender//history", "Write ndkl/gender//")]
    [InlineData("ndkl@geometric/gender//pool", "without the weight")]
    [InlineData("gini/gender", "Write gini/artists or gini/tracks")]
    [InlineData("explicit-reach/gender/*", "Write explicit-reach")]
    [InlineData("gs/before/someone", "Write gs/before")]
    [InlineData("shared-amplification/gender/*/edition", "Write shared-amplification/gender/*/")]
    [InlineData("artists-gained", "Write artists-gained///edition")]
    public async Task A_line_that_would_watch_nothing_is_refused_before_it_is_shown_and_before_it_is_saved(string key, string because)
    {
        await using var room = await ReviewRoom.Open();
        var rules = StartingPolicy.Rules with { Thresholds = [new Threshold(MeasureKey.Parse(key), Side.Below, -1, null)] };
        Assert.Contains(because, (await Assert.ThrowsAsync<RefusedException>(() => room.Get<PreviewPolicy>().Of(rules))).Message, StringComparison.Ordinal);
        Assert.Contains(because, (await Assert.ThrowsAsync<RefusedException>(() => room.Get<SavePolicy>().Run(room.Admin, 1, rules, "why"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artists", "before")]
    [InlineData("gender", "listener age")]
    [InlineData("after", "region")]
    public async Task Only_what_tells_artists_and_tracks_apart_is_crossed(string one, string other)
    {
        await using var room = await ReviewRoom.Open();
        Assert.Contains("tells neither artists nor tracks apart", (await Assert.ThrowsAsync<RefusedException>(() => room.ChangePolicy(rules => rules with { Crossed = [new(one, other)] }))).Message, StringComparison.Ordinal);
    }

    /// <summary>Every figure of an assessment can be watched by its own name.</summary>
    [Fact]
    public async Task Every_figure_that_is_measured_can_be_watched()
    {
        await using var room = await ReviewRoom.Open();
        await room.Desk.TwoCampsOfListeners();
        Assert.Equal(JobState.Done, await TrainModelTests.Train(room.Desk));
        while (await room.Get<JobRunner>().RunNext(CancellationToken.None) is not null) { }
        var figures = new MeasurableFigures(BuiltInDimensions.Names, StartingPolicy.Rules.Crossed);
        var measured = (await room.Gate()).Assessment!.Figures;
        Assert.All(measured, figure => Assert.True(figures.Has(figure.Key), figure.Key.ToString()));
        Assert.Contains(measured, figure => figure.Key.Measure == "exposure@geometric");
        Assert.All(measured.Where(figure => FigureWords.Plain(figure.Key.Measure) is Measures.Exposure or Measures.Amplification or Measures.Rkl), figure => Assert.False(figures.Has(figure.Key with { Group = "" })));
    }

    [Fact]
    public async Task A_policy_chooses_which_dimensions_are_crossed()
    {
        await using var room = await ReviewRoom.Open();
        Assert.Contains(await Crossed(room), name => name == "gender × region");
        await room.ChangePolicy(rules => rules with { Crossed = [new("tier", "language")] });
        var crossed = await Crossed(room);
        Assert.Equal("tier × language", Assert.Single(crossed));
        await Assert.ThrowsAsync<RefusedException>(() => room.ChangePolicy(rules => rules with { Crossed = [new("tier", "tier")] }));
        await Assert.ThrowsAsync<RefusedException>(() => room.ChangePolicy(rules => rules with { Crossed = [new("tier", "moon")] }));
        await Assert.ThrowsAsync<RefusedException>(() => room.ChangePolicy(rules => rules with { Crossed = [new("tier", "gender"), new("gender", "tier")] }));
    }

    [Fact]
    public async Task A_policy_can_ask_for_two_reviewers_where_nobody_has_assessed_the_impact()
    {
        await using var room = await ReviewRoom.Open();
        await room.ChangePolicy(rules => rules with { SecondReview = rules.SecondReview with { WhenNeverAssessed = true } });
        await room.Measure();
        Assert.Equal("nobody has assessed its impact", (await room.Gate()).SecondBecause);
        Assert.Equal(Decided.WaitsForSecond, await room.Approve(room.Reviewer));
    }

    [Fact]
    public async Task Before_it_is_saved_a_change_shows_what_would_fail_and_what_would_pass()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        Assert.Equal(JobState.Done, await room.Work(await room.Publish()));
        var (_, second) = await room.Submitted(room.Editor, "Blocked", new DraftEdit.AddTracks([.. await Tracks(room)]));
        await room.Desk.Services.Measure(second, Measured.But(Measured.Of("explicit-reach", 2), Measured.Of("gini/artists", 0.4)));
        await room.Submitted(room.Editor, "Unmeasured", new DraftEdit.AddTracks([.. await Tracks(room)]));

        var stricter = await room.Get<PreviewPolicy>().Of(StartingPolicy.Rules with { Thresholds = [.. StartingPolicy.Rules.Thresholds.Where(line => line.Key.Measure is not ("gini" or "explicit-reach")), Narrow] });

        Assert.Equal([("Night Drive", PolicyOutcome.Fails), ("Blocked", PolicyOutcome.Passes), ("Unmeasured", PolicyOutcome.NotAssessed)], stricter.Select(effect => (effect.Title, effect.Outcome)));
        Assert.Equal(1, stricter[0].Edition);
        Assert.Equal("gini/artists", Assert.Single(stricter[0].New).Key.ToString());
        Assert.Equal("explicit-reach", Assert.Single(stricter[1].Gone).Key.ToString());
        Assert.Equal(1, (await room.Get<ReadPolicies>().InForce()).Number);
    }

    [Fact]
    public async Task A_change_of_another_part_of_the_rules_raises_the_same_number_and_keeps_the_thresholds()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Get<Store>().Write(room.Admin, [Roles.Admin], write => RuleBook.Raise(write.Db, PolicyVersion.OfContent, null, "a term was added", write.Actor.Person, write.Now, write.Cancel));
        var (number, rules) = await room.Get<ReadPolicies>().InForce();
        Assert.Equal((2, PolicyJson.Write(StartingPolicy.Rules)), (number, PolicyJson.Write(rules)));
        Assert.Contains("version 2 is in force", (await room.Gate()).Obstacle!, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Crossed(ReviewRoom room)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var revision = await db.Revisions.Where(row => row.Playlist == room.Playlist).OrderByDescending(row => row.Id).FirstAsync();
        var figures = (await room.Get<SampleDraft>().Live(room.Playlist, revision.Draft)).Figures;
        return [.. figures.Select(figure => figure.Key.Dimension).Where(name => name.Contains(" × ", StringComparison.Ordinal)).Distinct()];
    }

    private static async Task<IReadOnlyList<Core.Catalog.TrackId>> Tracks(ReviewRoom room)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        return await db.Tracks.Select(track => track.Id).ToListAsync();
    }
}
