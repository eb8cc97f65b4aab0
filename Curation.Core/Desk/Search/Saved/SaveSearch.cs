using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Search.Saved;

/// <summary>Keeps a search under a name.</summary>
public sealed class SaveSearch(Store store)
{
    private const int MostOfOne = 200;

    /// <summary>Saves a search and returns it.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken, or the person has too many; nothing was saved.</exception>
    public Task<int> Run(Actor actor, string name, string query, bool shared = false, CancellationToken cancel = default) => store.Write(actor, Roles.All, async write =>
    {
        var search = new SavedSearch(actor.Person, name, query, write.Now);
        search.Share(shared);
        await SearchNames.MustBeFree(write, search.Name);
        if (await write.Db.SavedSearches.CountAsync(row => row.Owner == actor.Person, cancel) >= MostOfOne) throw new RefusedException($"You have {MostOfOne} saved searches; nothing was saved. Delete one first.");
        write.Db.SavedSearches.Add(search);
        await write.Db.SaveChangesAsync(cancel);
        await write.Log("search.save", $"search:{search.Id}", shared ? $"{search.Name}, for everyone" : search.Name);
        return search.Id;
    }, cancel);
}

/// <summary>Looks after the names of saved searches.</summary>
internal static class SearchNames
{
    public static async Task MustBeFree(Write write, string name, int except = 0)
    {
        var owner = write.Actor.Person;
        if (await write.Db.SavedSearches.AnyAsync(row => row.Owner == owner && row.Name == name && row.Id != except, write.Cancel))
            throw new RefusedException($"You have a saved search called \u201c{name}\u201d already; nothing was saved. Choose another name.");
    }

    /// <summary>A search of the person who acts.</summary>
    public static async Task<SavedSearch> Own(Write write, int id)
    {
        var search = await write.Db.SavedSearches.SingleOrDefaultAsync(row => row.Id == id, write.Cancel) ?? throw new RefusedException("There is no such saved search any more; nothing was changed.");
        return search.Owner == write.Actor.Person ? search : throw new RefusedException("Only who saved a search changes it; nothing was changed. Save it under a name of your own.");
    }
}
