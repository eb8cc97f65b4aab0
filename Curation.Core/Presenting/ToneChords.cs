using Curation.Core.Catalog;

namespace Curation.Core.Presenting;

/// <summary>The harmony of a tone: four chords that all hold the tonic, over the tonic in the bass, so that the key is heard at once.</summary>
internal static class ToneChords
{
    private const int LowestBass = 45;
    private static readonly int[][] Minor = [[0, 3, 7], [0, 3, 8], [0, 5, 8], [0, 3, 7]];
    private static readonly int[][] Major = [[0, 4, 7], [0, 4, 9], [0, 5, 9], [0, 4, 7]];

    /// <summary>Semitones above the tonic of the chord of a bar.</summary>
    public static int[] In(MusicalKey key, int bar) => (key.Major ? Major : Minor)[bar % 4];

    /// <summary>Frequency of a note so many semitones above the tonic in the bass, which lies between 110 and 208 Hz.</summary>
    public static double Frequency(MusicalKey key, int semitones) => 440 * Math.Pow(2, (BassNote(key) + semitones - 69) / 12.0);

    // On the wheel 8B is C and 8A its relative A; each hour further is a fifth up.
    private static int BassNote(MusicalKey key)
    {
        var tonic = (key.Major ? 0 : 9) + (7 * (key.Hour - 8)) + 36;
        return LowestBass + ((((tonic - LowestBass) % 12) + 12) % 12);
    }
}
