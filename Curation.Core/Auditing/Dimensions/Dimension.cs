using Curation.Core.Catalog;

namespace Curation.Core.Auditing.Dimensions;

/// <summary>A way to tell tracks apart by groups, such as the gender of their artists: every track is of one group or of several in shares that add up to 1. Who or what no source speaks of is of the group "unknown", which is always there. Immutable.</summary>
public sealed partial class Dimension
{
    /// <summary>The group of everything that no source speaks of.</summary>
    public const string Unknown = "unknown";

    /// <summary>Stands between the names of two dimensions or groups that are crossed.</summary>
    public const string Cross = " × ";

    private readonly string[] groups;
    private readonly int[] starts;
    private readonly int[] members;
    private readonly float[] shares;
    private readonly bool ofArtists;

    private Dimension(string name, bool ofArtists, Gathering gathered)
    {
        Name = name;
        this.ofArtists = ofArtists;
        (groups, starts, members, shares) = gathered.Done();
    }

    /// <summary>The name, such as "gender".</summary>
    public string Name { get; }

    /// <summary>Names of the groups; "unknown" first, in a crossing what is unknown in both, the others by name.</summary>
    public IReadOnlyList<string> Groups => groups;

    /// <summary>Number of tracks that are told apart.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Groups of a row, as indices into <see cref="Groups"/>; the same one may come twice.</summary>
    public ReadOnlySpan<int> GroupsOf(int row) => members.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>How much of the row each of <see cref="GroupsOf"/> has; together 1.</summary>
    public ReadOnlySpan<float> SharesOf(int row) => shares.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The index of a group, or -1.</summary>
    public int Find(string group) => Array.IndexOf(groups, group);

    /// <summary>Tells tracks apart by their artists; a track with several splits equally.</summary>
    /// <param name="name">The dimension's name.</param>
    /// <param name="rows">The tracks.</param>
    /// <param name="group">The group of an artist; null or empty where no source states it.</param>
    public static Dimension OfArtists(string name, CatalogueRows rows, Func<ArtistId, string?> group)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(group);
        var gathered = new Gathering(rows.Count);
        var named = rows.Artists.Select(artist => gathered.Number(group(artist))).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            var credits = rows.CreditsOf(row);
            foreach (var artist in credits) gathered.Add(named[artist], 1f / credits.Length);
            gathered.Close();
        }

        return new(name, true, gathered);
    }

    /// <summary>Tells tracks apart by themselves; a track with several groups splits equally.</summary>
    /// <param name="name">The dimension's name.</param>
    /// <param name="rows">The tracks.</param>
    /// <param name="of">The groups of a track; none, null or empty where no source states any.</param>
    public static Dimension OfTracks(string name, CatalogueRows rows, Func<TrackFacts, IEnumerable<string?>> of)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(of);
        var gathered = new Gathering(rows.Count);
        foreach (var track in rows.Tracks)
        {
            var named = of(track).Where(group => !string.IsNullOrWhiteSpace(group)).ToArray();
            foreach (var group in named) gathered.Add(gathered.Number(group), 1f / named.Length);
            gathered.Close();
        }

        return new(name, false, gathered);
    }

    /// <summary>Share of each group among these rows, every row counting once; null where there are no rows.</summary>
    public double[]? Mix(ReadOnlySpan<int> rows)
    {
        var mix = new double[groups.Length];
        var counted = 0;
        foreach (var row in rows)
        {
            if (row < 0) mix[0]++;
            else
            {
                var of = GroupsOf(row);
                var parts = SharesOf(row);
                for (var i = 0; i < of.Length; i++) mix[of[i]] += parts[i];
            }

            counted++;
        }

        if (counted == 0) return null;
        for (var group = 0; group < mix.Length; group++) mix[group] /= counted;
        return mix;
    }

    /// <summary>How much of one credit of a row is a group's: all or nothing where artists are told apart, else as much as of the row, and in a crossing the one times the other.</summary>
    internal double PartOf(int row, int credit, int group)
    {
        if (crossed is { } sides) return sides.One.PartOf(row, credit, sides.Of[group].One) * sides.Other.PartOf(row, credit, sides.Of[group].Other);
        if (ofArtists) return members[starts[row] + credit] == group ? 1 : 0;
        var sum = 0.0;
        for (var i = starts[row]; i < starts[row + 1]; i++)
        {
            if (members[i] == group) sum += shares[i];
        }

        return sum;
    }
}
