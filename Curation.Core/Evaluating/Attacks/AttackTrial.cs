using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating.Attacks;

/// <summary>Measures what hostile listeners can do to a track's place: pushes tracks of the tail and the middle, one training for each, and compares their ranks for genuine rows with those of a training without.</summary>
/// <remarks>After Lam and Riedl 2004 and Mobasher, Burke, Bhaumik, Williams 2007. What is measured bounds these attacks on these data, not every attack.</remarks>
public sealed class AttackTrial(AttackOptions options)
{
    private static readonly PopularityTier[] Pushed = [PopularityTier.Tail, PopularityTier.Middle];

    private readonly AttackOptions options = options.Checked();

    /// <summary>One figure for each kind of attack and tier that has tracks.</summary>
    /// <param name="contender">What is attacked.</param>
    /// <param name="set">The genuine evidence.</param>
    /// <param name="settings">How it is trained, with and without the hostile rows.</param>
    /// <param name="progress">Gets the share done.</param>
    /// <param name="cancel">Stops within training and between rows.</param>
    public IReadOnlyList<AttackFigure> Run(Contender contender, TrainingSet set, ModelOptions settings, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var random = new SeededRandom(options.Seed);
        var genuine = Sampled(set.Matrix, random);
        var rows = Rows(genuine);
        if (rows.Length == 0) return [];
        random.Shuffle<int>(rows);
        var ranks = new TargetRanks(genuine, rows[..Math.Min(rows.Length, options.MostTested)]);
        var targets = Pushed.SelectMany(tier => Targets(genuine, set.Tracks, tier, random).Select(track => (Tier: tier, Track: track))).ToArray();
        var before = ranks.Of(Trained(genuine, 0), [.. targets.Select(target => target.Track)], set.Facts, cancel);

        var hostile = new HostileRows(genuine);
        var count = Math.Max(1, (int)Math.Round(options.Share * rows.Length));
        var pushes = Enum.GetValues<AttackKind>().SelectMany(kind => targets.Select((target, number) => (Kind: kind, target.Tier, target.Track, Before: before[number]))).ToArray();
        var done = new List<(AttackKind Kind, PopularityTier Tier, int[] Before, int[] After)>();
        foreach (var push in pushes)
        {
            var after = ranks.Of(Trained(hostile.With(push.Kind, push.Track, count, random), count), [push.Track], set.Facts, cancel)[0];
            done.Add((push.Kind, push.Tier, push.Before, after));
            progress?.Report((double)done.Count / pushes.Length);
        }

        return [.. done.GroupBy(push => (push.Kind, push.Tier)).Select(group => Figure(contender.Name, group.Key.Kind, group.Key.Tier, [.. group.Select(push => (push.Before, push.After))], rows.Length))];

        IRecommender Trained(ListeningMatrix matrix, int extra) =>
            contender.Train(new TrainingSet(matrix, set.Tracks, set.Facts is null ? null : [.. set.Facts, .. Enumerable.Repeat<RowFacts?>(null, extra)]) { Traits = set.Traits }, settings, null, cancel);
    }

    private ListeningMatrix Sampled(ListeningMatrix matrix, SeededRandom random)
    {
        var rows = Rows(matrix);
        if (rows.Length <= options.MostRows) return matrix;
        random.Shuffle<int>(rows);
        var builder = new ListeningMatrixBuilder();
        foreach (var i in rows.AsSpan(0, options.MostRows))
        {
            var row = matrix.Row(i);
            for (var k = 0; k < row.Count; k++) builder.Add(i, row.Columns[k], row.Weights[k]);
        }

        return builder.Build(matrix.Listeners, matrix.Rows - matrix.Listeners, matrix.Columns);
    }

    private static int[] Rows(ListeningMatrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Where(row => matrix.Row(row).Count > 0)];

    private int[] Targets(ListeningMatrix genuine, TrackIndex tracks, PopularityTier tier, SeededRandom random)
    {
        var popularity = Popularity.Of(genuine, tracks);
        var tiers = popularity.Tiers();
        var possible = Enumerable.Range(0, tracks.Count).Where(track => tiers[track] == tier && popularity.Listeners(track) > 0).ToArray();
        random.Shuffle<int>(possible);
        return possible[..Math.Min(possible.Length, options.Targets)];
    }

    private AttackFigure Figure(string recommender, AttackKind kind, PopularityTier tier, (int[] Before, int[] After)[] pushes, int rows)
    {
        var before = pushes.SelectMany(push => push.Before).Where(rank => rank > 0).Order().ToArray();
        var after = pushes.SelectMany(push => push.After).Where(rank => rank > 0).Order().ToArray();
        return new(
            recommender, kind.ToString().ToLowerInvariant(), tier.ToString().ToLowerInvariant(), pushes.Length, options.Share, rows, Median(before), Median(after),
            Within(before, 20), Within(after, 20), Within(before, 100), Within(after, 100),
            pushes.Max(push => Within(push.After, 20) - Within(push.Before, 20)), pushes.Max(push => Within(push.After, 100) - Within(push.Before, 100)));
    }

    private static double Median(int[] ordered) => ordered.Length == 0 ? 0 : (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2.0;

    private static double Within(int[] ranks, int top) => ranks.Count(rank => rank > 0 && rank <= top) / Math.Max(1.0, ranks.Count(rank => rank > 0));
}
