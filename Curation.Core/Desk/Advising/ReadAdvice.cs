using Curation.Core.Auditing.Advising;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Impact;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Advising;

/// <summary>A share with what it is of.</summary>
/// <param name="Share">The share.</param>
/// <param name="Title">The playlist's title, or the workbench.</param>
/// <param name="Playlist">The playlist; null for the workbench as a whole.</param>
/// <param name="What">What of it, such as "impact report 2".</param>
/// <param name="Adviser">The adviser's name.</param>
/// <param name="By">Who shared it.</param>
/// <param name="Open">Pieces of advice that have no response.</param>
public sealed record ShareRow(AdviserShare Share, string Title, PlaylistId? Playlist, string What, string Adviser, string By, int Open);

/// <summary>A piece of advice with the names of who is in it.</summary>
public sealed record AdviceRow(Advice Advice, ShareRow Share, string Adviser, string RespondedBy);

/// <summary>Reads what is shared with advisers and what they said; for those who work here.</summary>
public sealed class ReadAdvice(Store store)
{
    /// <summary>All advice that is not closed, the oldest first.</summary>
    public Task<IReadOnlyList<AdviceRow>> Open(CancellationToken cancel = default) => store.Read(db => Rows(db, db.Advice.Where(row => row.ClosedAt == null), cancel), cancel);

    /// <summary>The newest advice that is closed.</summary>
    public Task<IReadOnlyList<AdviceRow>> Closed(int count, CancellationToken cancel = default) =>
        store.Read(db => Rows(db, db.Advice.Where(row => row.ClosedAt != null).OrderByDescending(row => row.Id).Take(count), cancel), cancel);

    /// <summary>The advice on a playlist that is not closed, the oldest first; with null that on the workbench as a whole.</summary>
    public async Task<IReadOnlyList<AdviceRow>> Of(PlaylistId? playlist, CancellationToken cancel = default) => (await Open(cancel)).Where(row => row.Share.Playlist == playlist).ToList();

    /// <summary>Everything that was ever shared, the newest first.</summary>
    public Task<IReadOnlyList<ShareRow>> Shares(CancellationToken cancel = default) => store.Read(db => ShareRows(db, db.AdviserShares, cancel), cancel);

    /// <summary>The people who advise, by name.</summary>
    public Task<List<(PersonId Id, string Name)>> Advisers(CancellationToken cancel = default) => store.Read(async db =>
    {
        var people = await (from held in db.UserRoles
                            join role in db.Roles on held.RoleId equals role.Id
                            where role.Name == Roles.Adviser
                            join user in db.Users on held.UserId equals user.Id
                            orderby user.DisplayName
                            select new { user.Id, user.DisplayName }).ToListAsync(cancel);
        return people.ConvertAll(person => (new PersonId(person.Id), person.DisplayName));
    }, cancel);

    internal static async Task<IReadOnlyList<AdviceRow>> Rows(CurationDb db, IQueryable<Advice> advice, CancellationToken cancel)
    {
        var rows = await advice.OrderBy(row => row.Id).ToListAsync(cancel);
        var ids = rows.Select(row => row.Share).Distinct().ToList();
        var shares = (await ShareRows(db, db.AdviserShares.Where(share => ids.Contains(share.Id)), cancel)).ToDictionary(share => share.Share.Id);
        var names = await NamesOf(db, rows.Select(row => row.RespondedBy).OfType<PersonId>(), cancel);
        return rows.ConvertAll(row => new AdviceRow(row, shares[row.Share], shares[row.Share].Adviser, row.RespondedBy is { } person ? names.GetValueOrDefault(person, "somebody who left") : ""));
    }

    internal static async Task<IReadOnlyList<ShareRow>> ShareRows(CurationDb db, IQueryable<AdviserShare> shares, CancellationToken cancel)
    {
        var rows = await shares.OrderByDescending(share => share.Id).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var impacts = rows.Select(row => row.Impact).OfType<int>().Distinct().ToList();
        var assessments = rows.Select(row => row.Assessment).OfType<int>().Distinct().ToList();
        var versions = await db.ImpactVersions.Where(row => impacts.Contains(row.Id)).Select(row => new { row.Id, row.Playlist, row.Number }).ToDictionaryAsync(row => row.Id, cancel);
        var measured = await db.Assessments.Where(row => assessments.Contains(row.Id)).Select(row => new { row.Id, row.Playlist, row.At }).ToDictionaryAsync(row => row.Id, cancel);
        var playlists = versions.Values.Select(row => row.Playlist).OfType<PlaylistId>().Concat(measured.Values.Select(row => row.Playlist)).Distinct().ToList();
        var titles = await db.Playlists.Where(row => playlists.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Title, cancel);
        var open = await db.Advice.Where(row => ids.Contains(row.Share) && row.Response == null).GroupBy(row => row.Share).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var names = await NamesOf(db, rows.SelectMany(row => new[] { row.Adviser, row.By }), cancel);
        return rows.ConvertAll(row =>
        {
            var playlist = row.Impact is { } impact ? versions[impact].Playlist : measured[row.Assessment!.Value].Playlist;
            var what = row.Impact is { } version ? FormattableString.Invariant($"impact report, version {versions[version].Number}") : FormattableString.Invariant($"assessment of {measured[row.Assessment!.Value].At:d MMM yyyy}");
            return new ShareRow(row, playlist is { } id ? titles[id] : ReadImpact.WholeTitle, playlist, what, names.GetValueOrDefault(row.Adviser, "somebody who left"), names.GetValueOrDefault(row.By, "somebody who left"), open.GetValueOrDefault(row.Id));
        });
    }

    private static async Task<IReadOnlyDictionary<PersonId, string>> NamesOf(CurationDb db, IEnumerable<PersonId> people, CancellationToken cancel)
    {
        var ids = people.Select(person => person.Value).Distinct().ToList();
        return await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => new PersonId(user.Id), user => user.DisplayName, cancel);
    }
}
