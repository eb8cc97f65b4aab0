using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Search.Saved;

/// <summary>Renames, shares or deletes a saved search; only its owner can.</summary>
public sealed class ChangeSearch(Store store)
{
    /// <summary>Gives it another name.</summary>
    /// <exception cref="RefusedException">It is not there, not theirs, or the name will not do; nothing was changed.</exception>
    public Task Rename(Actor actor, int id, string name, CancellationToken cancel = default) => store.Write(actor, Roles.All, async write =>
    {
        var search = await SearchNames.Own(write, id);
        var before = search.Name;
        search.Rename(name);
        await SearchNames.MustBeFree(write, search.Name, except: id);
        await write.Log("search.rename", $"search:{id}", $"from \"{before}\" to \"{search.Name}\"");
    }, cancel);

    /// <summary>Shows it to everyone, or to its owner alone.</summary>
    /// <exception cref="RefusedException">It is not there or not theirs; nothing was changed.</exception>
    public Task Share(Actor actor, int id, bool shared, CancellationToken cancel = default) => store.Write(actor, Roles.All, async write =>
    {
        (await SearchNames.Own(write, id)).Share(shared);
        await write.Log("search.share", $"search:{id}", shared ? "for everyone" : "for its owner");
    }, cancel);

    /// <summary>Deletes it.</summary>
    /// <exception cref="RefusedException">It is not there or not theirs; nothing was changed.</exception>
    public Task Delete(Actor actor, int id, CancellationToken cancel = default) => store.Write(actor, Roles.All, async write =>
    {
        var search = await SearchNames.Own(write, id);
        write.Db.SavedSearches.Remove(search);
        await write.Log("search.delete", $"search:{id}", search.Name);
    }, cancel);
}
