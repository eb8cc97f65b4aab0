using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>What is the same for all rows that are ranked: the split, how popular tracks are in training, and their groups.</summary>
internal sealed class RankingGround
{
    private readonly Grouping[] groupings;
    private readonly int[][] groupOf;

    public RankingGround(Split split, TrackIndex tracks, RankingColumns columns, IReadOnlyList<Grouping> ofTracks)
    {
        Split = split;
        Columns = columns;
        groupings = [.. ofTracks];
        groupOf = Array.ConvertAll(groupings, Numbers);
        var popularity = Popularity.Of(split.Train, tracks);
        var rows = Enumerable.Range(0, split.Train.Rows).Count(row => split.Train.Row(row).Count > 0);
        var plays = Enumerable.Range(0, tracks.Count).Sum(popularity.Plays);
        Reach = [.. Enumerable.Range(0, tracks.Count).Select(row => popularity.Listeners(row) / Math.Max(1.0, rows))];
        Surprise = [.. Enumerable.Range(0, tracks.Count).Select(row => -Math.Log2((popularity.Plays(row) + 1) / (plays + tracks.Count)))];
        UsualReach = Usual();
    }

    public Split Split { get; }

    public RankingColumns Columns { get; }

    /// <summary>By track, the share of training rows that have it.</summary>
    public double[] Reach { get; }

    /// <summary>By track, -log2 of its share of all plays, each track being counted once more than it was played.</summary>
    public double[] Surprise { get; }

    /// <summary>Mean, over tested rows, of the mean reach of what each has in its history; 0 where there are no histories.</summary>
    public double UsualReach { get; }

    /// <summary>Names of the groups of tracks, by grouping.</summary>
    public IReadOnlyList<(string Grouping, string Group)> GroupNames => [.. groupings.SelectMany(grouping => grouping.Groups.Select(group => (grouping.Name, group)))];

    /// <summary>By column of metrics, and then of metrics of groups of tracks: room for so many rows, nothing being defined yet.</summary>
    public double[][] NewValues(int rows)
    {
        var values = new double[Columns.Names.Length + (GroupNames.Count * Columns.TrackGroupNames.Length)][];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new double[rows];
            Array.Fill(values[i], double.NaN);
        }

        return values;
    }

    /// <summary>Calls for each group of each grouping, with a test of whether a track is in it.</summary>
    public void EachGroup(Action<int, Func<int, bool>> of)
    {
        var number = 0;
        for (var grouping = 0; grouping < groupings.Length; grouping++)
        {
            var groups = groupOf[grouping];
            for (var group = 0; group < groupings[grouping].Groups.Count; group++)
            {
                var wanted = group;
                of(number++, track => groups[track] == wanted);
            }
        }
    }

    /// <summary>Mean reach of a history; null where it is empty.</summary>
    public double? ReachOf(ReadOnlySpan<int> tracks)
    {
        var sum = 0.0;
        foreach (var track in tracks) sum += Reach[track];
        return tracks.IsEmpty ? null : sum / tracks.Length;
    }

    /// <summary>The number of each label among the groups; -1 for none.</summary>
    private static int[] Numbers(Grouping grouping)
    {
        var numbers = grouping.Groups.Index().ToDictionary(group => group.Item, group => group.Index, StringComparer.Ordinal);
        return [.. grouping.Labels.Select(label => label is null ? -1 : numbers[label])];
    }

    private double Usual() => Enumerable.Range(0, Split.HeldOut.Rows)
        .Where(row => Split.HeldOut.Row(row).Count > 0)
        .Select(row => ReachOf(Split.History.Row(row).Columns)).Average() ?? 0;
}
