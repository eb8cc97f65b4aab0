using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Xunit;

namespace Curation.Tests.Desk.Content;

public sealed class ReportsTests
{
    [Fact]
    public async Task What_is_not_published_answers_like_what_does_not_exist()
    {
        await using var room = await Newsroom.Open();
        foreach (var where in (string[])["night-drive", "Night Drive", "no-such-list", "' OR 1=1 --", new string('/', 300)])
        {
            var reference = await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Other, where, "Hm"), null);
            Assert.Matches("^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$", reference);
            var outcome = (await room.Get<ReadReport>().Run(reference))!;
            Assert.Equal((CaseState.Open, 0, false), (outcome.State, outcome.Decisions.Count, outcome.MayAppeal));
        }

        Assert.All(await room.Get<ListCases>().Waiting(), row => Assert.False(row.Case.HasSubject));
        Assert.Null(await room.Get<ReadReport>().Run("AAAA-AAAA-AAAA-AAAA"));
    }

    [Fact]
    public async Task Reports_of_the_same_thing_share_a_case_and_each_has_a_reference_of_its_own()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var one = await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Hate, "night-drive", "first"), null);
        var two = await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Rights, "/playlists/night-drive/", "second"), null);
        Assert.NotEqual(one, two);
        var row = Assert.Single(await room.Get<ListCases>().Waiting());
        Assert.Equal(2, row.Reports);
        await room.Get<DecideCase>().Run(room.Reviewer, row.Case.Id, new ContentVerdict(ContentMeasure.None, "fine"));
        Assert.All((string[])[one, two], reference => Assert.Equal("fine", room.Get<ReadReport>().Run(reference).GetAwaiter().GetResult()!.Decisions[0].Reason));
        await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Hate, "night-drive", "third"), null);
        Assert.Single(await room.Get<ListCases>().Waiting());
    }

    [Fact]
    public async Task The_same_delivery_is_taken_once_even_at_once_and_another_under_its_key_is_refused()
    {
        await using var room = await Newsroom.Open();
        var given = new GivenReport(ReportGround.Privacy, "somewhere", "my name") { Track = room.Camps.Calm[2].Value };
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => room.Get<TakeReport>().Run("app", "key-1", "hash", given))));
        Assert.Single(answers.Select(answer => answer.Reference).Distinct());
        Assert.Single(answers, answer => !answer.Again);
        Assert.Equal(room.Camps.Calm[2], Assert.Single(await room.Get<ListCases>().Waiting()).Case.Track);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<TakeReport>().Run("app", "key-1", "other", given));
        Assert.False((await room.Get<TakeReport>().Run("another app", "key-1", "other", given)).Again);
    }

    [Theory]
    [InlineData("", "words", 0)]
    [InlineData("where", " ", 0)]
    [InlineData("where", "words", 2_001)]
    [InlineData("where", "words", 99)]
    public async Task A_report_that_says_nothing_or_too_much_is_refused(string where, string words, int length)
    {
        await using var room = await Newsroom.Open();
        var given = new GivenReport(length == 99 ? (ReportGround)99 : ReportGround.Other, where, length > 99 ? new string('x', length) : words);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<TakeReport>().Run(given, null));
        Assert.Empty(await room.Get<ListCases>().Waiting());
    }

    [Fact]
    public async Task A_reviewer_names_what_a_report_is_about_and_only_what_there_is()
    {
        await using var room = await Newsroom.Open();
        await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Other, "that song with the bells", "Hm"), null);
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<DecideCase>().Run(room.Reviewer, id, new ContentVerdict(ContentMeasure.Remove, "bad")));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<NameReported>().Run(room.Reviewer, id, null, new TrackId(9_999)));
        await room.Get<NameReported>().Run(room.Reviewer, id, null, room.Camps.Calm[1]);
        await room.Get<DecideCase>().Run(room.Reviewer, id, new ContentVerdict(ContentMeasure.Remove, "bad"));
        Assert.Equal("Quiet Artist 1 – Calm Number 1", Assert.Single(await room.Get<ListCases>().Decided(5)).About);
    }

    [Fact]
    public async Task The_log_names_the_case_and_never_the_reference()
    {
        await using var room = await Newsroom.Open();
        var reference = await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Other, "somewhere", "Hm", "me@example.org"), null);
        var entry = (await room.Get<ReadAuditLog>().Newest(5))[0].Entry;
        Assert.Equal("content.report", entry.Action);
        Assert.DoesNotContain(reference, entry.Detail + entry.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", entry.Detail, StringComparison.Ordinal);
    }
}
