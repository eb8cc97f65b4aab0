using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.People;

/// <summary>Notes that two accounts are one person's, so that the second never approves the work of the first.</summary>
public sealed class LinkAccounts(Store store)
{
    /// <summary>Links two accounts, and with them all that are linked to either.</summary>
    public Task Run(Actor actor, PersonId one, PersonId other, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        if (one == other) throw new RefusedException("That is one account. Nothing was changed; choose another.");
        await write.FindPerson(one);
        await write.FindPerson(other);
        var rows = await write.Db.LinkedAccounts.ToListAsync(cancel);
        var (first, second) = (rows.Find(row => row.Account == one), rows.Find(row => row.Account == other));
        if (first is not null && first.Human == second?.Human) throw new RefusedException("These accounts are noted as one person's already. Nothing was changed.");
        var human = first?.Human ?? second?.Human ?? rows.Select(row => row.Human).DefaultIfEmpty().Max() + 1;
        var gone = second is { } joined && first is not null ? rows.Where(row => row.Human == joined.Human).ToList() : [];
        write.Db.LinkedAccounts.RemoveRange(gone);
        await write.Db.SaveChangesAsync(cancel);
        write.Db.ChangeTracker.Clear();
        if (first is null) write.Db.LinkedAccounts.Add(new LinkedAccount(one, human));
        if (second is null) write.Db.LinkedAccounts.Add(new LinkedAccount(other, human));
        write.Db.LinkedAccounts.AddRange(gone.Select(row => row with { Human = human }));
        await write.Log("person.link", $"person:{one}", $"one person with {other}");
    }, cancel);

    /// <summary>Takes an account out again.</summary>
    public Task Unlink(Actor actor, PersonId account, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        var row = await write.Db.LinkedAccounts.SingleOrDefaultAsync(linked => linked.Account == account, cancel) ?? throw new RefusedException("This account is not linked to another. Nothing was changed.");
        write.Db.LinkedAccounts.Remove(row);
        await write.Log("person.unlink", $"person:{account}");
    }, cancel);
}
