using System.Security.Cryptography;
using System.Text;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Demo;

/// <summary>Makes an empty store into a small invented world to look around in: catalogue, listeners, playlists at every stage, people to sign in as.</summary>
/// <remarks>
/// People, catalogue and listening are one transaction. What follows goes through the same commands as people's work and is skipped where it was done before,
/// so that a start which was killed is finished by the next one.
/// </remarks>
public sealed class DemoWorld(Store store, DemoStory story, DemoClock clock, IPasswordHasher<Person> hasher)
{
    /// <summary>The seed of the world that a first start makes.</summary>
    public const long DefaultSeed = 20_260_504;

    private const string Finished = "demo.finish";

    /// <summary>Makes the world where the store has neither tracks nor people, or goes on where an earlier start was stopped; does nothing otherwise. True when it did something.</summary>
    public Task<bool> EnsureMade(IReadOnlyList<DemoPerson> people, Action<string>? say = null, CancellationToken cancel = default) =>
        EnsureMade(people, new DemoSize(), DefaultSeed, say ?? (_ => { }), cancel);

    internal async Task<bool> EnsureMade(IReadOnlyList<DemoPerson> people, DemoSize size, long seed, Action<string> say, CancellationToken cancel)
    {
        var (empty, begun, finished) = await store.Read(async db => (
            !await db.Tracks.AnyAsync(cancel) && !await db.Users.AnyAsync(cancel),
            await db.Imports.Where(batch => batch.Format == WriteDemoListening.Format).Select(batch => (DateTimeOffset?)batch.StartedAt).FirstOrDefaultAsync(cancel),
            await db.AuditLog.AnyAsync(entry => entry.Action == Finished, cancel)), cancel);
        if (finished || !(empty || begun is not null)) return false;

        var yesterday = DateOnly.FromDateTime((begun ?? clock.Started).UtcDateTime).AddDays(-1);
        var plan = DemoPlan.Of(size, yesterday, seed);
        if (empty)
        {
            say($"Making the demo world: {plan.Artists.Count} artists, {plan.Tracks.Count} tracks, {plan.Listeners.Count} listeners, {plan.Plays.Count} plays");
            await WriteAll(people, plan, seed, cancel);
        }

        await story.Tell(plan, people, say, cancel);
        clock.MoveTo(clock.Started);
        await store.Write(Actor.Console, Roles.All, write => write.Log(Finished, "store", "the demo world is complete"), cancel);
        say("The demo world is ready");
        return true;
    }

    private Task WriteAll(IReadOnlyList<DemoPerson> people, DemoPlan plan, long seed, CancellationToken cancel)
    {
        clock.MoveTo(DemoStory.Opening(clock.Started));
        return store.Write(Actor.Console, Roles.All, async write =>
        {
            await DemoCast.Add(write.Db, people, hasher, write.Now, cancel);
            await write.Db.SaveChangesAsync(cancel);
            var ids = await WriteDemoCatalogue.Run(write.Db, plan, cancel);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"demo world {seed}")));
            await WriteDemoListening.Run(write.Db, plan, ids, hash, clock.Started, cancel);
            await write.Log("demo.make", "store", $"invented artists, tracks and listeners from seed {seed}");
        }, cancel);
    }
}
