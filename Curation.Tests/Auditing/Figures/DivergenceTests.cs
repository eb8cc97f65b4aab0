using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Figures;

public sealed class DivergenceTests
{
    [Fact]
    public void Rkl_is_nothing_where_every_cut_has_the_mix_of_the_candidates_and_one_where_the_group_comes_first_or_last()
    {
        Assert.Equal(0, Definitions.Rkl([.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1.0 : 0)], 10, 20)!.Value, 12);
        Assert.Equal(1, Definitions.Rkl([.. Enumerable.Range(0, 20).Select(i => i < 10 ? 1.0 : 0)], 10, 20)!.Value, 12);
        Assert.Equal(1, Definitions.Rkl([.. Enumerable.Range(0, 20).Select(i => i >= 10 ? 1.0 : 0)], 10, 20)!.Value, 12);
    }

    [Fact]
    public void Rkl_is_not_defined_below_ten_places_nor_where_all_candidates_or_none_are_of_the_group()
    {
        Assert.Null(Definitions.Rkl([1, 0, 1], 10, 20));
        Assert.Null(Definitions.Rkl(new double[10], 0, 20));
        Assert.Null(Definitions.Rkl(Enumerable.Repeat(1.0, 10).ToArray(), 20, 20));
    }

    /// <summary>Goes through every number of members that every cut could have, and keeps the largest sum that any order reaches.</summary>
    [Fact]
    public void No_order_of_the_candidates_has_an_rkl_above_one() => Prop.ForAll(Arb.From(Gen.Choose(0, 100_000)), seed =>
    {
        var random = new SeededRandom(seed);
        var candidates = 10 + random.NextInt(60);
        var members = 1 + random.NextInt(candidates - 1);
        var share = (double)members / candidates;
        var best = Enumerable.Repeat(double.NegativeInfinity, members + 1).ToArray();
        best[0] = 0;
        for (var place = 10; place <= candidates; place += 10)
        {
            var next = Enumerable.Repeat(double.NegativeInfinity, members + 1).ToArray();
            for (var before = 0; before <= members; before++)
                for (var now = before; now <= Math.Min(members, before + 10); now++)
                    if (place - now <= candidates - members) next[now] = Math.Max(next[now], best[before] + (Kl(now / (double)place, share) / Math.Log2(place)));
            best = next;
        }

        var flags = Enumerable.Range(0, candidates).Select(i => i < members ? 1.0 : 0).ToArray();
        random.Shuffle<double>(flags);
        var found = 0.0;
        var sum = 0.0;
        for (var i = 0; i < candidates; i++)
        {
            found += flags[i];
            if ((i + 1) % 10 == 0) sum += Kl(found / (i + 1), share) / Math.Log2(i + 1);
        }

        var most = best.Max();
        var value = Definitions.Rkl(flags, members, candidates);
        return most <= 0 ? value is null : Math.Abs(value!.Value - (sum / most)) < 1e-9;
    }).QuickCheckThrowOnFailure();

    private static double Kl(double here, double there) =>
        (here > 0 ? here * Math.Log(here / there) : 0) + (here < 1 ? (1 - here) * Math.Log((1 - here) / (1 - there)) : 0);
}
