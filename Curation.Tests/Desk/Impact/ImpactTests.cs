using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Impact;
using Curation.Core.Playlists;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Impact;

public sealed class ImpactTests
{
    [Fact]
    public async Task Answers_are_saved_one_by_one_and_counted_as_they_come()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        await desk.Answer(desk.Editor, version, "team.money", "house", "we own two of the labels");

        var view = (await desk.Get<ReadImpact>().Find(version))!;
        Assert.Equal((2, 0), (view.Score.Risk, view.Score.Mitigation));
        Assert.Equal("we own two of the labels", view.Answers["team.money"].Text);
        Assert.Equal("Ada", view.NameOf(Assert.Single(view.Authors)));
        Assert.Null(view.Version.Level);
    }

    [Fact]
    public async Task Nobody_overwrites_an_answer_that_they_have_not_seen()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        await desk.Answer(desk.Editor, version, "team.money", "house");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<AnswerImpact>().Run(desk.Admin, version, "team.money", ["no"], "", [], seen: 0));

        Assert.Contains("meanwhile", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["house"], (await desk.Get<ReadImpact>().Find(version))!.Answers["team.money"].Choices);
    }

    [Theory, InlineData("team.money", "nonsense"), InlineData("data.kept", "no"), InlineData("no.such", "no")]
    public async Task An_answer_that_the_questionnaire_does_not_know_is_refused(string question, string choice)
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Answer(desk.Editor, version, question, choice));
    }

    [Fact]
    public async Task It_is_put_to_signature_only_when_every_question_is_answered()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        await desk.AnswerAll(desk.Editor, version, ImpactDesk.Least);
        await desk.Get<AnswerImpact>().Run(desk.Editor, version, "team.money", [], "thinking", [], seen: 1);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<PutImpact>().Run(desk.Editor, version));
        Assert.Contains("1 question has no answer yet", refused.Message, StringComparison.Ordinal);

        await desk.Answer(desk.Editor, version, "team.money", "no");
        await desk.Get<PutImpact>().Run(desk.Editor, version);
        var put = (await desk.Get<ReadImpact>().Find(version))!.Version;
        Assert.Equal((ImpactState.Signing, ImpactLevel.I), (put.State, put.Level));
    }

    [Fact]
    public async Task Level_one_is_signed_by_a_reviewer_who_did_not_answer_it()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Get<StartImpact>().Run(desk.Reviewer, desk.Playlist);
        await desk.AnswerAll(desk.Reviewer, version, ImpactDesk.Least);
        await desk.Get<PutImpact>().Run(desk.Reviewer, version);

        await Assert.ThrowsAsync<RefusedException>(() => desk.Sign(desk.Reviewer, version));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Sign(desk.Editor, version));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Sign(desk.Admin, version));
        await desk.Sign(desk.SecondReviewer, version);

        var view = (await desk.Get<ReadImpact>().Find(version))!;
        Assert.Equal(ImpactState.Signed, view.Version.State);
        Assert.Equal("Sol", view.NameOf(Assert.Single(view.Signatures).Person));
    }

    [Fact]
    public async Task Level_four_needs_two_reviewers_and_an_admin()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Put(ImpactDesk.Worst);
        await desk.Sign(desk.Admin, version);
        await desk.Sign(desk.Reviewer, version);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Sign(desk.Reviewer, version));
        Assert.Equal(ImpactState.Signing, (await desk.Get<ReadImpact>().Find(version))!.Version.State);
        await desk.Sign(desk.SecondReviewer, version);

        var view = (await desk.Get<ReadImpact>().Find(version))!;
        Assert.Equal((ImpactState.Signed, ImpactLevel.IV), (view.Version.State, view.Version.Level!.Value));
        Assert.Equal(3, view.Signatures.Count);
    }

    [Fact]
    public async Task A_reviewer_who_wrote_in_the_playlist_signs_level_one_and_no_greater_one()
    {
        await using var desk = await ImpactDesk.Open();
        var both = await desk.Desk.Person("Bo", Roles.Editor, Roles.Reviewer);
        await using (var db = await desk.Desk.Factory.CreateDbContextAsync())
        {
            db.PlaylistAuthors.Add(new PlaylistAuthor(desk.Playlist, both.Person));
            await db.SaveChangesAsync();
        }

        var four = await desk.Put(ImpactDesk.Worst);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Sign(both, four));
        Assert.Contains("wrote some of this playlist", refused.Message, StringComparison.Ordinal);
        await desk.Get<SignImpact>().SendBack(desk.Reviewer, four, "start over");
        var one = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        foreach (var question in Questionnaire.Newest.For(ImpactScope.Playlist)) await desk.Answer(desk.Editor, one, question.Key, ImpactDesk.Least(question).Key);
        await desk.Get<PutImpact>().Run(desk.Editor, one);
        await desk.Sign(both, one);
        Assert.Equal(ImpactState.Signed, (await desk.Get<ReadImpact>().Find(one))!.Version.State);
    }

    [Fact]
    public async Task Who_only_answered_in_an_earlier_version_still_does_not_sign_what_stands_of_it()
    {
        await using var desk = await ImpactDesk.Open();
        var first = await desk.Get<StartImpact>().Run(desk.Reviewer, desk.Playlist);
        await desk.AnswerAll(desk.Reviewer, first, ImpactDesk.Least);
        await desk.Get<PutImpact>().Run(desk.Reviewer, first);
        await desk.Sign(desk.SecondReviewer, first);

        var second = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        await desk.Answer(desk.Editor, second, "team.money", "house");
        await desk.Get<PutImpact>().Run(desk.Editor, second);

        await Assert.ThrowsAsync<RefusedException>(() => desk.Sign(desk.Reviewer, second));
        await desk.Sign(desk.SecondReviewer, second);
    }

    [Fact]
    public async Task A_new_version_starts_from_the_last_and_leaves_it_as_it_was()
    {
        await using var desk = await ImpactDesk.Open();
        var first = await desk.Put(ImpactDesk.Least);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist));
        await desk.Sign(desk.Reviewer, first);

        var second = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        await desk.Answer(desk.Editor, second, "team.money", "hidden", "it came out");

        var (was, now) = ((await desk.Get<ReadImpact>().Find(first))!, (await desk.Get<ReadImpact>().Find(second))!);
        Assert.Equal(was.Answers.Count, now.Answers.Count);
        Assert.Equal(["no"], was.Answers["team.money"].Choices);
        var change = Assert.Single(ImpactDiff.Between(was.Questionnaire, [.. was.Answers.Values], now.Questionnaire, [.. now.Answers.Values]));
        Assert.Equal(("team.money", 5), (change.Question, change.Weight));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Answer(desk.Editor, first, "team.money", "hidden"));
    }

    [Fact]
    public async Task The_database_itself_refuses_what_nobody_may_do()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Put(ImpactDesk.Worst);
        var hash = (await desk.Get<ReadImpact>().Find(version))!.Version.Hash;
        await using var db = await desk.Desk.Factory.CreateDbContextAsync();
        async Task Fails(string words, FormattableString sql) => Assert.Contains(words, (await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlInterpolatedAsync(sql))).Message, StringComparison.Ordinal);

        await Fails("never changes", $"UPDATE ImpactAnswers SET Text = 'nothing to see' WHERE Version = {version}");
        await Fails("never changes", $"UPDATE ImpactVersions SET Level = 1 WHERE Id = {version}");
        await Fails("never changes", $"UPDATE ImpactVersions SET State = 'Answering' WHERE Id = {version}");
        await Fails("are missing", $"UPDATE ImpactVersions SET State = 'Signed' WHERE Id = {version}");
        await Fails("own work", $"INSERT INTO ImpactSignatures (Version, Person, Role, Hash, Note, At) VALUES ({version}, {desk.Editor.Person.Value}, 'Editor', {hash}, '', 0)");
        await Fails("do not have", $"INSERT INTO ImpactSignatures (Version, Person, Role, Hash, Note, At) VALUES ({version}, {desk.Admin.Person.Value}, 'Reviewer', {hash}, '', 0)");
        await Fails("exactly what", $"INSERT INTO ImpactSignatures (Version, Person, Role, Hash, Note, At) VALUES ({version}, {desk.Reviewer.Person.Value}, 'Reviewer', 'another', '', 0)");
        await Fails("stays on record", $"DELETE FROM ImpactAuthors WHERE Version = {version}");
        await desk.Sign(desk.Reviewer, version);
        await Fails("stands", $"DELETE FROM ImpactSignatures WHERE Version = {version}");
        await Fails("stands", $"UPDATE ImpactSignatures SET Role = 'Admin' WHERE Version = {version}");
    }

    [Fact]
    public async Task Evidence_keeps_the_value_it_had_while_the_figure_moves_on()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Answer(desk.Editor, version, "outcome.gender", "some", "", ImpactDesk.Female));
        await desk.Measure(female: 0.2);
        await desk.Answer(desk.Editor, version, "outcome.gender", "some", "", ImpactDesk.Female);
        await desk.Measure(female: 0.3);
        await desk.Answer(desk.Editor, version, "outcome.gender", "much", "looked again", ImpactDesk.Female);

        var view = (await desk.Get<ReadImpact>().Find(version))!;
        Assert.Equal(0.2, Assert.Single(view.Answers["outcome.gender"].Evidence).Value);
        Assert.Equal(0.3, view.Measured!.Find(ImpactDesk.Female)!.Value);
    }

    [Fact]
    public async Task What_was_put_to_signature_keeps_the_figures_of_that_day()
    {
        await using var desk = await ImpactDesk.Open();
        await desk.Measure(female: 0.2);
        var version = await desk.Put(ImpactDesk.Least);
        desk.Desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Measure(female: 0.3);
        Assert.Equal(0.2, (await desk.Get<ReadImpact>().Find(version))!.Measured!.Find(ImpactDesk.Female)!.Value);
    }

    [Fact]
    public async Task It_is_due_after_a_year_and_when_the_recipe_changes()
    {
        await using var desk = await ImpactDesk.Open();
        var list = desk.Get<ListImpact>();
        Assert.Equal(["It was never assessed."], (await list.Of(desk.Playlist)).Due);
        var version = await desk.Put(ImpactDesk.Least);
        await desk.Sign(desk.Reviewer, version);
        Assert.Empty((await list.Of(desk.Playlist)).Due);

        await desk.Edit(new DraftEdit.Describe("Night Drive", "Another need", null));
        Assert.Empty((await list.Of(desk.Playlist)).Due);
        await desk.Edit(new DraftEdit.SetBlend(new Blend { Size = 20 }));
        Assert.Equal(["The recipe is another one since."], (await list.Of(desk.Playlist)).Due);

        desk.Desk.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal("It was signed on 4 May 2026, a year ago or more.", (await list.Of(desk.Playlist)).Due[0]);
    }

    [Fact]
    public async Task Another_model_makes_the_workbench_as_a_whole_due_too()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Get<StartImpact>().Run(desk.Editor, null);
        await desk.AnswerAll(desk.Editor, version, ImpactDesk.Least);
        await desk.Get<PutImpact>().Run(desk.Editor, version);
        await desk.Sign(desk.Reviewer, version);
        Assert.DoesNotContain(await desk.Get<ListImpact>().Due(), row => row.Playlist is null);

        await using (var db = await desk.Desk.Factory.CreateDbContextAsync())
        {
            var model = new Curation.Core.Storage.Models.ModelRecord(new string('a', 64), "a.model", "{}", desk.Desk.Clock.GetUtcNow());
            model.Activate(true);
            db.Models.Add(model);
            await db.SaveChangesAsync();
        }

        Assert.Equal(["Another model is in use since."], Assert.Single(await desk.Get<ListImpact>().Due(), row => row.Playlist is null).Due);
    }

    [Fact]
    public async Task A_greater_level_counts_before_it_is_signed_and_a_smaller_one_only_afterwards()
    {
        await using var desk = await ImpactDesk.Open();
        var read = desk.Get<ReadImpact>();
        Assert.Null(await read.LevelOf(desk.Playlist));
        var first = await desk.Put(ImpactDesk.Worst);
        Assert.Equal(ImpactLevel.IV, await read.LevelOf(desk.Playlist));
        await desk.Sign(desk.Admin, first);
        await desk.Sign(desk.Reviewer, first);
        await desk.Sign(desk.SecondReviewer, first);

        var second = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        foreach (var question in Questionnaire.Newest.For(ImpactScope.Playlist)) await desk.Answer(desk.Editor, second, question.Key, ImpactDesk.Least(question).Key);
        await desk.Get<PutImpact>().Run(desk.Editor, second);
        Assert.Equal(ImpactLevel.IV, await read.LevelOf(desk.Playlist));
        await desk.Sign(desk.Reviewer, second);
        Assert.Equal(ImpactLevel.I, await read.LevelOf(desk.Playlist));
    }

    [Fact]
    public async Task Verifying_finds_answers_that_were_changed_behind_the_guards()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Put(ImpactDesk.Least);
        await desk.Sign(desk.Reviewer, version);
        Assert.Equal((1, 0), ((await desk.Get<VerifyImpact>().Run()).Versions, (await desk.Get<VerifyImpact>().Run()).Faults.Count));
        await using var db = await desk.Desk.Factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER ImpactAnswers_update; UPDATE ImpactAnswers SET Text = 'nothing to see' WHERE Question = 'team.money'");
        Assert.Contains("not those that were put to signature", Assert.Single((await desk.Get<VerifyImpact>().Run()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_was_done_is_on_record()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Put(ImpactDesk.Least);
        await desk.Get<SignImpact>().SendBack(desk.Reviewer, version, "answer two does not hold");
        var actions = (await desk.Get<ReadAuditLog>().Newest(100, $"playlist:{desk.Playlist}")).ConvertAll(row => row.Entry.Action);
        Assert.Equal(["impact.send-back", "impact.put", "impact.answer"], actions.Take(3));
        Assert.Contains("impact.start", actions);
        Assert.Equal(31, actions.Count(action => action == "impact.answer"));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SignImpact>().SendBack(desk.Reviewer, version, "again"));
    }
}
