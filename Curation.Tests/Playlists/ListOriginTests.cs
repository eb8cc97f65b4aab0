using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Playlists;

/// <summary>The expected hashes were computed outside this project from the written description of the canonical bytes.</summary>
public sealed class ListOriginTests
{
    private static readonly ListOrigin Origin = new(new RevisionId(42), new string('a', 64), 3, new string('b', 64));

    private static Slot[] Tracks(params IEnumerable<int> numbers) => numbers.Select(number => new Slot(new TrackId(number), Provenance.Editor, 0.5f)).ToArray();

    [Fact]
    public void A_list_hashes_to_the_published_vector() =>
        Assert.Equal("7140f9131a86f7784c2fc5ab91946e4989e69161e0877c4241e7f251cd6d7bbf", Convert.ToHexStringLower(Origin.HashOf(7, Tracks(1, 2, 300_000))));

    [Fact]
    public void The_empty_shared_list_without_a_model_hashes_to_the_published_vector()
    {
        var origin = new ListOrigin(new RevisionId(1), "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 0, "");
        Assert.Equal("43556d2104c572aa042e5fa62db8e41c4bef3077ac8b614808d0a9934a26289e", Convert.ToHexStringLower(origin.HashOf(0, [])));
    }

    [Fact]
    public void The_longest_list_hashes_to_the_published_vector() =>
        Assert.Equal("483509e7aad9d29edb88f971111d80cc97d6566e15bc6a3f229089f432c0406d", Convert.ToHexStringLower(Origin.HashOf(7, Tracks(Enumerable.Range(1, 500)))));

    [Fact]
    public void Everything_that_makes_a_list_changes_its_hash()
    {
        var slots = Tracks(1, 2);
        var hashes = new[]
        {
            Origin.HashOf(7, slots),
            Origin.HashOf(0, slots),
            Origin.HashOf(7, Tracks(2, 1)),
            (Origin with { Revision = new RevisionId(43) }).HashOf(7, slots),
            (Origin with { RevisionHash = new string('c', 64) }).HashOf(7, slots),
            (Origin with { PolicyVersion = 4 }).HashOf(7, slots),
            (Origin with { ModelHash = "" }).HashOf(7, slots),
        };
        Assert.Equal(hashes.Length, hashes.Select(Convert.ToHexStringLower).Distinct().Count());
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void A_hash_does_not_depend_on_the_culture(string culture)
    {
        var expected = Origin.HashOf(7, Tracks(1, 2));
        byte[] found = [];
        var thread = new Thread(() => found = Origin.HashOf(7, Tracks(1, 2))) { CurrentCulture = CultureInfo.GetCultureInfo(culture) };
        thread.Start();
        thread.Join();
        Assert.Equal(expected, found);
    }
}
