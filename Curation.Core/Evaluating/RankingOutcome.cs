using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>What one recommender did on one split, listener by listener.</summary>
public sealed class RankingOutcome
{
    private readonly int tracks;
    private readonly int[] rows;
    private readonly RankingColumns columns;
    private readonly double[][] values;
    private readonly double?[] coverage;
    private readonly IReadOnlyList<Grouping> ofRows;
    private readonly IReadOnlyList<(string Grouping, string Group)> trackGroups;
    private readonly long seed;

    internal RankingOutcome(
        string recommender, int tracks, int[] rows, RankingColumns columns, double[][] values, double?[] coverage, IReadOnlyList<Grouping> ofRows, IReadOnlyList<(string Grouping, string Group)> trackGroups, long seed)
    {
        Recommender = recommender;
        this.tracks = tracks;
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.coverage = coverage;
        this.ofRows = ofRows;
        this.trackGroups = trackGroups;
        this.seed = seed;
    }

    /// <summary>The recommender's name.</summary>
    public string Recommender { get; }

    /// <summary>Rows that were tested, ascending.</summary>
    public IReadOnlyList<int> Rows => rows;

    /// <summary>The value of a metric for each of <see cref="Rows"/>; NaN where it is not defined.</summary>
    public IReadOnlyList<double> Of(string metric) => Column(metric);

    /// <summary>The mean of a metric over those for whom it is defined; null where it is for nobody.</summary>
    public double? MeanOf(string metric) => Mean(Column(metric));

    /// <summary>Means with their intervals, over all and by group.</summary>
    public RankingReport Report()
    {
        var figures = Figures(columns.Names, values.AsSpan(0, columns.Names.Length));
        var covered = columns.CutOffs.Select((k, i) => new RankingFigure($"coverage@{k}", coverage[i], null, null));
        return new(Recommender, rows.Length, tracks, [.. figures, .. covered], [.. ofRows.SelectMany(OfRows), .. trackGroups.Select(OfTracks)]);
    }

    /// <summary>How much better this recommender is than another on the same split.</summary>
    public PairedDifference Against(RankingOutcome other, string metric)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!rows.AsSpan().SequenceEqual(other.rows)) throw new ArgumentException("Two recommenders are compared on the same listeners.", nameof(other));
        return PairedTest.Of(metric, (Recommender, Column(metric)), (other.Recommender, other.Column(metric)), seed);
    }

    private double[] Column(string metric) => Array.IndexOf(columns.Names, metric) is var at and >= 0
        ? values[at]
        : throw new ArgumentException($"There is no metric \"{metric}\" with a value for each listener; there are {string.Join(", ", columns.Names)}.", nameof(metric));

    private IEnumerable<GroupReport> OfRows(Grouping grouping)
    {
        foreach (var group in grouping.Groups)
        {
            var members = Enumerable.Range(0, rows.Length).Where(i => grouping.Labels[rows[i]] == group).ToArray();
            var theirs = Array.ConvertAll(values[..columns.Names.Length], column => Array.ConvertAll(members, i => column[i]));
            yield return Group(grouping.Name, group, members.Length, columns.Names, theirs);
        }
    }

    private GroupReport OfTracks((string Grouping, string Group) name, int number)
    {
        var first = columns.Names.Length + (number * columns.TrackGroupNames.Length);
        var theirs = values[first..(first + columns.TrackGroupNames.Length)];
        return Group(name.Grouping, name.Group, theirs[0].Count(value => !double.IsNaN(value)), columns.TrackGroupNames, theirs);
    }

    private GroupReport Group(string grouping, string group, int members, string[] names, double[][] theirs) => new(grouping, group, members,
        members < MinimumCell.Default ? [.. names.Select(name => new RankingFigure(name, null, null, null))] : Figures(names, theirs));

    private RankingFigure[] Figures(string[] names, ReadOnlySpan<double[]> theirs)
    {
        var intervals = Bootstrap.Intervals(theirs.ToArray(), seed);
        var figures = new RankingFigure[names.Length];
        for (var i = 0; i < names.Length; i++) figures[i] = new(names[i], Mean(theirs[i]), intervals[i]?.Low, intervals[i]?.High);

        return figures;
    }

    private static double? Mean(double[] column)
    {
        var defined = Array.FindAll(column, value => !double.IsNaN(value));
        return defined.Length == 0 ? null : defined.Average();
    }
}
