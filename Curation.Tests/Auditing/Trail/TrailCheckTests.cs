using System.Security.Cryptography;
using Curation.Core.Auditing.Trail;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Auditing.Trail;

public sealed class TrailCheckTests
{
    private const int Entries = 64;
    private const int LastHead = 61;

    [Fact]
    public void A_log_that_nobody_touched_holds()
    {
        using var log = new SignedLog(Entries, 8, LastHead);
        var heads = HeadChain.Of(log.Heads, log.Trusted);
        var check = SignedLog.Check(log.Entries, heads);
        Assert.Null(heads.Fault);
        Assert.Empty(heads.Notes);
        Assert.Null(check.Fault);
        Assert.Equal(Entries, check.Entries);
        Assert.Equal(log.Entries[^1].Hash, check.LastHash);
    }

    /// <summary>The hash is part of the format: it must come out the same in every version.</summary>
    [Fact]
    public void The_hash_of_an_entry_is_fixed()
    {
        var entry = new AuditEntry(1, AuditEntry.Genesis, DateTimeOffset.FromUnixTimeMilliseconds(1_777_885_200_123), new PersonId("ada"), "playlist.create", "playlist:1", "Night Drive ☾");
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(1L);
            writer.Write(1_777_885_200_123L);
            foreach (var text in (string[])[AuditEntry.Genesis, "ada", "playlist.create", "playlist:1", "Night Drive ☾"])
            {
                var bytes = System.Text.Encoding.UTF8.GetBytes(text);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stream.ToArray())), entry.Hash);
        var longer = new AuditEntry(2, entry.Hash, entry.At, entry.By, entry.Action, entry.Subject, new string('x', 5_000));
        Assert.Equal(longer.Hash, longer.ComputeHash());
        Assert.NotEqual(entry.Hash, longer.Hash);
    }

    [Fact]
    public void Ten_thousand_edits_deletions_reorders_truncations_and_rehashes_are_all_found_up_to_the_last_head()
    {
        using var log = new SignedLog(Entries, 8, LastHead);
        var heads = HeadChain.Of(log.Heads, log.Trusted);
        var random = new Random(20261129);
        for (var trial = 0; trial < 10_000; trial++)
        {
            var at = random.Next(LastHead);
            var way = random.Next(Ways.Length);
            var touched = Ways[way](log.Entries, at, random);
            var fault = SignedLog.Check(touched, heads).Fault;
            Assert.True(fault is not null, $"Trial {trial}: way {way} at entry {at + 1} was not found.");

            // Not before what was touched, and not later than the first head that has seen it.
            var seen = log.Heads.First(head => head.Entry > at).Entry;
            Assert.True(fault.Entry > at && fault.Entry <= seen, $"Trial {trial}: way {way} at entry {at + 1} was found at entry {fault.Entry}.");
        }
    }

    [Fact]
    public void What_came_after_the_last_head_is_held_by_the_chain_alone()
    {
        using var log = new SignedLog(Entries, 8, LastHead);
        var heads = HeadChain.Of(log.Heads, log.Trusted);
        var edited = log.Entries.Take(LastHead).Append(SignedLog.Made(LastHead + 1, log.Entries[LastHead - 1].Hash, log.Entries[LastHead], "something else"));
        Assert.Null(SignedLog.Check(edited, heads).Fault);
        Assert.Null(SignedLog.Check(log.Entries.Take(LastHead), heads).Fault);
        Assert.NotNull(SignedLog.Check(log.Entries.Take(LastHead - 1), heads).Fault);
    }

    /// <summary>Ways to touch the entry at an index so that something at it or after it is other than it was.</summary>
    private static readonly Func<IReadOnlyList<AuditEntry>, int, Random, IReadOnlyList<AuditEntry>>[] Ways =
    [
        // Edited, with and without a fitting hash of its own.
        (log, at, random) => Put(log, at, new AuditEntry(at + 1, log[at].PreviousHash, log[at].At, log[at].By, log[at].Action, log[at].Subject, $"edited {random.Next()}")),
        (log, at, random) => Put(log, at, Carrying(new AuditEntry(at + 1, log[at].PreviousHash, log[at].At, new PersonId($"somebody else {random.Next()}"), log[at].Action, log[at].Subject, log[at].Detail), log[at].Hash)),
        (log, at, random) => Put(log, at, Carrying(new AuditEntry(at + 1, log[at].PreviousHash, log[at].At.AddMilliseconds(random.Next(1, 9)), log[at].By, log[at].Action, log[at].Subject, log[at].Detail), log[at].Hash)),

        // Edited, and everything after it hashed anew.
        (log, at, random) => SignedLog.Rehashed(Put(log, at, SignedLog.Made(at + 1, log[at].PreviousHash, log[at], $"edited {random.Next()}")), at),

        // Taken out, plainly and with everything after it numbered and hashed anew.
        (log, at, random) => [.. log.Where((_, i) => i < at || i > at + random.Next(1))],
        (log, at, _) => SignedLog.Rehashed([.. log.Where((_, i) => i != at)], at),

        // One put in, plainly and hashed anew.
        (log, at, random) => [.. log.Take(at), SignedLog.Made(at + 1, log[at].PreviousHash, log[random.Next(log.Count)], $"put in {random.Next()}"), .. log.Skip(at)],
        (log, at, random) => SignedLog.Rehashed([.. log.Take(at), SignedLog.Made(at + 1, log[at].PreviousHash, log[random.Next(log.Count)], $"put in {random.Next()}"), .. log.Skip(at)], at),

        // In another order, plainly and hashed anew.
        (log, at, random) => Swapped(log, at, random),
        (log, at, random) => SignedLog.Rehashed(Swapped(log, at, random), at),

        // Cut off, and grown again with other entries.
        (log, at, _) => [.. log.Take(at)],
        (log, at, random) => SignedLog.Rehashed([.. log.Take(at), .. log.Skip(at).Select(entry => SignedLog.Made(entry.Id, entry.PreviousHash, entry, $"grown again {random.Next()}"))], at),
    ];

    private static IReadOnlyList<AuditEntry> Put(IReadOnlyList<AuditEntry> log, int at, AuditEntry entry) => [.. log.Take(at), entry, .. log.Skip(at + 1)];

    private static IReadOnlyList<AuditEntry> Swapped(IReadOnlyList<AuditEntry> log, int at, Random random)
    {
        var other = random.Next(at + 1, log.Count);
        return Put(Put(log, at, log[other]), other, log[at]);
    }

    /// <summary>An entry whose content does not fit the hash it carries; only a store that was tampered with has such.</summary>
    private static AuditEntry Carrying(AuditEntry entry, string hash)
    {
        typeof(AuditEntry).GetProperty(nameof(AuditEntry.Hash))!.SetValue(entry, hash);
        return entry;
    }
}
