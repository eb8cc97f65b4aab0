using System.Buffers.Binary;
using Curation.Core.Catalog;
using Curation.Core.Presenting;
using Xunit;

namespace Curation.Tests.Presenting;

public sealed class ToneSketchTests
{
    private const int HeaderBytes = 44;
    private const int Window = 8_192;

    public static TheoryData<double, double, string> Sounds => new() { { 60, .1, "5A" }, { 92, .35, "8B" }, { 120, .6, "1A" }, { 174, .95, "11B" } };

    [Theory, InlineData(20), InlineData(48), InlineData(73.4), InlineData(110), InlineData(128), InlineData(300)]
    public void A_loop_is_whole_bars_and_lasts_20_to_30_seconds(double tempo)
    {
        var plan = TonePlan.Of(new AudioFeatures(tempo, .5, null, null));
        var bytes = ToneSketch.Render(plan);
        var frames = (bytes.Length - HeaderBytes) / 4;
        Assert.Equal((int)Math.Round(plan.Bars * 4 * 60 / tempo * TonePlan.SampleRate), frames);
        Assert.InRange(frames / (double)TonePlan.SampleRate, 20, 30);
    }

    [Theory, MemberData(nameof(Sounds))]
    public void It_is_loud_enough_and_never_clips(double tempo, double energy, string key)
    {
        var (left, right) = Played(tempo, energy, key);
        Assert.InRange(left.Concat(right).Max(Math.Abs), .5, .95);
    }

    [Theory, MemberData(nameof(Sounds))]
    public void Its_onsets_repeat_at_the_tempo(double tempo, double energy, string key)
    {
        var (left, right) = Played(tempo, energy, key);
        var beat = 60 / tempo;
        var onsets = Onsets(left.Zip(right, (one, other) => one + other).ToArray());
        var best = Enumerable.Range(0, 1_000).Select(i => beat * (.6 + (i * .0008))).MaxBy(lag => Together(onsets, lag * OnsetRate))!;
        Assert.InRange(best, beat * .99, beat * 1.01);
    }

    [Theory, MemberData(nameof(Sounds))]
    public void Of_all_twelve_notes_the_tonic_of_its_key_is_the_loudest(double tempo, double energy, string key)
    {
        var (left, right) = Played(tempo, energy, key);
        var sound = left.Zip(right, (one, other) => one + other).ToArray();
        var loudness = Enumerable.Range(0, 12).Select(note => Enumerable.Range(0, 3).Sum(octave => Goertzel(sound, 440 * Math.Pow(2, (45 + note + (12 * octave) - 69) / 12.0)))).ToArray();
        var loudest = (9 + Array.IndexOf(loudness, loudness.Max())) % 12;
        Assert.Equal(TonicOf(key), loudest);
    }

    [Fact]
    public void Minor_and_major_differ_in_the_third()
    {
        var minor = Mono(120, .6, "8A");
        var major = Mono(120, .6, "11B");
        double Third(float[] sound, int semitones) => Goertzel(sound, 440 * Math.Pow(2, semitones / 12.0) / 2);
        Assert.True(Third(minor, 3) > 3 * Third(minor, 4));
        Assert.True(Third(major, 4) > 3 * Third(major, 3));
    }

    [Fact]
    public void More_energy_sounds_brighter()
    {
        var shares = new[] { .1, .5, .9 }.Select(energy => HighShare(Mono(120, energy, "8A"))).ToArray();
        Assert.Equal(shares.Order(), shares);
        Assert.True(shares[2] > 2 * shares[0]);
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes()
    {
        var plan = TonePlan.Of(new AudioFeatures(118, .4, null, new MusicalKey(3, major: true)));
        Assert.Equal(ToneSketch.Render(plan), ToneSketch.Render(TonePlan.Of(new AudioFeatures(118, .4, .9, new MusicalKey(3, major: true)))));
        Assert.NotEqual(ToneSketch.Render(plan), ToneSketch.Render(plan with { Energy = .41 }));
    }

    [Fact]
    public void An_axis_that_nobody_measured_is_neutral_and_named()
    {
        Assert.Equal(["tempo", "key", "energy"], TonePlan.Of(default).Assumed);
        Assert.Equal(["energy"], TonePlan.Of(new AudioFeatures(100, null, null, new MusicalKey(1, major: false))).Assumed);
        Assert.Equal("tone1-110.0-0.50-8A", TonePlan.Of(default).Name);
    }

    // Frames of a hop of the onset curve.
    private const int Hop = 256;
    private const double OnsetRate = (double)TonePlan.SampleRate / Hop;

    private static (float[] Left, float[] Right) Played(double tempo, double energy, string key)
    {
        Assert.True(MusicalKey.TryParse(key, out var parsed));
        var bytes = ToneSketch.Render(TonePlan.Of(new AudioFeatures(tempo, energy, null, parsed)));
        var frames = (bytes.Length - HeaderBytes) / 4;
        float At(int i) => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(HeaderBytes + (i * 2))) / 32768f;
        return ([.. Enumerable.Range(0, frames).Select(i => At(2 * i))], [.. Enumerable.Range(0, frames).Select(i => At((2 * i) + 1))]);
    }

    private static float[] Mono(double tempo, double energy, string key)
    {
        var (left, right) = Played(tempo, energy, key);
        return left.Zip(right, (one, other) => (one + other) / 2).ToArray();
    }

    private static int TonicOf(string key) => key switch { "5A" => 0, "8B" => 0, "1A" => 8, "11B" => 9, _ => throw new ArgumentOutOfRangeException(nameof(key)) };

    /// <summary>How much louder each hop is than the one before.</summary>
    private static double[] Onsets(float[] sound)
    {
        var levels = sound.Chunk(Hop).Select(hop => Math.Log(1e-4 + hop.Sum(sample => sample * (double)sample))).ToArray();
        return [.. levels.Zip(levels.Skip(1), (before, after) => Math.Max(0, after - before))];
    }

    private static double Together(double[] onsets, double lag)
    {
        var sum = 0.0;
        for (var i = 0; i + lag + 1 < onsets.Length; i++)
        {
            var (whole, between) = ((int)(i + lag), (i + lag) % 1);
            sum += onsets[i] * ((onsets[whole] * (1 - between)) + (onsets[whole + 1] * between));
        }

        return sum;
    }

    /// <summary>The power of one frequency in a sound, window by window: notes that begin anew are not in phase with each other.</summary>
    private static double Goertzel(float[] sound, double frequency) => sound.Chunk(Window).Where(part => part.Length == Window).Sum(part =>
    {
        var turn = 2 * Math.Cos(2 * Math.PI * frequency / TonePlan.SampleRate);
        var (one, two) = (0.0, 0.0);
        foreach (var (i, sample) in part.Index()) (one, two) = ((sample * (1 - Math.Cos(2 * Math.PI * i / Window))) + (turn * one) - two, one);
        return (one * one) + (two * two) - (turn * one * two);
    });

    private static double HighShare(float[] sound)
    {
        var all = sound.Sum(sample => sample * (double)sample);
        var high = sound.Zip(sound.Skip(1), (before, after) => after - before).Sum(step => step * (double)step);
        return high / all;
    }
}
