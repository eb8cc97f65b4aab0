using Curation.Core.Auditing.Trail;
using Xunit;

namespace Curation.Tests.Auditing.Trail;

public sealed class HeadChainTests
{
    [Fact]
    public void A_head_reads_back_from_its_line_as_it_was()
    {
        using var log = new SignedLog(20, 5, 20);
        Assert.All(log.Heads, head => Assert.Equal(head, AuditHead.Parse(head.ToLine())));
        Assert.All(log.Heads, head => Assert.True(head.IsSigned()));
        Assert.Null(HeadChain.Of(log.Heads.Select(head => head.ToLine()), log.Trusted).Fault);
    }

    [Theory, InlineData("{}"), InlineData("null"), InlineData("head 3"), InlineData("")]
    public void A_line_that_is_no_head_is_a_fault(string line)
    {
        using var log = new SignedLog(20, 5, 20);
        var lines = log.Heads.Select(head => head.ToLine()).ToList();
        lines[2] = line;
        var chain = HeadChain.Of(lines, log.Trusted);
        Assert.Equal("Line 3 of the heads cannot be read.", chain.Fault?.Words);
    }

    [Fact]
    public void Whatever_of_a_head_is_changed_its_signature_no_longer_fits()
    {
        using var log = new SignedLog(20, 5, 20);
        var head = log.Heads[1];
        foreach (var other in (AuditHead[])[head with { Entry = 11 }, head with { EntryHash = log.Entries[10].Hash }, head with { At = head.At.AddSeconds(1) }, head with { Kind = HeadKind.Restored }, head with { Signature = log.Heads[0].Signature }, head with { Signature = "no" }, head with { Key = "no" }])
        {
            var chain = HeadChain.Of([log.Heads[0], other, .. log.Heads.Skip(2)], log.Trusted);
            Assert.Equal("Head 2 was changed after it was signed, or never was.", chain.Fault?.Words);
            Assert.Equal([5L], chain.Standing.Select(standing => standing.Entry));
        }
    }

    [Fact]
    public void A_head_that_was_taken_out_is_missed()
    {
        using var log = new SignedLog(20, 5, 20);
        Assert.Equal("Head 2 is missing; head 3 stands in its place.", HeadChain.Of([log.Heads[0], .. log.Heads.Skip(2)], log.Trusted).Fault?.Words);
    }

    [Fact]
    public void Heads_signed_by_another_key_do_not_count()
    {
        using var log = new SignedLog(20, 5, 20);
        using var other = new SignedLog(20, 5, 20);
        var forged = other.Signed(log.Heads[3] with { Key = other.Heads[0].Key });
        Assert.StartsWith("Head 4 is signed by a key that is not this workbench's", HeadChain.Of([.. log.Heads.Take(3), forged], log.Trusted).Fault?.Words, StringComparison.Ordinal);
        Assert.Null(HeadChain.Of([.. log.Heads.Take(3), forged], log.Trusted.Concat(other.Trusted).ToHashSet(StringComparer.Ordinal)).Fault);
    }

    [Fact]
    public void A_head_may_go_back_only_by_a_restore_and_then_it_is_noted()
    {
        using var log = new SignedLog(20, 5, 20);
        log.Sign(8, HeadKind.Grown);
        Assert.Equal("Head 5 names entry 8, although the head before it named entry 20 already.", HeadChain.Of(log.Heads, log.Trusted).Fault?.Words);
        log.Heads.RemoveAt(4);
        log.Sign(8, HeadKind.Restored);
        var chain = HeadChain.Of(log.Heads, log.Trusted);
        Assert.Null(chain.Fault);
        Assert.Equal([5L, 8L], chain.Standing.Select(head => head.Entry));
        Assert.Contains("from entry 20 back to entry 8", Assert.Single(chain.Notes), StringComparison.Ordinal);
        Assert.Null(SignedLog.Check(log.Entries.Take(9), chain).Fault);
        Assert.NotNull(SignedLog.Check(log.Entries.Take(7), chain).Fault);
    }
}
