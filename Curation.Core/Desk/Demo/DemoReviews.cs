using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Demo;

/// <summary>The morning of the demo world: one playlist is approved and published, one is sent back, one waits for a decision; a rule has found something, and listeners reported something.</summary>
public sealed class DemoReviews(DemoClock clock, OpenPlaylist open, SubmitPlaylist submit, DemoVerdicts verdicts, DemoJobs jobs, DemoImpact impact, DemoContent content)
{
    private const string Approved = "Answers the need, holds together from the first track to the last, and no artist takes over.";

    private const string SentBack =
        "The need says \"from 125\" and the slowest tracks here are at 122: either write \"from 122\" or take them out. Everything else is fine, and the pins are well placed.";

    internal async Task Tell(IReadOnlyList<(PlaylistBrief Brief, PlaylistId Id)> playlists, DemoCast cast, Action<string> say, CancellationToken cancel)
    {
        At(.1);
        say("Training the models on what was heard");
        await jobs.Train(cast.Admin, cancel);
        At(.2);
        await content.Rules(cast.Admin, Of(Stage.Published), Of(Stage.InReview), [.. playlists.Select(playlist => playlist.Id)], cancel);
        foreach (var (brief, id) in playlists.Where(playlist => playlist.Brief.Stage != Stage.Draft).OrderBy(playlist => Morning(playlist.Brief.Stage).Submitted))
        {
            var by = brief.SecondEditor ? cast.SecondEditor : cast.Editor;
            await Review(brief.Stage, id, by, cast.Reviewer, cancel);
            if (brief.Stage != Stage.Published) continue;
            say($"Publishing \"{brief.Title}\"");
            At(.6);
            await jobs.Publish(by, id, cancel);
        }

        At(.9);
        var (published, outId) = playlists.First(playlist => playlist.Brief.Stage == Stage.Published);
        await impact.Tell(outId, published.SecondEditor ? cast.SecondEditor : cast.Editor, cast.Reviewer, clock.GetUtcNow(), cancel);
        At(.92);
        await content.Report(outId, cancel);
        At(.95);
        await content.Decide(cast.Reviewer, cancel);

        PlaylistId Of(Stage stage) => playlists.First(playlist => playlist.Brief.Stage == stage).Id;
    }

    private async Task Review(Stage stage, PlaylistId id, Actor by, Actor reviewer, CancellationToken cancel)
    {
        var (submitted, decided, message) = Morning(stage);
        var view = (await open.Newest(id, cancel))!;
        At(submitted);
        var submission = view.Submission?.Id ?? await submit.Run(by, id, view.Version, message, cancel);
        if (view.Submission is { State: not SubmissionState.Waiting }) return;
        await jobs.Assess(by, id, view.Revision, cancel);
        if (stage == Stage.InReview) return;
        At(decided);
        if (stage == Stage.Published) await verdicts.Approve(reviewer, submission, Approved, cancel);
        else await verdicts.SendBack(reviewer, submission, SentBack, cancel);
    }

    private static (double Submitted, double Decided, string Message) Morning(Stage stage) => stage switch
    {
        Stage.Published => (.3, .5, "First edition. Three pins, the rest may move."),
        Stage.SentBack => (.65, .75, "Short on purpose: thirty tracks is an hour and a half."),
        _ => (.8, 1, "I took out everything explicit and everything faster than a walk. Please look at the order of the first ten."),
    };

    /// <summary>Goes to a moment between last midnight and now, by its share of that time.</summary>
    private void At(double share)
    {
        var midnight = new DateTimeOffset(clock.Started.UtcDateTime.Date, TimeSpan.Zero);
        clock.MoveTo(midnight + ((clock.Started - midnight) * share));
    }
}
