namespace Curation.Core.Auditing.Dimensions;

/// <summary>Gathers the groups of one row after the other, and numbers them by name at the end.</summary>
internal sealed class Gathering
{
    private readonly List<string> names;
    private readonly Dictionary<string, int> numbers;
    private readonly List<int> members = [];
    private readonly List<float> shares = [];
    private readonly int[] starts;
    private int row;

    /// <summary>Gathers so many rows; <paramref name="unknown"/> is the group of what no source speaks of.</summary>
    public Gathering(int rows, string unknown = Dimension.Unknown)
    {
        names = [unknown];
        numbers = new(StringComparer.Ordinal) { [unknown] = 0 };
        starts = new int[rows + 1];
    }

    public int Number(string? group)
    {
        if (string.IsNullOrWhiteSpace(group)) return 0;
        var name = group.Trim();
        // A stated value may not be taken for what is folded.
        return Numbered(name == Dimension.Other ? Dimension.FormerOther : name);
    }

    /// <summary>The number of the group of all groups that are not kept apart.</summary>
    public int Folded() => Numbered(Dimension.Other);

    private int Numbered(string name)
    {
        if (numbers.TryGetValue(name, out var number)) return number;
        names.Add(name);
        return numbers[name] = names.Count - 1;
    }

    public void Add(int group, float share)
    {
        members.Add(group);
        shares.Add(share);
    }

    /// <summary>Ends a row; one without groups is unknown.</summary>
    public void Close()
    {
        if (members.Count == starts[row]) Add(0, 1);
        starts[++row] = members.Count;
    }

    public (string[] Groups, int[] Starts, int[] Members, float[] Shares) Done()
    {
        var order = Enumerable.Range(1, names.Count - 1).OrderBy(number => names[number], StringComparer.Ordinal).Prepend(0).ToArray();
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        return ([.. order.Select(number => names[number])], starts, [.. members.Select(member => places[member])], [.. shares]);
    }
}
