using System.Globalization;
using Curation.Core.Catalog;

namespace Curation.Core.Presenting;

/// <summary>What a synthesised tone plays in place of a recording: a loop of whole bars, 20 to 30 seconds long.</summary>
/// <param name="Tempo">Beats a minute.</param>
/// <param name="Energy">0 (calm) to 1 (intense).</param>
/// <param name="Key">Key on the Camelot wheel.</param>
/// <param name="Assumed">Axes that nobody has measured and that stand at a neutral value here, in words.</param>
public sealed record TonePlan(double Tempo, double Energy, MusicalKey Key, IReadOnlyList<string> Assumed)
{
    /// <summary>Frames a second; enough for hats, half the bytes of a compact disc.</summary>
    public const int SampleRate = 22_050;

    /// <summary>Beats in a bar.</summary>
    public const int BeatsInBar = 4;

    private const double NeutralTempo = 110;
    private const double NeutralEnergy = .5;
    private const double ShortestSeconds = 20;
    private const double LongestSeconds = 30;
    private const int Version = 1;
    private static readonly MusicalKey NeutralKey = new(8, major: false);

    /// <summary>Bars in the loop: phrases of four where they fit the length.</summary>
    public int Bars
    {
        get
        {
            var bar = BeatsInBar * 60 / Tempo;
            foreach (var phrase in (int[])[4, 2])
            {
                var bars = (int)Math.Ceiling(ShortestSeconds / (bar * phrase)) * phrase;
                if (bars * bar <= LongestSeconds) return bars;
            }

            return (int)Math.Ceiling(ShortestSeconds / bar);
        }
    }

    /// <summary>Frames in the loop.</summary>
    public int Frames => FrameOf(Bars * BeatsInBar);

    /// <summary>A name for the sound: two plans with the same name sound the same, byte for byte.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"tone{Version}-{Tempo:0.0}-{Energy:0.00}-{Key}");

    /// <summary>A plan from what was measured; an axis that was not stands at a neutral value and is named.</summary>
    public static TonePlan Of(AudioFeatures features)
    {
        var assumed = new List<string>();
        if (features.Tempo is null) assumed.Add("tempo");
        if (features.Key is null) assumed.Add("key");
        if (features.Energy is null) assumed.Add("energy");
        return new TonePlan(
            Math.Round(Math.Clamp(features.Tempo ?? NeutralTempo, 20, 300), 1),
            Math.Round(Math.Clamp(features.Energy ?? NeutralEnergy, 0, 1), 2),
            features.Key ?? NeutralKey,
            assumed);
    }

    /// <summary>The frame at which a beat begins; a fraction of a beat lies between two.</summary>
    public int FrameOf(double beat) => (int)Math.Round(beat * 60 * SampleRate / Tempo, MidpointRounding.AwayFromZero);
}
