using System.Runtime.InteropServices;

namespace Curation.Core.Matching;

/// <summary>A name that is close to one asked for.</summary>
/// <param name="Name">Number of the name.</param>
/// <param name="Close">How close, from 0 to 1.</param>
internal readonly record struct NearName(int Name, double Close);

/// <summary>Distinct names, each with the rows that bear it, found exactly or by the three-letter pieces they share. Immutable; safe for many readers.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, int> numbers;
    private readonly string[] names;
    private readonly int[][] rows;
    private readonly Dictionary<ulong, int[]> pieces;

    /// <summary>An index of pairs of a folded name and a row.</summary>
    public NameIndex(IEnumerable<(string Name, int Row)> pairs)
    {
        numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var bearers = new List<List<int>>();
        foreach (var (name, row) in pairs)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, name, out var known);
            if (!known)
            {
                number = bearers.Count;
                bearers.Add([]);
            }

            if (bearers[number] is var held && (held.Count == 0 || held[^1] != row)) held.Add(row);
        }

        names = [.. numbers.Keys];
        rows = [.. bearers.Select(held => held.ToArray())];
        pieces = PiecesOf(names);
    }

    /// <summary>The name of a number.</summary>
    public string this[int name] => names[name];

    /// <summary>Rows that bear a name.</summary>
    public ReadOnlySpan<int> Rows(int name) => rows[name];

    /// <summary>How many names there are.</summary>
    public int Count => names.Length;

    /// <summary>The number of a name, or -1.</summary>
    public int Find(string name) => numbers.GetValueOrDefault(name, -1);

    /// <summary>For each piece of the text that any name has, the names that have it.</summary>
    public List<int[]> Sharing(string text) => Split(text).Distinct().Select(piece => pieces.GetValueOrDefault(piece)).OfType<int[]>().ToList();

    private static Dictionary<ulong, int[]> PiecesOf(string[] names)
    {
        var lists = new Dictionary<ulong, List<int>>();
        for (var name = 0; name < names.Length; name++)
        {
            foreach (var piece in Split(names[name]))
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, piece, out _);
                list ??= [];
                if (list.Count == 0 || list[^1] != name) list.Add(name);
            }
        }

        return lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static IEnumerable<ulong> Split(string name)
    {
        ulong piece = ((ulong)' ' << 16) | ' ';
        foreach (var c in name) yield return piece = ((piece << 16) | c) & 0xFFFF_FFFF_FFFF;
        yield return ((piece << 16) | ' ') & 0xFFFF_FFFF_FFFF;
    }
}
