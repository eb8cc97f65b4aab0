using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Auditing.Assessing;

/// <summary>Small lists whose figures can be worked out by hand, through the whole meter.</summary>
public sealed class PublishedValuesTests
{
    private const string Genre = BuiltInDimensions.Genre;

    [Theory]
    [InlineData("AABB", 0.452)]
    [InlineData("ABAB", 0.282)]
    [InlineData("AAAA", 0.693)]
    public void Against_half_and_half_an_order_has_this_ndkl(string order, double value)
    {
        var world = new Letters("AAAABBBB");
        Assert.Equal(value, world.Measure(order).Find(new(Measures.Ndkl, Genre, "", Baselines.Catalogue))!.Value!.Value, 3);
        Assert.Equal(value, world.Measure(order, pool: "AABB").Find(new(Measures.Ndkl, Genre, "", Baselines.Pool))!.Value!.Value, 3);
    }

    /// <summary>The pool is two tracks of A, so half a track of B makes it 0.8 to 0.2. The first place is ln(1/0.8); at the second 0.5 ln(0.5/0.8) + 0.5 ln(0.5/0.2) is the same ln 1.25. B alone is ln(1/0.2).</summary>
    [Theory]
    [InlineData("AB", 1.25)]
    [InlineData("BB", 5)]
    [InlineData("AA", 1)]
    public void A_list_with_a_group_that_the_pool_lacks_is_far_off_and_not_left_out(string order, double ratio)
    {
        var figure = new Letters("AAAABBBB").Measure(order, pool: "AA").Find(new(Measures.Ndkl, Genre, "", Baselines.Pool))!;
        Assert.Equal(Math.Log(ratio), figure.Value!.Value, 9);
        Assert.Equal(1, figure.Count);
    }

    /// <summary>Two tracks of A, half of one of B and half of one of C: 2/3, 1/6, 1/6. The first place is ln 6, the two together ln 3; they are weighed 1 to 1 / log2(3).</summary>
    [Fact]
    public void Two_groups_that_the_pool_lacks_have_half_a_track_each() => Assert.Equal(
        (Math.Log(6) + (Math.Log(3) / Math.Log2(3))) / (1 + (1 / Math.Log2(3))),
        new Letters("AABBCC").Measure("BC", pool: "AA").Find(new(Measures.Ndkl, Genre, "", Baselines.Pool))!.Value!.Value,
        9);

    [Theory]
    [InlineData("log", 0.637)]
    [InlineData("geometric", 0.581)]
    [InlineData("attention", 0.978)]
    public void The_first_two_of_four_places_have_this_share_and_against_half_this_amplification(string name, double share)
    {
        var weight = PositionWeight.Named(name);
        var effect = new Letters("AAAABBBB").Measure("AABB", weight: weight);
        Assert.Equal(share, effect.Find(new(weight.Of(Measures.Exposure), Genre, "A"))!.Value!.Value, 3);
        Assert.Equal(Math.Log2(share / 0.5), effect.Find(new(weight.Of(Measures.Amplification), Genre, "A", Baselines.Catalogue))!.Value!.Value, 2);
    }

    [Fact]
    public void Two_orthogonal_tracks_have_this_gs_score_and_are_wholly_diverse()
    {
        var effect = new Letters("AB").Measure("AB");
        Assert.Equal(0.707, effect.Find(new(Measures.Gs, Measures.After))!.Value!.Value, 3);
        Assert.Equal(1, effect.Find(new(Measures.Diversity, Measures.After))!.Value!.Value, 6);
    }

    [Fact]
    public void A_history_of_seventy_to_thirty_and_a_list_of_the_first_alone_have_this_divergence() =>
        Assert.Equal(1.636, new Letters("AAB").Measure("AA", heard: (70, 30)).Find(new(Measures.Calibration))!.Value!.Value, 3);

    [Fact]
    public void Four_tracks_of_whom_one_has_everything_have_this_gini() =>
        Assert.Equal(0.75, new Letters("AAAB").Measure("B").Find(new(Measures.Gini, Measures.Tracks))!.Value!.Value, 12);

    /// <summary>The list's track lies in the direction of A; the history is one track of A and one of B: a mean cosine of one half, times its relevance.</summary>
    [Fact]
    public void Half_like_the_history_and_of_relevance_four_fifths_is_this_serendipity() =>
        Assert.Equal(0.4, new Letters("AAB").Measure("A", heard: (1, 1), relevance: 0.8f).Find(new(Measures.Serendipity))!.Value!.Value, 6);

    /// <summary>A catalogue whose tracks each have a genre, an artist of their own and a direction of their genre.</summary>
    private sealed class Letters
    {
        private readonly string letters;
        private readonly CatalogueRows rows;

        public Letters(string letters)
        {
            this.letters = letters;
            var tracks = letters.Select((_, i) => new TrackFacts(new TrackId(i + 1), $"Track {i + 1}", "", [new ArtistId(i + 1)], [], null, null, false, null, null, default));
            rows = new CatalogueRows(new Catalogue(tracks, new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>()));
        }

        /// <summary>Measures one list; its places are tracks of these letters, each track once.</summary>
        public MeasuredEffect Measure(string order, string pool = "", PositionWeight? weight = null, (float A, float B)? heard = null, float? relevance = null)
        {
            var ground = new MeasuringGround(rows, [Dimension.OfTracks(Genre, rows, track => [letters[track.Id.Value - 1].ToString()])], _ => 0, new TrackVectors(rows, rows.Index, Directions()));
            TrackId[] history = heard is null ? [] : [Of("A")[0], Of("B")[0]];
            float[] plays = heard is { } given ? [given.A, given.B] : [];
            return new EffectMeter(ground, new MeasuringOptions { Weight = weight ?? PositionWeight.Log, Crossed = [] }).Measure(new MeasuredLists
            {
                Lists = Sets.Of(Of(order)),
                Audience = new Audience(new ListenerFacts[1], [0, history.Length], history, plays),
                Pool = Of(pool),
                Relevance = relevance is { } one ? [.. order.Select(_ => one)] : null,
            });
        }

        private TrackId[] Of(string wanted)
        {
            var left = Enumerable.Range(0, letters.Length).ToList();
            return [.. wanted.Select(letter =>
            {
                var at = left.First(row => letters[row] == letter);
                left.Remove(at);
                return new TrackId(at + 1);
            })];
        }

        private DenseMatrix Directions()
        {
            var matrix = new DenseMatrix(letters.Length, 3);
            for (var row = 0; row < letters.Length; row++) matrix.PaddedRow(row)[letters[row] - 'A'] = 1;
            return matrix;
        }
    }
}
