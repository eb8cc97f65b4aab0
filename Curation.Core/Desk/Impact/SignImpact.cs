using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>Somebody who answered none of it signs an impact assessment; the database holds that rule too.</summary>
public sealed class SignImpact(Store store)
{
    private static readonly string[] Signing = [Roles.Reviewer, Roles.Admin];

    /// <summary>Signs exactly the answers with this hash; the last signature that the level needs closes the version.</summary>
    public Task Run(Actor actor, int version, string hash, string note = "", CancellationToken cancel = default) => store.Write(actor, Signing, async write =>
    {
        var impact = await Ready(write, version);
        if (impact.Hash != hash) throw new RefusedException("These are not the answers that you read. Nothing was signed; reload first.");
        var signed = await write.Db.ImpactSignatures.Where(row => row.Version == version).ToListAsync(cancel);
        if (signed.Exists(row => row.Person == actor.Person)) throw new RefusedException("You have signed this version already; nothing was changed.");
        var held = await Held(write);
        var signers = Signers.Of(impact.Level!.Value);
        var role = signers.Next(held.Contains(Roles.Reviewer), held.Contains(Roles.Admin), signed.ConvertAll(row => row.Role))
            ?? throw new RefusedException($"Level {impact.Level} needs {signers.InWords}; what is missing is not yours to give. Nothing was signed.");
        write.Db.ImpactSignatures.Add(new ImpactSignature(version, actor.Person, role, hash, note, write.Now));
        await write.Db.SaveChangesAsync(cancel);
        await write.Log("impact.sign", StartImpact.Subject(impact.Playlist), $"version {impact.Number} as {role}, {hash}");
        if (!signers.AreMet([.. signed.Select(row => row.Role), role])) return;
        impact.Sign(write.Now);
        await write.Log("impact.signed", StartImpact.Subject(impact.Playlist), $"version {impact.Number}, level {impact.Level}");
    }, cancel);

    /// <summary>Sends it back with a reason; a new version starts from it.</summary>
    public Task SendBack(Actor actor, int version, string reason, CancellationToken cancel = default) => store.Write(actor, Signing, async write =>
    {
        var impact = await Ready(write, version);
        impact.SendBack(reason, actor.Person, write.Now);
        await write.Log("impact.send-back", StartImpact.Subject(impact.Playlist), $"version {impact.Number}: {impact.Reason}");
    }, cancel);

    private static async Task<ImpactVersion> Ready(Write write, int version)
    {
        var impact = await write.FindImpact(version);
        impact.MustBe(ImpactState.Signing);
        var person = write.Actor.Person;
        if (await write.Db.ImpactAuthors.AnyAsync(row => row.Version == version && row.Person == person, write.Cancel))
            throw new RefusedException("Some of these answers are yours, so somebody else has to sign. Nothing was changed.");
        if (Signers.Of(impact.Level!.Value).Outside && await write.Db.PlaylistAuthors.AnyAsync(row => row.Playlist == impact.Playlist && row.Person == person, write.Cancel))
            throw new RefusedException($"You wrote some of this playlist, and level {impact.Level} is signed by people who did not. Nothing was changed.");
        await MustBeAnother(write, impact);
        return impact;
    }

    /// <summary>Nobody signs what they answered, or twice, through a second account.</summary>
    private static async Task MustBeAnother(Write write, ImpactVersion impact)
    {
        var me = write.Actor.Person;
        var answered = await write.Db.ImpactAuthors.Where(row => row.Version == impact.Id && row.Person != me).Select(row => row.Person).ToListAsync(write.Cancel);
        var signed = await write.Db.ImpactSignatures.Where(row => row.Version == impact.Id && row.Person != me).Select(row => row.Person).ToListAsync(write.Cancel);
        var same = await Independence.AccountsOf(write.Db, me, answered, "answered some of it", write.Cancel) ?? await Independence.AccountsOf(write.Db, me, signed, "signed it already", write.Cancel);
        if (same is not null) throw new RefusedException($"{same}, so somebody else has to sign. Nothing was changed.");
    }

    private static async Task<IReadOnlyList<string>> Held(Write write)
    {
        var person = write.Actor.Person.Value;
        return await (from given in write.Db.UserRoles join role in write.Db.Roles on given.RoleId equals role.Id where given.UserId == person select role.Name!).ToListAsync(write.Cancel);
    }
}
