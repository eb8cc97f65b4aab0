using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Search.Saved;

/// <summary>A saved search as a line of a list.</summary>
/// <param name="Id">The search.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Query">The part of its address behind the question mark.</param>
/// <param name="Shared">Whether everyone sees it.</param>
/// <param name="Mine">Whether the person who asks saved it.</param>
/// <param name="OwnerName">Who saved it.</param>
public sealed record SavedSearchRow(int Id, string Name, string Query, bool Shared, bool Mine, string OwnerName);

/// <summary>Lists the searches that a person sees.</summary>
public sealed class ListSearches(Store store)
{
    /// <summary>A person's own by name, then those that others share.</summary>
    public Task<List<SavedSearchRow>> Of(PersonId person, CancellationToken cancel = default) => store.Read(async db =>
    {
        var rows = await (from search in db.SavedSearches
                          where search.Owner == person || search.Shared
                          join user in db.Users on (string)(object)search.Owner equals user.Id into users
                          from user in users.DefaultIfEmpty()
                          select new SavedSearchRow(search.Id, search.Name, search.Query, search.Shared, search.Owner == person, user == null ? "" : user.DisplayName)).ToListAsync(cancel);
        return rows.OrderByDescending(row => row.Mine).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ToList();
    }, cancel);
}
