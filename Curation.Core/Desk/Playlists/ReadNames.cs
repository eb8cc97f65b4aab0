using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Reads the names that colleagues see.</summary>
public sealed class ReadNames(Store store)
{
    /// <summary>Display names by id; who is not here any more is left out.</summary>
    public Task<Dictionary<PersonId, string>> Of(IEnumerable<PersonId> people, CancellationToken cancel = default) => store.Read(async db =>
    {
        var ids = people.Select(person => person.Value).Distinct().ToList();
        var rows = await db.Users.Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancel);
        return rows.ToDictionary(row => new PersonId(row.Id), row => row.DisplayName);
    }, cancel);
}
