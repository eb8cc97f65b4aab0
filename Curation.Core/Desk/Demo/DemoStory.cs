using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Demo;

/// <summary>What the people of the demo world did before you came: through the commands of the desk, each at its moment, and only where it was not done before.</summary>
public sealed class DemoStory(Store store, DemoClock clock, CreatePlaylist create, OpenPlaylist open, EditDraft edit, DemoReviews reviews)
{
    private const int Sittings = 4;
    private const int DaysOfEditing = 10;

    /// <summary>When the story begins.</summary>
    internal static DateTimeOffset Opening(DateTimeOffset started) => new DateTimeOffset(started.UtcDateTime.Date, TimeSpan.Zero).AddDays(-DaysOfEditing - 2).AddHours(9);

    internal async Task Tell(DemoPlan plan, IReadOnlyList<DemoPerson> people, Action<string> say, CancellationToken cancel)
    {
        var cast = await store.Read(db => DemoCast.Of(db, people, cancel), cancel);
        var ids = await Ids(cancel);
        var written = new Dictionary<PlaylistBrief, PlaylistId>();
        for (var sitting = 0; sitting < Sittings; sitting++)
        {
            say($"Writing playlists, {sitting + 1} of {Sittings} sittings");
            for (var i = 0; i < plan.Playlists.Count; i++)
            {
                var playlist = plan.Playlists[i];
                clock.MoveTo(Opening(clock.Started).AddDays(sitting * DaysOfEditing / (double)Sittings).AddMinutes(70 * i));
                written[playlist.Brief] = await Write(playlist, sitting, playlist.Brief.SecondEditor ? cast.SecondEditor : cast.Editor, ids, cancel);
            }
        }

        await reviews.Tell([.. written.Select(pair => (pair.Key, pair.Value))], cast, say, cancel);
    }

    private Task<DemoIds> Ids(CancellationToken cancel) => store.Read(async db => new DemoIds(
        await db.Tracks.OrderBy(track => track.Id).Select(track => track.Id).ToArrayAsync(cancel),
        await db.Genres.OrderBy(genre => genre.Id).Select(genre => genre.Id).ToArrayAsync(cancel)), cancel);

    /// <summary>A pool grows in a few sittings, after the last of which come the notes and the pins.</summary>
    private async Task<PlaylistId> Write(DemoPlaylist playlist, int sitting, Actor by, DemoIds ids, CancellationToken cancel)
    {
        var brief = playlist.Brief;
        var id = await Find(brief, cancel) ?? await create.Run(by, brief.Title, brief.Need, ids.Genres[GenreProfile.IndexOf(brief.Seed)], cancel);
        if ((await open.Newest(id, cancel))!.Submission is not null) return id;
        var part = (playlist.Pool.Length + Sittings - 1) / Sittings;
        await Edit(by, id, new DraftEdit.SetBlend(Recipe(brief)), cancel);
        await Edit(by, id, new DraftEdit.AddTracks([.. playlist.Pool.Skip(sitting * part).Take(part).Select(track => ids.Tracks[track])]), cancel);
        if (sitting < Sittings - 1) return id;
        foreach (var (track, note) in playlist.Notes) await Edit(by, id, new DraftEdit.WriteNote(ids.Tracks[track], note), cancel);
        foreach (var (track, position) in playlist.Pins) await Edit(by, id, new DraftEdit.PinTrack(ids.Tracks[track], position), cancel);
        return id;
    }

    private static Blend Recipe(PlaylistBrief brief) =>
        new() { Size = brief.ListSize, EditorialWeight = brief.EditorialWeight, DiscoveryShare = brief.DiscoveryShare, AllowExplicit = brief.Explicit };

    private async Task Edit(Actor by, PlaylistId id, DraftEdit change, CancellationToken cancel) =>
        await edit.Run(by, id, (await open.Newest(id, cancel))!.Version, change, cancel);

    private Task<PlaylistId?> Find(PlaylistBrief brief, CancellationToken cancel)
    {
        var slug = Slug.Of(brief.Title);
        return store.Read(db => db.Playlists.Where(playlist => playlist.Slug == slug).Select(playlist => (PlaylistId?)playlist.Id).SingleOrDefaultAsync(cancel), cancel);
    }
}
