namespace Curation.Core.Presenting;

/// <summary>Plays a plan: kick and hats at the tempo, chords of the key, brighter and denser with energy. The same plan always gives the same bytes.</summary>
public static class ToneSketch
{
    private const float Loudest = .8f;

    /// <summary>The loop as a 16-bit stereo WAV file.</summary>
    public static byte[] Render(TonePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var mix = new ToneMix(plan.Frames);
        Chords(plan, mix);
        Drums(plan, mix);
        Soften(mix);
        return WaveFile.Of(mix.Left, mix.Right, TonePlan.SampleRate, Gain(mix));
    }

    private static void Chords(TonePlan plan, ToneMix mix)
    {
        var cycle = ToneMix.Cycle(2 + (int)(plan.Energy * 7), 2.4 - (1.3 * plan.Energy));
        var sine = ToneMix.Cycle(2, 2);
        var strokes = plan.Energy switch { < .34 => 1, < .67 => TonePlan.BeatsInBar, _ => 2 * TonePlan.BeatsInBar };
        var (attack, decay) = strokes == 1 ? (.12, 60 * TonePlan.BeatsInBar / plan.Tempo) : (.006, 30 / plan.Tempo);
        for (var bar = 0; bar < plan.Bars; bar++)
        {
            var chord = ToneChords.In(plan.Key, bar);
            for (var stroke = 0; stroke < strokes; stroke++)
            {
                var (start, length) = Span(plan, bar, stroke, strokes);
                for (var voice = 0; voice < chord.Length; voice++)
                    mix.Note(cycle, start, length, ToneChords.Frequency(plan.Key, 12 + chord[voice]), .16, .25 + (voice * .25), attack, decay);
            }

            for (var beat = 0; beat < TonePlan.BeatsInBar; beat++)
            {
                var (start, length) = Span(plan, bar, beat, TonePlan.BeatsInBar);
                mix.Note(sine, start, length, ToneChords.Frequency(plan.Key, 0), .34, .5, .004, 45 / plan.Tempo);
            }
        }
    }

    private static void Drums(TonePlan plan, ToneMix mix)
    {
        var sine = ToneMix.Cycle(1, 1);
        var hats = plan.Energy switch { < .3 => 1, < .7 => 2, _ => 4 };
        for (var beat = 0; beat < plan.Bars * TonePlan.BeatsInBar; beat++)
        {
            mix.Kick(sine, plan.FrameOf(beat), .3 + (.5 * plan.Energy));
            if (plan.Energy >= .4 && beat % 2 == 1) mix.Noise(plan.FrameOf(beat), .05, .1 + (.16 * plan.Energy), .5, bright: false);
            for (var hat = hats > 1 ? 1 : 0; hat < hats; hat++)
                mix.Noise(plan.FrameOf(beat + ((double)hat / hats)), .02, .04 + (.14 * plan.Energy), hat % 2 == 0 ? .35 : .65, bright: true);
        }
    }

    private static (int Start, int Length) Span(TonePlan plan, int bar, int stroke, int strokes)
    {
        var beats = (double)TonePlan.BeatsInBar / strokes;
        var start = plan.FrameOf((bar * TonePlan.BeatsInBar) + (stroke * beats));
        return (start, plan.FrameOf((bar * TonePlan.BeatsInBar) + ((stroke + 1) * beats)) - start);
    }

    // A loop that is played once begins and ends without a click.
    private static void Soften(ToneMix mix)
    {
        const int Edge = TonePlan.SampleRate / 100;
        for (var i = 0; i < Edge; i++)
        {
            mix.Left[^(i + 1)] *= (float)i / Edge;
            mix.Right[^(i + 1)] *= (float)i / Edge;
        }
    }

    private static float Gain(ToneMix mix)
    {
        var peak = 1e-6f;
        foreach (var sample in mix.Left) peak = Math.Max(peak, Math.Abs(sample));
        foreach (var sample in mix.Right) peak = Math.Max(peak, Math.Abs(sample));
        return Loudest / peak;
    }
}
