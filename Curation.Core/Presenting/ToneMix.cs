using Curation.Core.Numerics;

namespace Curation.Core.Presenting;

/// <summary>Two channels to which sounds are added one by one.</summary>
internal sealed class ToneMix(int frames)
{
    private const int TableBits = 11;
    private const int TableSize = 1 << TableBits;
    private const int FractionBits = 32 - TableBits;
    private const float Fraction = 1f / (1 << FractionBits);
    private readonly SeededRandom noise = new(1);

    public float[] Left { get; } = new float[frames];

    public float[] Right { get; } = new float[frames];

    /// <summary>One cycle of a tone with so many harmonics; the steeper they fall, the darker it is. One sample more than a cycle, so that the last can be blended into the first.</summary>
    public static float[] Cycle(int harmonics, double fall)
    {
        var table = new float[TableSize + 1];
        for (var harmonic = 1; harmonic <= harmonics; harmonic++)
        {
            var level = Math.Pow(harmonic, -fall);
            for (var i = 0; i <= TableSize; i++) table[i] += (float)(level * Math.Sin(2 * Math.PI * harmonic * i / TableSize));
        }

        return table;
    }

    /// <summary>A note: it rises for <paramref name="attack"/> seconds, falls to a third within <paramref name="decay"/> seconds, and is let go at its end. It stands at <paramref name="place"/>, 0 for left and 1 for right.</summary>
    public void Note(float[] cycle, int start, int length, double frequency, double level, double place, double attack, double decay)
    {
        var end = Math.Min(start + length, frames);
        var (phase, step) = (0u, (uint)(frequency / TonePlan.SampleRate * (1L << 32)));
        var (left, right) = Sides(level, place);
        var (rise, fall) = ((float)(1 / (attack * TonePlan.SampleRate)), Falling(decay));
        var release = 1f / (.012f * TonePlan.SampleRate);
        var envelope = 1f;
        for (var i = start; i < end; i++, phase += step, envelope *= fall)
        {
            var at = (int)(phase >> FractionBits);
            var between = (phase & ((1u << FractionBits) - 1)) * Fraction;
            var shape = Math.Min(Math.Min(1, (i - start) * rise), (end - i) * release) * envelope;
            var sample = (cycle[at] + ((cycle[at + 1] - cycle[at]) * between)) * shape;
            Left[i] += sample * left;
            Right[i] += sample * right;
        }
    }

    /// <summary>A drum skin: a sine that falls from 150 to 48 Hz.</summary>
    public void Kick(float[] sine, int start, double level)
    {
        var end = Math.Min(start + (int)(.22 * TonePlan.SampleRate), frames);
        var (phase, frequency) = (0.0, 150.0);
        var (envelope, fall, slide) = ((float)level, Falling(.07), Falling(.03));
        for (var i = start; i < end; i++, envelope *= fall)
        {
            frequency = 48 + ((frequency - 48) * slide);
            phase += frequency / TonePlan.SampleRate;
            var sample = sine[(int)((phase - Math.Floor(phase)) * TableSize)] * envelope;
            Left[i] += sample;
            Right[i] += sample;
        }
    }

    /// <summary>A burst of noise; bright for a hat, full for a clap.</summary>
    public void Noise(int start, double seconds, double level, double place, bool bright)
    {
        var end = Math.Min(start + (int)(seconds * 4 * TonePlan.SampleRate), frames);
        var (left, right) = Sides(level, place);
        var (envelope, fall, last) = (1f, Falling(seconds), 0f);
        for (var i = start; i < end; i++, envelope *= fall)
        {
            var white = (float)((noise.NextDouble() * 2) - 1);
            var sample = (bright ? (white - last) / 2 : white) * envelope;
            last = white;
            Left[i] += sample * left;
            Right[i] += sample * right;
        }
    }

    private static float Falling(double seconds) => (float)Math.Pow(1.0 / 3, 1 / (seconds * TonePlan.SampleRate));

    private static (float Left, float Right) Sides(double level, double place) =>
        ((float)(level * Math.Cos(place * Math.PI / 2)), (float)(level * Math.Sin(place * Math.PI / 2)));
}
