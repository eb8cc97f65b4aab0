namespace Curation.Core.Matching;

/// <summary>Looks names up in an index by likeness. It counts in place, so one thread at a time uses one.</summary>
internal sealed class NameSearch(NameIndex index)
{
    private const int MostHits = 20_000;
    private const int MostCompared = 40;
    private readonly short[] shared = new short[index.Count];
    private readonly List<int> touched = [];
    private readonly Dictionary<string, List<NearName>> known = new(StringComparer.Ordinal);

    /// <summary>Names at least so close to the text, the closest first.</summary>
    public List<NearName> Near(string text, double least, int most)
    {
        if (known.TryGetValue(text, out var found)) return found;
        found = [];
        var exact = index.Find(text);
        if (exact >= 0) found.Add(new NearName(exact, 1));
        foreach (var name in Likely(text))
        {
            if (name == exact) continue;
            var close = Closeness.Of(text, index[name]);
            if (close >= least) found.Add(new NearName(name, close));
        }

        found.Sort((one, other) => other.Close.CompareTo(one.Close) is not 0 and var order ? order : one.Name.CompareTo(other.Name));
        if (found.Count > most) found.RemoveRange(most, found.Count - most);
        return known[text] = found;
    }

    /// <summary>The names that share most pieces with the text. Rare pieces are counted first and common ones are left out, since they tell little and cost much.</summary>
    private List<int> Likely(string text)
    {
        var lists = index.Sharing(text);
        lists.Sort((one, other) => one.Length.CompareTo(other.Length));
        var (hits, counted) = (0, 0);
        foreach (var list in lists)
        {
            if (counted > 1 && hits + list.Length > MostHits) break;
            hits += list.Length;
            counted++;
            foreach (var name in list)
            {
                if (shared[name]++ == 0) touched.Add(name);
            }
        }

        var least = Math.Max(1, counted / 4);
        var likely = touched.Where(name => shared[name] >= least).Select(name => (Name: name, Score: shared[name] / (double)(text.Length + index[name].Length))).ToList();
        foreach (var name in touched) shared[name] = 0;
        touched.Clear();
        likely.Sort((one, other) => other.Score.CompareTo(one.Score) is not 0 and var order ? order : one.Name.CompareTo(other.Name));
        return likely.Take(MostCompared).Select(pair => pair.Name).ToList();
    }
}
