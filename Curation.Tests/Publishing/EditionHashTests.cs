using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Xunit;

namespace Curation.Tests.Publishing;

/// <summary>The expected hashes were computed outside this project from the written description of the canonical bytes.</summary>
public sealed class EditionHashTests
{
    private static readonly ListOrigin Origin = new(new RevisionId(42), new string('a', 64), 3, new string('b', 64));

    private static byte[] Filled(byte value) => Enumerable.Repeat(value, 32).ToArray();

    [Fact]
    public void An_edition_hashes_to_the_published_vector()
    {
        using var hash = new EditionHash(Origin, 2);
        hash.Add(0, Filled(0x11));
        hash.Add(7, Filled(0x22));
        Assert.Equal("df97e4d71697fa67c7ca253e9caf02b7eb2905b193fb86a33cfcca5a0008e725", hash.Finish());
    }

    [Fact]
    public void An_edition_without_lists_hashes_to_the_published_vector()
    {
        using var hash = new EditionHash(new ListOrigin(new RevisionId(1), "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 0, ""), 0);
        Assert.Equal("6ed4e74807fdc1b83079b6ab5ace32d012ce9695c36853fbb4a668e67a38d7db", hash.Finish());
    }

    [Fact]
    public void Lists_out_of_order_or_missing_are_refused()
    {
        using var hash = new EditionHash(Origin, 3);
        hash.Add(7, Filled(0x22));
        Assert.Throws<ArgumentException>(() => hash.Add(7, Filled(0x33)));
        Assert.Throws<ArgumentException>(() => hash.Add(8, Filled(0x33).AsSpan(1)));
        Assert.Throws<InvalidOperationException>(() => hash.Finish());
    }
}
