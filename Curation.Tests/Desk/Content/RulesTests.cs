using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Content;

public sealed class RulesTests
{
    [Fact]
    public async Task A_saved_policy_is_a_new_version_with_who_when_and_why_and_never_changes()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Adm", Roles.Admin);
        Assert.Equal(0, (await desk.Get<ReadContentRules>().Current()).Version);
        var rule = new ContentRule { Number = 1, Kind = ContentRuleKind.Words, Name = "No drums", Words = ["tin drum"] };
        Assert.Equal(1, (await desk.Get<SaveContentRules>().Run(admin, 0, [rule], Lexicon.Starter, "first of our own")).Number);
        Assert.Equal(2, (await desk.Get<SaveContentRules>().Run(admin, 1, [rule with { Level = ContentLevel.Block }], Lexicon.Empty, "firmer")).Number);

        Assert.Equal([(2, "firmer", "Adm"), (1, "first of our own", "Adm")], (await desk.Get<ReadContentRules>().Versions()).Select(row => (row.Number, row.Why, row.ByName)));
        Assert.Equal(ContentLevel.Warn, (await desk.Get<ReadContentRules>().Version(1))!.Rules[0].Level);
        Assert.Equal(Lexicon.Starter.Terms, (await desk.Get<ReadContentRules>().Version(1))!.Lexicon.Terms);
        await using var db = await desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.ContentRulesVersions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Why, "other")));
        await Assert.ThrowsAsync<SqliteException>(() => db.ContentRulesVersions.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Two_admins_who_save_at_once_do_not_overwrite_each_other()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Adm", Roles.Admin);
        var tries = Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await desk.Get<SaveContentRules>().Run(admin, 0, [new ContentRule { Number = 1, Kind = ContentRuleKind.Words, Name = $"Rule {i}", Words = [$"word{i}"] }], Lexicon.Empty, "at once");
                return 1;
            }
            catch (RefusedException)
            {
                return 0;
            }
        }));
        Assert.Equal(1, (await Task.WhenAll(tries)).Sum());
        Assert.Single(await desk.Get<ReadContentRules>().Versions());
    }

    [Fact]
    public async Task Nothing_different_no_reason_and_a_rule_that_names_nothing_are_refused()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Adm", Roles.Admin);
        var save = desk.Get<SaveContentRules>();
        await Assert.ThrowsAsync<RefusedException>(() => save.Run(admin, 0, ContentRules.Starter.Rules, Lexicon.Starter, "the same"));
        await Assert.ThrowsAsync<RefusedException>(() => save.Run(admin, 0, [], Lexicon.Empty, " "));
        await Assert.ThrowsAsync<RefusedException>(() => save.Run(admin, 0, [new ContentRule { Number = 1, Kind = ContentRuleKind.Artists, Name = "Nobody" }], Lexicon.Empty, "why"));
        Assert.Empty(await desk.Get<ReadContentRules>().Versions());
    }

    [Fact]
    public async Task A_rule_whose_last_day_is_past_is_refused_and_one_that_ended_since_stays_until_it_is_changed()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Adm", Roles.Admin);
        var today = DateOnly.FromDateTime(desk.Clock.GetUtcNow().UtcDateTime);
        var rule = new ContentRule { Number = 1, Kind = ContentRuleKind.Words, Name = "No drums", Words = ["tin drum"], Until = today.AddDays(-1) };
        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SaveContentRules>().Run(admin, 0, [rule], Lexicon.Empty, "late"));
        Assert.Equal("The last day of “No drums”, 3 May 2026, is over already, so it would find nothing. Give it a later day or none; nothing was saved.", refused.Message);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<PreviewContentRules>().Run([rule], Lexicon.Empty));

        rule = rule with { Until = today };
        await desk.Get<SaveContentRules>().Run(admin, 0, [rule], Lexicon.Empty, "for today");
        desk.Clock.Advance(TimeSpan.FromDays(3));
        var other = new ContentRule { Number = 2, Kind = ContentRuleKind.Explicit, Name = "Explicit" };
        Assert.Equal(2, (await desk.Get<SaveContentRules>().Run(admin, 1, [rule, other], Lexicon.Empty, "and another")).Number);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SaveContentRules>().Run(admin, 2, [rule with { Level = ContentLevel.Block }, other], Lexicon.Empty, "firmer"));
    }

    [Fact]
    public async Task The_preview_names_the_live_editions_that_would_have_findings_and_saving_puts_them_before_reviewers()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var rule = PolicyDesk.OfTracks(ContentLevel.Block, room.Camps.Calm[0], room.Camps.Calm[1]);
        var effect = Assert.Single(await room.Get<PreviewContentRules>().Run([rule], Lexicon.Empty));
        Assert.Equal(("Night Drive", 1, 2, 2), (effect.Title, effect.Edition, effect.New.Count, effect.Blocking));
        Assert.Empty(await room.Get<ListCases>().Waiting());

        await room.SaveRules(rule);
        Assert.Equal(2, (await room.Get<ListCases>().Waiting()).Count);
        var nothing = Assert.Single(await room.Get<PreviewContentRules>().Run([], Lexicon.Empty));
        Assert.Equal((0, 2), (nothing.New.Count, nothing.Gone.Count));
        await room.SaveRules(rule with { Name = "Still not these" });
        Assert.Equal(2, (await room.Get<ListCases>().Waiting()).Count);
    }

    [Fact]
    public async Task A_rule_about_an_artist_finds_their_tracks_before_it_is_saved_on_live_lists_and_in_the_way_of_publishing()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var pool = (await room.Head()).Draft.Pool.Select(entry => entry.Track).ToHashSet();
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var credits = await db.Tracks.Where(track => pool.Contains(track.Id)).SelectMany(track => track.Credits, (track, credit) => new { track.Id, credit.Artist }).ToListAsync();
        var artist = credits[0].Artist;
        var theirs = credits.Where(row => row.Artist == artist).Select(row => row.Id).ToHashSet();
        var rule = new ContentRule { Number = 1, Kind = ContentRuleKind.Artists, Name = "Dispute", Level = ContentLevel.Block, Artists = [artist.Value] };

        var effect = Assert.Single(await room.Get<PreviewContentRules>().Run([rule], Lexicon.Empty));
        Assert.Superset(theirs, effect.New.Select(finding => finding.Track!.Value).ToHashSet());
        await room.SaveRules(rule);
        Assert.Superset(theirs, (await room.Get<ListCases>().Waiting()).Select(row => row.Case.Track!.Value).ToHashSet());
        Assert.Superset(theirs, (await ContentFindings.OpenBlocking(db, await room.Head(), room.Desk.Clock.GetUtcNow(), CancellationToken.None)).Select(finding => finding.Finding.Track!.Value).ToHashSet());
    }

    /// <summary>Every command of the content policy by everybody: only those may whose part it is.</summary>
    [Fact]
    public async Task Each_command_is_for_its_roles_alone()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        await room.SaveRules(PolicyDesk.OfTracks(ContentLevel.Block, room.Camps.Calm[0]));
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        var people = new Dictionary<string, Actor>
        {
            [Roles.Editor] = await room.Desk.Person("E", Roles.Editor),
            [Roles.Reviewer] = await room.Desk.Person("R", Roles.Reviewer),
            [Roles.Admin] = await room.Desk.Person("A", Roles.Admin),
            ["nobody"] = await room.Desk.Person("N"),
        };
        var commands = new (string Name, string[] May, Func<Actor, Task> Run)[]
        {
            ("rules", [Roles.Admin], actor => room.Get<SaveContentRules>().Run(actor, 99, [], Lexicon.Empty, "why")),
            ("decide", [Roles.Reviewer], actor => room.Get<DecideCase>().Run(actor, 9_999, new ContentVerdict(ContentMeasure.None, "fine"))),
            ("name", [Roles.Reviewer], actor => room.Get<NameReported>().Run(actor, 9_999, room.Playlist, null)),
            ("appeal", [Roles.Editor], actor => room.Get<AppealDecision>().Run(actor, 9_999, "again")),
        };
        foreach (var (name, may, run) in commands)
        {
            foreach (var (role, actor) in people)
            {
                var refused = await Assert.ThrowsAsync<RefusedException>(() => run(actor));
                Assert.True(refused.Message.StartsWith("This needs the role", StringComparison.Ordinal) != may.Contains(role), $"{name} by {role}: {refused.Message}");
            }
        }

        Assert.Equal(CaseState.Open, (await room.Get<OpenCase>().Run(id))!.Row.Case.State);
    }

    [Fact]
    public async Task Submitting_opens_a_case_for_each_find_once_and_blocks_until_a_person_has_decided()
    {
        await using var room = await Newsroom.Open();
        await room.SaveRules(ContentRules.Starter.Rules[0]);
        await room.Edit(new DraftEdit.WriteNote(room.Camps.Calm[0], "that gr0t again"));
        var live = Assert.Single(await room.Get<ContentFindings>().Of(room.Playlist, (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Draft));
        Assert.True(live.Blocks);
        await room.SendBack();

        var row = Assert.Single(await room.Get<ListCases>().Waiting());
        Assert.Equal((room.Playlist, ContentLevel.Block, true), (row.Case.Playlist!.Value, row.Case.Level, row.Case.Written));
        Assert.Single(await Blocking(room));
        await room.Edit(new DraftEdit.UnpinTracks([room.Camps.Loud[0]]));
        await room.SendBack();
        Assert.Single(await room.Get<ListCases>().Waiting());

        await room.Get<DecideCase>().Run(room.Reviewer, row.Case.Id, new ContentVerdict(ContentMeasure.Remove, "must not stand there"));
        Assert.Single(await Blocking(room));
        await room.Edit(new DraftEdit.WriteNote(room.Camps.Calm[0], "that song again"));
        Assert.Empty(await Blocking(room));
        await room.Edit(new DraftEdit.WriteNote(room.Camps.Calm[0], "another grot"));
        Assert.Single(await Blocking(room));
        Assert.Contains(await room.Desk.Get<ReadAuditLog>().Newest(50), row => row.Entry.Action == "content.decide");
    }

    [Fact]
    public async Task A_decision_that_nothing_is_done_clears_the_find_for_as_long_as_its_words_stay()
    {
        await using var room = await Newsroom.Open();
        await room.SaveRules(PolicyDesk.OfTracks(ContentLevel.Block, room.Camps.Calm[0]));
        await room.SendBack();
        Assert.Single(await Blocking(room));
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        await room.Get<DecideCase>().Run(room.Reviewer, id, new ContentVerdict(ContentMeasure.None, "fits here", Until: new DateOnly(2026, 5, 10)));
        Assert.Empty(await Blocking(room));
        room.Desk.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Single(await Blocking(room));
    }

    private static async Task<IReadOnlyList<JudgedFinding>> Blocking(Newsroom room)
    {
        var head = await room.Head();
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        return await ContentFindings.OpenBlocking(db, head, room.Desk.Clock.GetUtcNow(), CancellationToken.None);
    }
}
