using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>Nobody has a say about their own work, under no account of theirs.</summary>
internal static class Independence
{
    /// <summary>Refuses where the actor, or another account of the same person, wrote some of a playlist, owns it or submitted it; <paramref name="does"/> is what somebody else has to do, as in "decides".</summary>
    public static async Task Must(Write write, Submission submission, string does)
    {
        if (await Obstacle(write.Db, write.Actor.Person, submission, write.Cancel) is { } because) throw new RefusedException($"{because}, so somebody else {does}. Nothing was changed.");
    }

    /// <summary>Why this person has no say about a submission; null where they have.</summary>
    public static async Task<string?> Obstacle(CurationDb db, PersonId person, Submission submission, CancellationToken cancel)
    {
        if (await AccountsOf(db, person, [.. await Authors(db, submission.Playlist, cancel), submission.SubmittedBy], "wrote some of this playlist or owned it", cancel) is { } wrote) return wrote;
        var owner = await Owner(db, submission.Playlist, cancel);
        return person == owner ? "You own this playlist" : await AccountsOf(db, person, [owner], "owns this playlist", cancel);
    }

    /// <summary>Who wrote in a playlist, and who owns it.</summary>
    public static async Task<List<PersonId>> Involved(CurationDb db, PlaylistId playlist, CancellationToken cancel) =>
        [.. await Authors(db, playlist, cancel), await Owner(db, playlist, cancel)];

    /// <summary>Why a person is taken for one of others; null where nothing says so.</summary>
    public static async Task<string?> AccountsOf(CurationDb db, PersonId person, IReadOnlyCollection<PersonId> others, string did, CancellationToken cancel)
    {
        if (others.Contains(person)) return $"You {did}";
        var faces = await Faces(db, [.. others, person], cancel);
        if (!faces.TryGetValue(person, out var mine)) return null;
        foreach (var other in others.Distinct())
        {
            if (faces.TryGetValue(other, out var theirs) && SamePerson.Because(mine, theirs) is { } because) return $"{theirs.Name} {did}, and {because}";
        }

        return null;
    }

    private static Task<List<PersonId>> Authors(CurationDb db, PlaylistId playlist, CancellationToken cancel) =>
        db.PlaylistAuthors.Where(author => author.Playlist == playlist).Select(author => author.Person).ToListAsync(cancel);

    private static Task<PersonId> Owner(CurationDb db, PlaylistId playlist, CancellationToken cancel) =>
        db.Playlists.Where(row => row.Id == playlist).Select(row => row.Owner).SingleAsync(cancel);

    private static async Task<Dictionary<PersonId, AccountFace>> Faces(CurationDb db, IReadOnlyCollection<PersonId> people, CancellationToken cancel)
    {
        var ids = people.Select(person => person.Value).ToList();
        var linked = (await db.LinkedAccounts.AsNoTracking().ToListAsync(cancel)).ToDictionary(row => row.Account, row => row.Human);
        var rows = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName, user.Email }).ToListAsync(cancel);
        return rows.ToDictionary(row => new PersonId(row.Id), row => new AccountFace(row.DisplayName, row.Email ?? "", linked.TryGetValue(new PersonId(row.Id), out var human) ? human : null));
    }
}
