using Curation.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class SelectionTests
{
    [Fact]
    public void The_best_come_first_whatever_the_order_and_however_many_are_equal()
    {
        var lists = Gen.Choose(0, 6).Select(value => (float)value).NonEmptyListOf();
        Prop.ForAll(lists.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (values, wanted) =>
        {
            var scores = values.ToArray();
            var rows = Enumerable.Range(0, scores.Length).Reverse().ToArray();
            var expected = scores.Zip(rows).OrderByDescending(pair => pair.First).ThenBy(pair => pair.Second).Take(wanted).ToHashSet();
            var count = Math.Min(wanted, scores.Length);
            Selection.BestFirst(scores, rows, count);
            Assert.Equal(expected, scores.Zip(rows).Take(count).ToHashSet());
        }).QuickCheckThrowOnFailure();
    }
}
