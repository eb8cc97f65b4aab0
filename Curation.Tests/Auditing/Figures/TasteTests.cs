using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Figures;

public sealed class TasteTests
{
    [Fact]
    public void Two_orthogonal_tracks_have_this_gs_score_and_are_wholly_diverse()
    {
        Assert.Equal(0.707, Definitions.Gs([[1, 0], [0, 1]], [1, 1])!.Value, 3);
        Assert.Equal(1, ListDiversity.Of([[1, 0], [0, 1]])!.Value, 12);
    }

    [Fact]
    public void Tracks_in_one_direction_are_of_one_kind_however_long_their_vectors()
    {
        Assert.Equal(1, Definitions.Gs([[1, 1], [5, 5], [0.1f, 0.1f]], [1, 2, 3])!.Value, 6);
        Assert.Equal(0, ListDiversity.Of([[1, 1], [5, 5]])!.Value, 6);
    }

    [Fact]
    public void Below_two_tracks_neither_is_defined()
    {
        Assert.Null(Definitions.Gs([], []));
        Assert.Null(Definitions.Gs([[1, 0]], [3]));
        Assert.Null(Definitions.Gs([[1, 0], [0, 0]], [1, 1]));
        Assert.Null(Definitions.Gs([[1, 0], [0, 1]], [1, 0]));
        Assert.Null(ListDiversity.Of([[1, 0]]));
        Assert.Null(ListDiversity.Of([[1, 0], [0, 0]]));
    }

    [Fact]
    public void Both_are_what_the_pairs_and_the_centre_say() => Prop.ForAll(Arb.From(Gen.Choose(0, 100_000)), seed =>
    {
        var random = new SeededRandom(seed);
        var vectors = Enumerable.Range(0, 2 + random.NextInt(8)).Select(_ => Enumerable.Range(0, 4).Select(_ => (float)random.NextGaussian()).ToArray()).ToArray();
        var weights = vectors.Select(_ => 1.0 + random.NextInt(9)).ToArray();
        var centre = Enumerable.Range(0, 4).Select(axis => vectors.Zip(weights, (vector, weight) => weight * vector[axis]).Sum() / weights.Sum()).ToArray();
        var gs = vectors.Zip(weights, (vector, weight) => weight * Cosine(vector, centre)).Sum() / weights.Sum();
        var pairs = from i in Enumerable.Range(0, vectors.Length) from j in Enumerable.Range(0, vectors.Length) where i < j select Cosine(vectors[i], [.. vectors[j].Select(value => (double)value)]);
        return Math.Abs(Definitions.Gs(vectors, weights)!.Value - gs) < 1e-6 && Math.Abs(ListDiversity.Of(vectors)!.Value - (1 - pairs.Average())) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_history_of_seventy_to_thirty_and_a_list_of_the_first_alone_have_this_divergence() =>
        Assert.Equal(1.636, Definitions.Divergence([0.7, 0.3], [1, 0])!.Value, 3);

    [Fact]
    public void A_list_like_its_history_is_calibrated_and_without_either_nothing_is_said()
    {
        Assert.Equal(0, Definitions.Divergence([0.7, 0.3], [0.7, 0.3])!.Value, 12);
        Assert.Null(Definitions.Divergence([0, 0], [1, 0]));
        Assert.Null(Definitions.Divergence([1, 0], [0, 0]));
    }

    [Fact]
    public void The_greedy_order_takes_at_each_step_what_no_other_candidate_beats() => Prop.ForAll(Arb.From(Gen.Choose(0, 100_000)), seed =>
    {
        var random = new SeededRandom(seed);
        var genres = Enumerable.Range(0, 12).Select(_ => One(3, random.NextInt(3))).ToArray();
        var scores = genres.Select(_ => random.NextDouble()).ToArray();
        double[] history = [0.5, 0.3, 0.2];
        var lambda = random.NextInt(5) / 4.0;
        var order = Definitions.Rerank(scores, genres, history, lambda, 6);
        for (var step = 0; step < order.Length; step++)
        {
            double Value(int candidate)
            {
                var list = order.Take(step).Append(candidate).ToArray();
                var mix = Enumerable.Range(0, 3).Select(genre => list.Average(one => genres[one][genre])).ToArray();
                var divergence = history.Zip(mix, (p, q) => p * Math.Log(p / ((0.99 * q) + (0.01 * p)), 2)).Sum();
                return ((1 - lambda) * list.Sum(one => scores[one])) - (lambda * divergence);
            }

            if (Enumerable.Range(0, 12).Except(order.Take(step)).Any(other => Value(other) > Value(order[step]) + 1e-9)) return false;
        }

        return order.Length == 6 && order.Distinct().Count() == 6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Relevance_alone_is_the_order_of_scores() => Assert.Equal([1, 2, 0], Definitions.Rerank([1, 3, 2], [[1, 0], [1, 0], [1, 0]], [0, 1], 0, 3));

    [Fact]
    public void A_track_that_is_played_half_as_often_is_one_bit_newer()
    {
        Assert.Equal(1, Surprise.SelfInformation(49, 800, 200) - Surprise.SelfInformation(99, 800, 200), 12);
        Assert.Equal(10, Surprise.SelfInformation(0, 0, 1024), 12);
        Assert.Equal(2.5, Definitions.Novelty([2, 3]));
        Assert.Null(Definitions.Novelty([]));
    }

    [Fact]
    public void Serendipity_asks_for_both_what_is_unlike_and_what_is_liked()
    {
        Assert.Equal(0.45, Definitions.Serendipity([0.1, 1], [1, 1])!.Value, 12);
        Assert.Equal(0, Definitions.Serendipity([0.1], [0])!.Value, 12);
        Assert.Null(Definitions.Serendipity([], []));
    }

    private static double[] One(int length, int at) => [.. Enumerable.Range(0, length).Select(i => i == at ? 1.0 : 0)];

    private static double Cosine(float[] one, double[] other) =>
        one.Zip(other, (a, b) => a * b).Sum() / Math.Sqrt(one.Sum(a => (double)a * a) * other.Sum(b => b * b));
}
