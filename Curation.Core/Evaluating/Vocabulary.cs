namespace Curation.Core.Evaluating;

/// <summary>Gives the ids of a file, numbers or words, consecutive numbers in order of appearance.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>An empty vocabulary.</summary>
    public Vocabulary() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of different ids.</summary>
    public int Count => numbers.Count;

    /// <summary>The number of an id, given now where it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> id)
    {
        if (lookup.TryGetValue(id, out var number)) return number;
        number = numbers.Count;
        lookup[id] = number;
        return number;
    }
}
