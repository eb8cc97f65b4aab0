using Curation.Core.Listening;

namespace Curation.Core.Desk.Models;

/// <summary>A stable sample of listeners and lists that no model ever learns from, so that any two models can be compared on it as they are.</summary>
/// <remarks>
/// Who is in it depends on the number of the listener or list alone, so a model trained last month was kept from the same ones as today's.
/// They get lists like everybody: what they heard is folded in. Where the sample would have fewer than <see cref="Fewest"/>, nobody is held back.
/// </remarks>
internal static class HeldBackListening
{
    public const int Fewest = 20;

    /// <summary>An empty log that sets the sample aside; everything goes into the log itself where the share is 0 or the sample would be too small.</summary>
    public static ListeningLog LogFor(int listeners, int lists, double share) =>
        share * ((double)listeners + lists) < Fewest
            ? new ListeningLog()
            : new ListeningLog(listener => IsIn(2L * listener.Value, share), list => IsIn((2L * list.Value) + 1, share));

    /// <summary>Whether a number falls into the share; mixed by SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static bool IsIn(long number, double share)
    {
        var mixed = unchecked((ulong)number * 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return (mixed ^ (mixed >> 31)) / (double)ulong.MaxValue < share;
    }
}
