using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Finds which tracks moved: all that both orders hold, less the longest run that kept its order (Schensted 1961).</summary>
internal static class FewestMoves
{
    public static IEnumerable<EntryMove> Between(IReadOnlyList<TrackId> before, IReadOnlyList<TrackId> after)
    {
        var from = before.Index().ToDictionary(place => place.Item, place => place.Index);
        var common = after.Index().Where(place => from.ContainsKey(place.Item)).Select(place => (Track: place.Item, From: from[place.Item], To: place.Index)).ToArray();
        var kept = LongestRise(common.Select(place => place.From).ToArray());
        return common.Where((_, i) => !kept[i]).Select(place => new EntryMove(place.Track, place.From + 1, place.To + 1));
    }

    /// <summary>Marks the members of one longest increasing subsequence.</summary>
    private static bool[] LongestRise(int[] values)
    {
        var ends = new List<int>();
        var previous = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var place = FirstNotBelow(ends, values, values[i]);
            previous[i] = place > 0 ? ends[place - 1] : -1;
            if (place == ends.Count) ends.Add(i);
            else ends[place] = i;
        }

        var kept = new bool[values.Length];
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i]) kept[i] = true;
        return kept;
    }

    private static int FirstNotBelow(List<int> ends, int[] values, int value)
    {
        var (low, high) = (0, ends.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (values[ends[middle]] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
