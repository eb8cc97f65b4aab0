using Curation.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("metalica", "metallica", 1)]
    [InlineData("teh", "the", 1)]
    [InlineData("bjork", "bjork", 0)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "ab", 2)]
    public void Letters_put_in_taken_out_changed_or_swapped_count_one_each(string typed, string word, int distance) => Assert.Equal(distance, EditDistance.Between(typed, word, 5));

    [Fact]
    public void The_distance_is_that_of_the_plain_table_up_to_the_limit() => Prop.ForAll(
        Arb.From(Word()), Arb.From(Word()), Arb.From(Gen.Choose(0, 3)), (one, other, most) =>
            EditDistance.Between(one, other, most) == Math.Min(most + 1, Plain(one, other))
            && EditDistance.Between(one, other, most, prefix: true) == Math.Min(most + 1, Enumerable.Range(0, other.Length + 1).Min(length => Plain(one, other[..length])))).QuickCheckThrowOnFailure();

    private static Gen<string> Word() => Gen.Elements('a', 'b', 'c').ArrayOf().Resize(8).Select(letters => new string(letters));

    private static int Plain(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                table[i, j] = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[one.Length, other.Length];
    }
}
