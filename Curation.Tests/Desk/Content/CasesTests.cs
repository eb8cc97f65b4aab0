using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Content;

public sealed class CasesTests
{
    [Fact]
    public async Task A_report_becomes_a_decision_an_appeal_goes_to_another_reviewer_and_both_sides_read_the_outcome()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var second = await room.Desk.Person("Ron", Roles.Reviewer);
        var reference = await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Misleading, "https://lists.example.org/playlists/night-drive", "The title misleads", "me@example.org"), null);
        Assert.Equal(CaseState.Open, (await room.Get<ReadReport>().Run(reference))!.State);
        var row = Assert.Single(await room.Get<ListCases>().Waiting());
        Assert.Equal(room.Playlist, row.Case.Playlist);

        await room.Get<DecideCase>().Run(room.Reviewer, row.Case.Id, new ContentVerdict(ContentMeasure.None, "The title says what it is."));
        Assert.Equal(("The title says what it is.", true), ((await room.Get<ReadReport>().Run(reference.ToLowerInvariant()))!.Decisions.Single().Reason, (await room.Get<ReadReport>().Run(reference))!.MayAppeal));
        await room.Get<AppealDecision>().ByReporter(reference, "Look at the fourth track");
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<DecideCase>().Run(room.Reviewer, row.Case.Id, new ContentVerdict(ContentMeasure.None, "Still")));
        Assert.NotNull((await room.Get<OpenCase>().Run(row.Case.Id))!.Obstacle(room.Reviewer.Person));
        await room.Get<DecideCase>().Run(second, row.Case.Id, new ContentVerdict(ContentMeasure.Restrict, "The fourth track does not fit the title."));

        var outcome = (await room.Get<ReadReport>().Run(reference))!;
        Assert.Equal([("The title says what it is.", false), ("The fourth track does not fit the title.", true)], outcome.Decisions.Select(line => (line.Reason, line.AfterAppeal)));
        Assert.False(outcome.MayAppeal);
        var view = (await room.Get<OpenCase>().Run(Assert.Single(await room.Get<ListCases>().Of(room.Playlist)).Case.Id))!;
        Assert.Equal(["Rue", "Ron"], view.Decisions.Select(made => made.ByName));
        Assert.Equal(AppealState.Changed, Assert.Single(view.Appeals).State);

        await room.Get<AppealDecision>().Run(room.Editor, row.Case.Id, "We changed the title");
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<DecideCase>().Run(second, row.Case.Id, new ContentVerdict(ContentMeasure.None, "Fine")));
        var third = await room.Desk.Person("Ria", Roles.Reviewer);
        await room.Get<DecideCase>().Run(third, row.Case.Id, new ContentVerdict(ContentMeasure.None, "Now it fits."));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<AppealDecision>().Run(room.Editor, row.Case.Id, "Once more"));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<AppealDecision>().ByReporter(reference, "Once more"));
        Assert.Equal(["content.answer-appeal", "content.appeal", "content.answer-appeal", "content.appeal", "content.decide", "content.report"],
            (await room.Get<ReadAuditLog>().Newest(50)).Select(row => row.Entry.Action).Where(action => action.StartsWith("content.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_decision_about_a_track_alone_rings_every_playlist_that_holds_it()
    {
        await using var room = await Newsroom.Open();
        var (rings, elsewhere) = (0, 0);
        var other = await room.Get<CreatePlaylist>().Run(room.Editor, "Empty", "Nothing in it", null);
        using var ear = room.Get<PlaylistBell>().Listen(room.Playlist, _ => rings++);
        using var far = room.Get<PlaylistBell>().Listen(other, _ => elsewhere++);
        var (id, _) = await room.Decided(room.Camps.Calm[0], ContentMeasure.Remove);
        Assert.Equal((1, 0), (rings, elsewhere));
        await room.Get<AppealDecision>().Run(room.Editor, id, "It is theirs");
        Assert.Equal((2, 0), (rings, elsewhere));
    }

    [Fact]
    public async Task Nobody_decides_on_a_playlist_they_wrote_in_or_on_their_own_report()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var both = await room.Desk.Person("Bo", Roles.Editor, Roles.Reviewer);
        await room.Change(async db =>
        {
            db.PlaylistAuthors.Add(new PlaylistAuthor(room.Playlist, both.Person));
            await Task.CompletedTask;
        });
        var reporter = await room.Desk.Person("Rita", Roles.Reviewer);
        await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Other, "night-drive", "Hm"), reporter.Person);
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        foreach (var actor in (Actor[])[both, reporter])
        {
            await Assert.ThrowsAsync<RefusedException>(() => room.Get<DecideCase>().Run(actor, id, new ContentVerdict(ContentMeasure.None, "Fine")));
            await Insert(room, id, null, actor, "own work or report");
        }

        Assert.Equal(CaseState.Open, (await room.Get<OpenCase>().Run(id))!.Row.Case.State);
    }

    [Fact]
    public async Task Who_owns_a_playlist_decides_nothing_about_it_though_they_wrote_none_of_it()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var owner = await room.Desk.Person("Olga", Roles.Editor, Roles.Reviewer);
        await room.Get<SetOwnership>().Run(room.Editor, room.Playlist, owner.Person, Openness.EveryEditor);
        await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Other, "night-drive", "Hm"), null);
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        Assert.Contains("somebody else", (await room.Get<OpenCase>().Run(id))!.Obstacle(owner.Person)!, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<DecideCase>().Run(owner, id, new ContentVerdict(ContentMeasure.None, "Fine")));
        await Insert(room, id, null, owner, "own work or report");
        Assert.Equal(CaseState.Open, (await room.Get<OpenCase>().Run(id))!.Row.Case.State);
    }

    [Fact]
    public async Task The_database_itself_wants_another_for_an_appeal_and_lets_no_decision_change()
    {
        await using var room = await Newsroom.Open();
        var (id, reference) = await room.Decided(room.Camps.Calm[0], ContentMeasure.Remove);
        await Insert(room, id, null, await room.Desk.Person("Ron", Roles.Reviewer), "decided once");
        await room.Get<AppealDecision>().ByReporter(reference, "Look again");
        var appeal = (await room.Get<OpenCase>().Run(id))!.Appeals.Single().Id;
        await Insert(room, id, appeal, room.Reviewer, "somebody who has not decided before");
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.ContentDecisions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Reason, "other")));
        await Assert.ThrowsAsync<SqliteException>(() => db.ContentDecisions.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Of_many_reviewers_who_decide_at_once_one_has_decided()
    {
        await using var room = await Newsroom.Open();
        await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Hate, $"urn:curation:track:{room.Camps.Calm[0]}", "no"), null);
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        var reviewers = new List<Actor>();
        for (var i = 0; i < 6; i++) reviewers.Add(await room.Desk.Person($"Reviewer {i}", Roles.Reviewer));
        var made = await Task.WhenAll(reviewers.Select(reviewer => Task.Run(async () =>
        {
            try
            {
                await room.Get<DecideCase>().Run(reviewer, id, new ContentVerdict(ContentMeasure.Remove, "because"));
                return 1;
            }
            catch (RefusedException)
            {
                return 0;
            }
        })));
        Assert.Equal(1, made.Sum());
        Assert.Single((await room.Get<OpenCase>().Run(id))!.Decisions);
    }

    [Fact]
    public async Task Only_the_playlists_people_appeal_for_it()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Other, "Night Drive", "Hm"), null);
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<AppealDecision>().Run(room.Editor, id, "too early"));
        await room.Get<DecideCase>().Run(room.Reviewer, id, new ContentVerdict(ContentMeasure.Remove, "no"));
        var other = await room.Desk.Person("Else", Roles.Editor);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<AppealDecision>().Run(other, id, "not mine"));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<AppealDecision>().Run(room.Editor, id, " "));
        await room.Get<AppealDecision>().Run(room.Editor, id, "ours, and fine");
        Assert.Equal(CaseState.Appealed, (await room.Get<OpenCase>().Run(id))!.Row.Case.State);
    }

    private static async Task Insert(Newsroom room, int of, int? appeal, Actor by, string because)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var fault = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlAsync(
            $"""INSERT INTO ContentDecisions ("Case", Appeal, Measure, Reason, Everywhere, "By", "At") VALUES ({of}, {appeal}, 'None', 'forced', 0, {by.Person.Value}, 0)"""));
        Assert.Contains(because, fault.Message, StringComparison.Ordinal);
    }
}
