using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Search;
using Curation.Core.Playlists;
using Curation.Core.Storage.Versions;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Versions;

/// <summary>A track beside another one, and how they belong together.</summary>
/// <param name="Row">The track.</param>
/// <param name="Pair">What is known of the two.</param>
/// <param name="Preferred">Whether people chose it as the one to use.</param>
/// <param name="InPools">How many playlists hold it.</param>
public sealed record VersionLine(TrackRow Row, VersionPair Pair, bool Preferred, int InPools);

/// <summary>What is known of the versions of a track.</summary>
/// <param name="Group">The tracks that are one recording with it.</param>
/// <param name="Lines">All tracks that it is paired with: the same recording first, then other versions, then maybes.</param>
public sealed record VersionsView(VersionGroup Group, IReadOnlyList<VersionLine> Lines);

/// <summary>Two tracks that a person has to look at.</summary>
public sealed record VersionQuestion(TrackRow One, TrackRow Other, VersionPair Pair, double Plays)
{
    /// <summary>Title of the first one's release; empty where it is not known.</summary>
    public string OneRelease { get; init; } = "";

    /// <summary>Title of the other one's release; empty where it is not known.</summary>
    public string OtherRelease { get; init; } = "";
}

/// <summary>Something that was said of versions, as a line of the history.</summary>
public sealed record VersionAct(string Act, VersionRelation Says, bool IsChoice, IReadOnlyList<string> Titles, string ByName, DateTimeOffset At, DateTimeOffset? TakenBackAt, string TakenBackByName);

/// <summary>Reads what is known of versions.</summary>
public sealed class ListVersions(Store store, CurrentModel current, CurrentVersions versions)
{
    /// <summary>The versions of one track.</summary>
    public async Task<VersionsView> Of(TrackId track, CancellationToken cancel = default)
    {
        var (snapshot, book) = (await current.Get(cancel), await versions.Get(cancel));
        var group = book.Group(track);
        var linked = group.Tracks.Where(other => other != track).Select(other => book.Between(track, other)).OfType<VersionPair>().ToList();
        var rest = book.Of(track).Where(pair => !group.Tracks.Contains(pair.Beside(track)));
        var pairs = linked.Concat(rest).OrderBy(pair => Order(pair.Relation)).ThenByDescending(pair => pair.Confidence).ToList();
        var ids = pairs.ConvertAll(pair => pair.Beside(track));
        var pools = await store.Read(db => db.PoolTracks.Where(row => ids.Contains(row.Track)).GroupBy(row => row.Track).Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel), cancel);
        return new VersionsView(group, [.. pairs.Where(pair => snapshot.Catalogue.Find(pair.Beside(track)) is not null).Select(pair =>
            new VersionLine(snapshot.RowOf(snapshot.Catalogue.Find(pair.Beside(track))!), pair, group.Preferred == pair.Beside(track), pools.GetValueOrDefault(pair.Beside(track))))]);
    }

    /// <summary>The maybes that nobody has decided, those about much played tracks and surer ones first, and how many there are.</summary>
    public async Task<(IReadOnlyList<VersionQuestion> First, int Count)> Maybes(int count, CancellationToken cancel = default)
    {
        var (snapshot, book) = (await current.Get(cancel), await versions.Get(cancel));
        var open = book.Maybes.Select(pair => (Pair: pair, One: snapshot.Catalogue.Find(pair.One), Other: snapshot.Catalogue.Find(pair.Other))).Where(row => row.One is not null && row.Other is not null)
            .Select(row => new VersionQuestion(snapshot.RowOf(row.One!), snapshot.RowOf(row.Other!), row.Pair, snapshot.Ground.PlaysOf(row.Pair.One) + snapshot.Ground.PlaysOf(row.Pair.Other))).ToList();
        var first = open.OrderByDescending(row => row.Pair.Confidence * Math.Log(2 + row.Plays)).ThenBy(row => row.Pair.One).ThenBy(row => row.Pair.Other).Take(count).ToList();
        var wanted = first.SelectMany(row => new[] { row.One.Track.Release, row.Other.Track.Release }).OfType<ReleaseId>().Distinct().ToList();
        var titles = await store.Read(db => db.Releases.Where(release => wanted.Contains(release.Id)).ToDictionaryAsync(release => release.Id, release => release.Title, cancel), cancel);
        return ([.. first.Select(row => row with { OneRelease = Title(row.One), OtherRelease = Title(row.Other) })], open.Count);
        string Title(TrackRow row) => row.Track.Release is { } release ? titles.GetValueOrDefault(release, "") : "";
    }

    /// <summary>What people said lately, of one track or of all, the newest first; what was taken back stays in the list.</summary>
    public async Task<IReadOnlyList<VersionAct>> History(TrackId? track = null, int count = 50, CancellationToken cancel = default)
    {
        var rows = await store.Read(db => db.VersionVerdicts.Where(verdict => track == null || verdict.One == track || verdict.Other == track).OrderByDescending(verdict => verdict.Id).Take(count * 4).ToListAsync(cancel), cancel);
        var acts = rows.GroupBy(row => row.Act).Take(count).ToList();
        var tracks = rows.SelectMany(row => new[] { row.One, row.Other }).Distinct().ToList();
        var people = rows.SelectMany(row => new[] { row.By, row.TakenBackBy ?? row.By }).Select(person => person.Value).Distinct().ToList();
        var (titles, names) = await store.Read(async db => (
            await db.Tracks.Where(row => tracks.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Title, cancel),
            await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel)), cancel);
        return [.. acts.Select(act => Line(act.Key, [.. act], titles, names))];
    }

    private static VersionAct Line(string act, List<VersionVerdict> rows, Dictionary<TrackId, string> titles, Dictionary<string, string> names)
    {
        var first = rows[0];
        var named = rows.SelectMany(row => new[] { row.One, row.Other }).Distinct().Select(track => titles.GetValueOrDefault(track, $"track {track}")).ToList();
        return new VersionAct(act, first.Says, first.IsChoice, named, Name(first.By), first.At, rows.TrueForAll(row => row.TakenBackAt is not null) ? first.TakenBackAt : null, first.TakenBackBy is { } by ? Name(by) : "");
        string Name(PersonId person) => names.GetValueOrDefault(person.Value, "somebody who left");
    }

    private static int Order(VersionRelation relation) => relation switch { VersionRelation.SameRecording => 0, VersionRelation.AnotherVersion => 1, _ => 2 };
}
