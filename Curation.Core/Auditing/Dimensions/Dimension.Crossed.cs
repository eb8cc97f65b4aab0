namespace Curation.Core.Auditing.Dimensions;

public sealed partial class Dimension
{
    /// <summary>In a crossing, the group of everything that is not kept apart of one of the two. No source states it, so that a stated "other" is a group like any.</summary>
    public const string Other = "(all others)";

    /// <summary>What <see cref="Other"/> is called in older assessments.</summary>
    internal const string FormerOther = "other";

    /// <summary>Most groups of a crossing. A map of more cannot be read, and most of its cells would rest on a track or two.</summary>
    public const int MostCrossed = 200;

    private readonly Sides? crossed;

    private Dimension(Sides sides, bool ofArtists, Gathering gathered)
        : this(sides.One.Name + Cross + sides.Other.Name, ofArtists, gathered)
    {
        var named = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (i, one) in sides.One.groups.Index())
        {
            foreach (var (k, other) in sides.Other.groups.Index()) named.TryAdd(Met(one, other), (i, k));
        }

        crossed = sides with { Of = Array.ConvertAll(groups, group => named[group]) };
    }

    /// <summary>
    /// Crosses two dimensions: a group for each of the one with each of the other, "unknown" among them on either side, so that the groups of a row or a column together are what the single dimension says.
    /// Where both tell artists apart, each artist is of one group of both.
    /// </summary>
    /// <remarks>
    /// A crossing has at most <see cref="MostCrossed"/> groups. Where it would have more, each of the two, the one with more groups first, keeps those with most tracks of the catalogue; its others are one group, <see cref="Other"/>, with all that they have.
    /// The catalogue and the policy decide which are kept, so that all drafts and editions are measured by the same groups, and nothing is left out of any sum.
    /// Groups that are watched are kept however small they are, beyond that number too: else an import of others would end the watch.
    /// </remarks>
    /// <param name="one">The dimension down the side.</param>
    /// <param name="other">The dimension across.</param>
    /// <param name="ofOne">Groups of the one that are kept apart; none by default.</param>
    /// <param name="ofOther">Groups of the other that are kept apart; none by default.</param>
    public static Dimension Crossed(Dimension one, Dimension other, IReadOnlySet<string>? ofOne = null, IReadOnlySet<string>? ofOther = null)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Count != other.Count) throw new ArgumentException("The dimensions are of different catalogues.", nameof(other));
        var most = MostOfASide(one.groups.Length, other.groups.Length);
        (one, other) = (one.Largest(most, ofOne), other.Largest(most, ofOther));
        var gathered = new Gathering(one.Count, Met(Unknown, Unknown));
        var numbers = new int[one.groups.Length, other.groups.Length];
        var ofArtists = one.ofArtists && other.ofArtists;
        for (var row = 0; row < one.Count; row++)
        {
            var left = one.GroupsOf(row);
            var right = other.GroupsOf(row);
            var lefts = one.SharesOf(row);
            var rights = other.SharesOf(row);
            for (var i = 0; i < left.Length; i++)
            {
                if (ofArtists) gathered.Add(Pair(left[i], right[i]), lefts[i]);
                else
                {
                    for (var k = 0; k < right.Length; k++) gathered.Add(Pair(left[i], right[k]), lefts[i] * rights[k]);
                }
            }

            gathered.Close();
        }

        return new(new Sides(one, other, []), ofArtists, gathered);

        int Pair(int i, int k)
        {
            if (numbers[i, k] == 0 && (i, k) != (0, 0)) numbers[i, k] = gathered.Number(Met(one.groups[i], other.groups[k]));
            return numbers[i, k];
        }
    }

    /// <summary>Whether a group is "unknown", or in a crossing unknown on either side.</summary>
    public static bool IsUnknown(string group) => group == Unknown || Crossing(group) is { One: Unknown } or { Other: Unknown };

    /// <summary>The names of the two dimensions, or the two groups, of a crossing; null where there is none.</summary>
    public static (string One, string Other)? Crossing(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split(Cross) is [var one, var other] ? (one, other) : null;
    }

    /// <summary>The name of a group of a crossing. A stated value with the sign in it may not be taken for one.</summary>
    private static string Met(string one, string other) => one.Replace(Cross, " x ", StringComparison.Ordinal) + Cross + other.Replace(Cross, " x ", StringComparison.Ordinal);

    /// <summary>The most groups that each of two dimensions may have for their crossing to be small enough.</summary>
    private static int MostOfASide(int one, int other)
    {
        var most = Math.Max(one, other);
        while (Math.Min(one, most) * Math.Min(other, most) > MostCrossed) most--;
        return most;
    }

    /// <summary>The same with at most so many groups: "unknown", those that are watched, the largest of the catalogue, and all others as one.</summary>
    private Dimension Largest(int most, IReadOnlySet<string>? watched)
    {
        if (groups.Length <= most) return this;
        var sizes = new double[groups.Length];
        for (var i = 0; i < members.Length; i++) sizes[members[i]] += shares[i];
        bool IsWatched(int group) => watched?.Contains(groups[group]) == true;
        var known = Enumerable.Range(1, groups.Length - 1).ToList();
        var kept = known.OrderByDescending(IsWatched).ThenByDescending(group => sizes[group]).ThenBy(group => groups[group], StringComparer.Ordinal).Take(Math.Max(most - 2, known.Count(IsWatched))).Append(0).ToHashSet();
        var gathered = new Gathering(Count);
        var numbers = groups.Index().Select(group => kept.Contains(group.Index) ? gathered.Number(group.Item) : gathered.Folded()).ToArray();
        for (var row = 0; row < Count; row++)
        {
            for (var i = starts[row]; i < starts[row + 1]; i++) gathered.Add(numbers[members[i]], shares[i]);
            gathered.Close();
        }

        return new(Name, ofArtists, gathered);
    }

    /// <summary>What a crossing is of.</summary>
    /// <param name="One">The dimension down the side.</param>
    /// <param name="Other">The dimension across.</param>
    /// <param name="Of">The group of either that each group of the crossing is of.</param>
    private sealed record Sides(Dimension One, Dimension Other, (int One, int Other)[] Of);
}
