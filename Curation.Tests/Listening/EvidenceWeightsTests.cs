using System.ComponentModel.DataAnnotations;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Listening;

public sealed class EvidenceWeightsTests
{
    private const long Day = 86_400_000;
    private static readonly EvidenceWeights Fading = new() { HalfLife = 30, Skip = 1, AsOf = 100 * Day };

    [Theory]
    [InlineData(100, 1)]
    [InlineData(70, 0.5)]
    [InlineData(40, 0.25)]
    [InlineData(130, 1)]
    public void A_play_counts_half_after_each_half_life_and_a_later_one_is_as_good_as_new(int day, float weight) =>
        Assert.Equal(weight, Fading.Of(1, day * Day), 6);

    [Fact]
    public void Without_a_half_life_or_without_a_time_a_play_does_not_age()
    {
        Assert.Equal(3, (Fading with { HalfLife = 0 }).Of(3, 0));
        Assert.Equal(3, Fading.Of(3, ListeningLog.NoTime));
    }

    [Fact]
    public void A_skip_takes_back_as_much_as_the_options_say_and_ages_like_a_play()
    {
        Assert.Equal(-1, Fading.Of(-1, 100 * Day));
        Assert.Equal(-0.25f, (Fading with { Skip = 0.5 }).Of(-1, 70 * Day), 6);
        Assert.Equal(0, EvidenceWeights.Plain.Of(-1, 0));
    }

    [Fact]
    public void An_age_beyond_all_bounds_leaves_nothing_and_no_nonsense() => Assert.Equal(0, (Fading with { HalfLife = 0.001 }).Of(1, long.MinValue + 1));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(30, 11)]
    public void Values_out_of_range_are_refused(double halfLife, double skip) =>
        Assert.Throws<ValidationException>(() => new EvidenceWeights { HalfLife = halfLife, Skip = skip }.Checked());

    [Fact]
    public void A_matrix_holds_what_plays_and_skips_weigh_together_below_zero_where_skips_outweigh_and_nothing_where_they_cancel_out()
    {
        var log = new ListeningLog();
        Hear(1, 1, 100);
        Hear(1, 1, 70);
        Hear(1, -1, 70);
        Hear(2, -1, 100);
        Hear(3, 1, 70);
        Hear(3, -1, 70);
        var tracks = log.Tracks();
        Assert.Equal(100 * Day, log.Newest);

        var matrix = log.Matrix(tracks, weights: Fading);
        Assert.Equal([tracks.RowOf(new TrackId(1)), tracks.RowOf(new TrackId(2))], matrix.Row(0).Columns.ToArray());
        Assert.Equal(1, matrix.Row(0).Weights[0], 6);
        Assert.Equal(-Fading.Skip, matrix.Row(0).Weights[1], 6);
        var plain = log.Matrix(tracks);
        Assert.Equal([2, 1], plain.Row(0).Weights.ToArray());

        void Hear(int track, float count, int day) => log.Add(new ListenerId(7), new TrackId(track), count, day * Day);
    }
}
