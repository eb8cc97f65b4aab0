using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Demo;

/// <summary>What the people of the demo world did before you came: through the commands of the desk, each at its moment, and only where it was not done before.</summary>
public sealed class DemoStory(Store store, DemoClock clock, CreatePlaylist create, OpenPlaylist open, EditDraft edit, SubmitPlaylist submit, DecideSubmission decide)
{
    private const int Sittings = 4;
    private const int DaysOfEditing = 10;

    /// <summary>When the story begins.</summary>
    internal static DateTimeOffset Opening(DateTimeOffset started) => new DateTimeOffset(started.UtcDateTime.Date, TimeSpan.Zero).AddDays(-DaysOfEditing - 2).AddHours(9);

    internal async Task Tell(DemoPlan plan, IReadOnlyList<DemoPerson> people, Action<string> say, CancellationToken cancel)
    {
        var cast = await store.Read(db => DemoCast.Of(db, people, cancel), cancel);
        var ids = await Ids(cancel);
        for (var i = 0; i < plan.Playlists.Count; i++)
        {
            var playlist = plan.Playlists[i];
            say($"Writing \"{playlist.Brief.Title}\"");
            await Write(playlist, i, playlist.Brief.SecondEditor ? cast.SecondEditor : cast.Editor, ids, cancel);
        }

        foreach (var playlist in plan.Playlists) await Review(playlist.Brief, cast, cancel);
    }

    private Task<DemoIds> Ids(CancellationToken cancel) => store.Read(async db => new DemoIds(
        await db.Tracks.OrderBy(track => track.Id).Select(track => track.Id).ToArrayAsync(cancel),
        await db.Genres.OrderBy(genre => genre.Id).Select(genre => genre.Id).ToArrayAsync(cancel)), cancel);

    /// <summary>A pool grows in a few sittings; then come the recipe, the notes and the pins.</summary>
    private async Task Write(DemoPlaylist playlist, int index, Actor by, DemoIds ids, CancellationToken cancel)
    {
        var brief = playlist.Brief;
        var started = Opening(clock.Started).AddHours(index * 1.5);
        At(started);
        var id = await Find(brief, cancel) ?? await create.Run(by, brief.Title, brief.Need, ids.Genres[GenreProfile.IndexOf(brief.Seed)], cancel);
        if ((await open.Newest(id, cancel))!.Submission is not null) return;
        var blend = new Blend { Size = brief.ListSize, EditorialWeight = brief.EditorialWeight, DiscoveryShare = brief.DiscoveryShare, AllowExplicit = brief.Explicit };
        await Edit(by, id, new DraftEdit.SetBlend(blend), cancel);
        var pool = playlist.Pool.Select(track => ids.Tracks[track]).ToArray();
        var part = (pool.Length + Sittings - 1) / Sittings;
        for (var sitting = 0; sitting < Sittings; sitting++)
        {
            At(started.AddDays(sitting * DaysOfEditing / (double)Sittings).AddMinutes(40 * sitting));
            await Edit(by, id, new DraftEdit.AddTracks([.. pool.Skip(sitting * part).Take(part)]), cancel);
        }

        foreach (var (track, note) in playlist.Notes) await Edit(by, id, new DraftEdit.WriteNote(ids.Tracks[track], note), cancel);
        foreach (var (track, position) in playlist.Pins) await Edit(by, id, new DraftEdit.PinTrack(ids.Tracks[track], position), cancel);
    }

    private async Task Review(PlaylistBrief brief, DemoCast cast, CancellationToken cancel)
    {
        if (brief.Stage == Stage.Draft || await Find(brief, cancel) is not { } id) return;
        var view = (await open.Newest(id, cancel))!;
        At(Today(brief.Stage switch { Stage.Published => .3, Stage.SentBack => .4, _ => .8 }));
        var by = brief.SecondEditor ? cast.SecondEditor : cast.Editor;
        var submission = view.Submission?.Id ?? await submit.Run(by, id, view.Version, Message(brief.Stage), cancel);
        if (brief.Stage == Stage.InReview || view.Submission is { State: not SubmissionState.Waiting }) return;
        At(Today(brief.Stage == Stage.Published ? .5 : .6));
        var reason = brief.Stage == Stage.Published
            ? "Answers the need, holds together from the first track to the last, and no artist takes over."
            : "Half of these are too slow for the need as it is written: either say \"from 122\" or take out what does not reach 125. Everything else is fine.";
        await decide.Run(cast.Reviewer, submission, approve: brief.Stage == Stage.Published, reason, cancel);
    }

    private static string Message(Stage stage) => stage switch
    {
        Stage.Published => "First edition. Three pins, the rest may move.",
        Stage.SentBack => "Short on purpose: thirty tracks is an hour and a half.",
        _ => "I took out everything explicit and everything faster than a walk. Please look at the order of the first ten.",
    };

    private async Task Edit(Actor by, PlaylistId id, DraftEdit change, CancellationToken cancel) =>
        await edit.Run(by, id, (await open.Newest(id, cancel))!.Version, change, cancel);

    private Task<PlaylistId?> Find(PlaylistBrief brief, CancellationToken cancel)
    {
        var slug = Slug.Of(brief.Title);
        return store.Read(db => db.Playlists.Where(playlist => playlist.Slug == slug).Select(playlist => (PlaylistId?)playlist.Id).SingleOrDefaultAsync(cancel), cancel);
    }

    private void At(DateTimeOffset moment) => clock.MoveTo(moment);

    /// <summary>A moment between last midnight and now.</summary>
    private DateTimeOffset Today(double share)
    {
        var midnight = new DateTimeOffset(clock.Started.UtcDateTime.Date, TimeSpan.Zero);
        return midnight + ((clock.Started - midnight) * share);
    }
}
