using Curation.Core.Auditing.Advising;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Laboratory;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Simulating;
using Curation.Tests.Desk.Impact;
using Curation.Tests.Desk.Policies;
using Xunit;

namespace Curation.Tests.Desk.Reviews;

/// <summary>Whatever people write for the record has an end, past the page as well, and a refusal says how long it was.</summary>
public sealed class LongWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Long = new('x', 2_001);

    [Fact]
    public async Task A_decision_and_a_submission_take_no_more_words_than_they_can_show()
    {
        await using var room = await ReviewRoom.Open();
        Says("2001", await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer, approve: false, Long)));
        await room.Measure();
        await room.Tick(room.Reviewer);
        Says("2001", await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer, approve: true, Long)));
        Assert.Equal(SubmissionState.Waiting, (await room.Get<ListSubmissions>().Find(room.Submission))!.Submission.State);
        await room.Decide(room.Reviewer, approve: false, new string('x', 2_000));
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        Says("2001", await Assert.ThrowsAsync<RefusedException>(() => room.Get<SubmitPlaylist>().Run(room.Editor, room.Playlist, view.Version, Long)));
    }

    [Fact]
    public async Task A_note_under_a_signature_and_the_reason_for_sending_an_assessment_back_have_an_end()
    {
        await using var desk = await ImpactDesk.Open();
        var version = await desk.Put(ImpactDesk.Least);
        var view = (await desk.Get<ReadImpact>().Find(version))!;
        Says("2001", await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SignImpact>().Run(desk.Reviewer, version, view.Version.Hash, Long)));
        Says("2001", await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SignImpact>().SendBack(desk.Reviewer, version, Long)));
        view = (await desk.Get<ReadImpact>().Find(version))!;
        Assert.Equal((ImpactState.Signing, 0), (view.Version.State, view.Signatures.Count));
    }

    [Fact]
    public void What_an_adviser_is_asked_has_an_end()
    {
        Says("501", Assert.Throws<RefusedException>(() => new AdviserShare(new PersonId("ines"), 1, null, new string('x', 501), Now.AddDays(1), new PersonId("rue"), Now)));
        Assert.Equal(500, new AdviserShare(new PersonId("ines"), 1, null, $" {new string('x', 500)} ", Now.AddDays(1), new PersonId("rue"), Now).Message.Length);
    }

    [Fact]
    public async Task A_title_a_dimension_and_a_recipe_name_of_the_laboratory_have_an_end()
    {
        await using var room = await ReviewRoom.Open();
        TriedRecipe[] two = [new("taste", new Blend()), new("editor", new Blend { EditorialWeight = 1 })];
        var start = room.Get<StartExperiment>();
        Says("121", await Assert.ThrowsAsync<RefusedException>(() => start.Run(room.Editor, room.Playlist, new string('x', 121), "genre", new LoopOptions(), [.. two])));
        Says("201", await Assert.ThrowsAsync<RefusedException>(() => start.Run(room.Editor, room.Playlist, "Who is heard?", new string('x', 201), new LoopOptions(), [.. two])));
        Says("61", await Assert.ThrowsAsync<RefusedException>(() => start.Run(room.Editor, room.Playlist, "Who is heard?", "genre", new LoopOptions(), [two[0], two[1] with { Name = new string('x', 61) }])));
        Assert.Empty(await room.Get<ReadExperiments>().Newest(5));
    }

    private static void Says(string length, RefusedException refused)
    {
        Assert.Contains(length, refused.Message, StringComparison.Ordinal);
        Assert.Matches("Nothing was|not ", refused.Message);
    }
}
