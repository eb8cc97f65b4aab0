using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage.Versions;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Versions;

/// <summary>Keeps what people say of versions. A later word on the same two tracks takes the earlier one back; nothing is ever lost, and everything can be taken back.</summary>
public sealed class JudgeVersions(Store store, CurrentVersions versions)
{
    /// <summary>Says of two tracks that they are one recording, two versions or nothing to each other. Returns the act, so that it can be taken back.</summary>
    /// <exception cref="RefusedException">There are no two such tracks; nothing was changed.</exception>
    public Task<string> Say(Actor actor, TrackId one, TrackId other, VersionRelation says, CancellationToken cancel = default) => Say(actor, [(one, other)], says, "version.judge", cancel);

    /// <summary>Makes one group of two: everything in one is the same recording as everything in the other.</summary>
    public async Task<string> Merge(Actor actor, TrackId one, TrackId other, CancellationToken cancel = default)
    {
        var book = await versions.Get(cancel);
        var pairs = book.Group(one).Tracks.SelectMany(a => book.Group(other).Tracks, (a, b) => (a, b)).Where(pair => pair.a != pair.b).ToList();
        return await Say(actor, pairs, VersionRelation.SameRecording, "version.merge", cancel);
    }

    /// <summary>Takes a track out of its group: it is another recording than everything else in it.</summary>
    public async Task<string> Split(Actor actor, TrackId track, CancellationToken cancel = default)
    {
        var rest = (await versions.Get(cancel)).Group(track).Tracks.Where(other => other != track).ToList();
        if (rest.Count == 0) throw new RefusedException("That track is in no group; nothing was changed.");
        return await Say(actor, [.. rest.Select(other => (track, other))], VersionRelation.Different, "version.split", cancel);
    }

    /// <summary>Chooses the track of a group that playlists should use.</summary>
    public async Task<string> Prefer(Actor actor, TrackId track, CancellationToken cancel = default)
    {
        var group = (await versions.Get(cancel)).Group(track).Tracks;
        return await Written(actor, async write =>
        {
            if (!await write.Db.Tracks.AnyAsync(row => row.Id == track, cancel)) throw new RefusedException("That track is not in the catalogue any more; nothing was changed.");
            await TakeBackHeld(write, write.Db.VersionVerdicts.Where(verdict => verdict.One == verdict.Other && group.Contains(verdict.One)));
            var act = NewAct();
            write.Db.VersionVerdicts.Add(new VersionVerdict(track, track, VersionRelation.SameRecording, act, actor.Person, write.Now, ""));
            await write.Log("version.prefer", $"track:{track}", string.Create(CultureInfo.InvariantCulture, $"of {group.Count}"));
            return act;
        }, cancel);
    }

    /// <summary>Takes back what was said in one act. What it had replaced does not come back by itself; the history shows it.</summary>
    public Task TakeBack(Actor actor, string act, CancellationToken cancel = default) => Written(actor, async write =>
    {
        var rows = await write.Db.VersionVerdicts.Where(verdict => verdict.Act == act && verdict.TakenBackAt == null).ToListAsync(cancel);
        if (rows.Count == 0) throw new RefusedException("That was taken back already; nothing was changed.");
        foreach (var row in rows) row.TakeBack(actor.Person, write.Now);
        await write.Log("version.take-back", $"track:{rows[0].One}", string.Join(", ", rows.Take(20).Select(row => $"{row.One}/{row.Other} {row.Says}")));
        return act;
    }, cancel);

    private async Task<string> Say(Actor actor, IReadOnlyList<(TrackId One, TrackId Other)> pairs, VersionRelation says, string action, CancellationToken cancel)
    {
        if (says == VersionRelation.Maybe || pairs.Count == 0 || pairs.Any(pair => pair.One == pair.Other)) throw new RefusedException("Choose two tracks and say what they are to each other; nothing was changed.");
        var book = await versions.Get(cancel);
        return await Written(actor, async write =>
        {
            var act = NewAct();
            var tracks = pairs.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct().ToList();
            if (await write.Db.Tracks.CountAsync(track => tracks.Contains(track.Id), cancel) != tracks.Count) throw new RefusedException("One of these tracks is not in the catalogue any more; nothing was changed.");
            foreach (var (one, other) in pairs.Select(pair => pair.One.CompareTo(pair.Other) < 0 ? pair : (pair.Other, pair.One)))
            {
                await TakeBackHeld(write, write.Db.VersionVerdicts.Where(verdict => verdict.One == one && verdict.Other == other));
                write.Db.VersionVerdicts.Add(new VersionVerdict(one, other, says, act, actor.Person, write.Now, book.Between(one, other)?.Because ?? ""));
            }

            await write.Log(action, $"track:{pairs[0].One}", $"{says}: {string.Join(", ", pairs.Take(20).Select(pair => $"{pair.One}/{pair.Other}"))}");
            return act;
        }, cancel);
    }

    private async Task<string> Written(Actor actor, Func<Write, Task<string>> work, CancellationToken cancel)
    {
        var act = await store.Write(actor, [Roles.Editor, Roles.Admin], work, cancel);
        await versions.Renew(cancel);
        return act;
    }

    private static async Task TakeBackHeld(Write write, IQueryable<VersionVerdict> verdicts)
    {
        foreach (var held in await verdicts.Where(verdict => verdict.TakenBackAt == null).ToListAsync(write.Cancel)) held.TakeBack(write.Actor.Person, write.Now);
        await write.Db.SaveChangesAsync(write.Cancel);
    }

    private static string NewAct() => Guid.NewGuid().ToString("N");
}
