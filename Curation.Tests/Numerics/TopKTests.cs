using Curation.Core.Numerics;
using FsCheck.Fluent;
using FsCheck;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class TopKTests
{
    [Fact]
    public void The_best_are_the_start_of_a_full_sort_whatever_is_offered_in_whatever_order()
    {
        var offers = from scores in Gen.Choose(0, 5).ArrayOf()
                     from capacity in Gen.Choose(0, 20)
                     from order in Gen.Shuffle(Enumerable.Range(0, scores.Length))
                     select (scores, capacity, order);
        Prop.ForAll(offers.ToArbitrary(), offer =>
        {
            var best = new TopK(offer.capacity);
            foreach (var row in offer.order) best.Offer(row, offer.scores[row]);
            var rows = new int[best.Count];
            var scores = new float[best.Count];
            best.Take(rows, scores);
            Assert.Equal(Enumerable.Range(0, offer.scores.Length).OrderByDescending(row => offer.scores[row]).ThenBy(row => row).Take(offer.capacity), rows);
            Assert.Equal(rows.Select(row => (float)offer.scores[row]), scores);
            Assert.Equal(0, best.Count);
        }).QuickCheckThrowOnFailure();
    }
}
