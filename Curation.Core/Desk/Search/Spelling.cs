using System.Numerics;
using Curation.Core.Numerics;

namespace Curation.Core.Desk.Search;

/// <summary>A word that was looked for beside the one that was typed.</summary>
/// <param name="Typed">The word as typed, folded.</param>
/// <param name="Also">The word that may have been meant.</param>
public sealed record Correction(string Typed, string Also);

/// <summary>The words of the full-text index, for counting beginnings and for finding what a mistyped word may mean. Immutable.</summary>
/// <remarks>Every word carries a mask of its letters; only words whose masks differ by no more letters than may be wrong are measured, which leaves a few in a thousand.</remarks>
public sealed class Spelling
{
    private const int FewTracks = 3;
    private const int MostCorrections = 3;

    private readonly string[] words;
    private readonly int[] tracks;
    private readonly ulong[] masks;

    /// <summary>The words in ordinal order with how many tracks have each.</summary>
    public Spelling(IReadOnlyList<(string Word, int Tracks)> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        words = [.. vocabulary.Select(entry => entry.Word)];
        tracks = [.. vocabulary.Select(entry => entry.Tracks)];
        masks = Array.ConvertAll(words, Mask);
    }

    /// <summary>Number of words.</summary>
    public int Count => words.Length;

    /// <summary>How many letters of a word may be wrong: none up to 3 letters, 1 up to 7, 2 from 8 on.</summary>
    public static int Tolerance(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length < 4 ? 0 : word.Length < 8 ? 1 : 2;
    }

    /// <summary>What a typed word may mean where hardly a track has a word that starts with it: the nearest first, then the most used. The last word may still be growing, so that the beginning of another counts too.</summary>
    public IReadOnlyList<Correction> Corrections(string typed, bool growing)
    {
        var most = Tolerance(typed);
        if (most == 0 || HeldByStarting(typed) >= FewTracks) return [];
        var mask = Mask(typed);
        var found = new List<(int Distance, int Word)>();
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].Length < typed.Length - most || (!growing && words[word].Length > typed.Length + most)) continue;
            if (BitOperations.PopCount(mask & ~masks[word]) > most || words[word].StartsWith(typed, StringComparison.Ordinal)) continue;
            var distance = EditDistance.Between(typed, words[word], most, growing);
            if (distance <= most) found.Add((distance, word));
        }

        return [.. found.OrderBy(pair => pair.Distance).ThenByDescending(pair => tracks[pair.Word]).ThenBy(pair => pair.Word).Take(MostCorrections).Select(pair => new Correction(typed, words[pair.Word]))];
    }

    private int HeldByStarting(string prefix)
    {
        var place = Array.BinarySearch(words, prefix, StringComparer.Ordinal);
        var held = 0;
        for (var i = place < 0 ? ~place : place; i < words.Length && held < FewTracks && words[i].StartsWith(prefix, StringComparison.Ordinal); i++) held += tracks[i];
        return held;
    }

    /// <summary>One bit for each of the 26 letters and 10 digits, one of the rest for everything else.</summary>
    private static ulong Mask(string word)
    {
        var mask = 0UL;
        foreach (var letter in word)
        {
            var bit = letter is >= 'a' and <= 'z' ? letter - 'a' : letter is >= '0' and <= '9' ? 26 + letter - '0' : 36 + (letter % 28);
            mask |= 1UL << bit;
        }

        return mask;
    }
}
