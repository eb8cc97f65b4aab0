using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;
using static Curation.Tests.Blending.Sequencing.Sequences;

namespace Curation.Tests.Blending.Sequencing;

public sealed class TransitionTests
{
    [Theory]
    [InlineData("8A", "8A", 1.0)]
    [InlineData("8A", "9A", 0.9)]
    [InlineData("12B", "1B", 0.9)]
    [InlineData("8A", "8B", 0.8)]
    [InlineData("8A", "9B", 0.55)]
    [InlineData("1A", "12B", 0.55)]
    [InlineData("8A", "10A", 0.45)]
    [InlineData("11B", "1B", 0.45)]
    [InlineData("8A", "10B", 0.1)]
    [InlineData("8A", "2A", 0.1)]
    public void Keys_are_compatible_as_the_camelot_wheel_says(string from, string to, double fit) =>
        Assert.Equal(fit, Transition.Between(Sounding(1, from).Facts.Features, Sounding(2, to).Facts.Features).Key);

    [Theory]
    [InlineData(100, 100, 1)]
    [InlineData(100, 103, 0.8428224)]
    [InlineData(100, 94, 0.5045946)]
    [InlineData(120, 132, 0.1495686)]
    public void Tempo_fits_by_the_square_of_its_change_in_percent(double from, double to, double fit) =>
        Assert.Equal(fit, Transition.TempoFit(Transition.TempoChange(from, to, false)), 1e-6);

    [Theory]
    [InlineData(70, 140, 0)]
    [InlineData(140, 72, 2.857)]
    [InlineData(100, 110, 10)]
    public void Half_and_double_tempo_count_as_the_same_where_asked(double from, double to, double percent) =>
        Assert.Equal(percent, Transition.TempoChange(from, to, true), 3);

    [Fact]
    public void An_axis_that_is_missing_is_left_out_without_penalty()
    {
        var known = Transition.Between(Sounding(1, "8A", 100).Facts.Features, Sounding(2, "8A").Facts.Features);
        Assert.Equal((1.0, null, null), (known.Key, known.Tempo, known.EnergyStep));
        Assert.Equal(1, known.Quality);
        Assert.Null(Transition.Between(default, default).Quality);
    }

    [Fact]
    public void A_reading_is_the_mean_of_what_is_known()
    {
        var flow = new Flow { Curve = new TargetCurve { Shape = CurveShape.Rise, From = 0, To = 1 } };
        var reading = FlowReading.Of([Sounding(1, "8A", 100, 0.1), Sounding(2, "9A", 100, 0.5), Sounding(3, "9A", null, 0.7)], flow);
        Assert.Equal((0.1 + 0 + 0.3) / 3, reading.CurveGap!.Value, 10);
        Assert.Equal((0.4, 2), (Math.Round(reading.LargestStep!.Value, 10), reading.LargestStepAt));
        Assert.Equal(0.95, reading.Key!.Value, 10);
        Assert.Equal(1, reading.Tempo);
        Assert.Equal(((1 - (0.4 / 3)) + 0.95 + 1) / 3, reading.Score!.Value, 10);
        Assert.Null(FlowReading.Of([Track(1), Track(2)], null).Score);
    }
}
