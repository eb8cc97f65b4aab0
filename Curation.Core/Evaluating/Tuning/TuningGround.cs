using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating.Tuning;

/// <summary>What settings are tried on: nested samples of the training rows, and a sample of the rows to test.</summary>
internal sealed class TuningGround
{
    private readonly Split valid;
    private readonly TrackIndex tracks;
    private readonly TuningOptions options;
    private readonly int[] order;

    public TuningGround(Split valid, TrackIndex tracks, TuningOptions options)
    {
        this.tracks = tracks;
        this.options = options;
        var random = new SeededRandom(options.Seed);
        order = [.. Enumerable.Range(0, valid.Train.Rows).Where(row => valid.Train.Row(row).Count > 0)];
        random.Shuffle<int>(order);
        var tested = Enumerable.Range(0, valid.HeldOut.Rows).Where(row => valid.HeldOut.Row(row).Count > 0).ToArray();
        random.Shuffle<int>(tested);
        Tested = Math.Min(tested.Length, options.MostTested);
        this.valid = valid with { HeldOut = Only(valid.HeldOut, tested.AsSpan(0, Tested)) };
        var least = Math.Min(1, options.FewestRows / Math.Max(1.0, order.Length));
        for (var share = 1.0; share >= least; share /= options.Keep) Shares.Insert(0, share);
    }

    /// <summary>Rows that are tested.</summary>
    public int Tested { get; }

    /// <summary>Share of the training rows at each rung, rising to 1.</summary>
    public List<double> Shares { get; } = [];

    /// <summary>Number of tracks.</summary>
    public int Tracks => tracks.Count;

    public string Metric => $"ndcg@{options.CutOff}";

    /// <summary>Trains on a share of the rows and tests.</summary>
    public RankingOutcome Try(Contender contender, ModelOptions settings, double share, CancellationToken cancel)
    {
        var matrix = share >= 1 ? valid.Train : Only(valid.Train, order.AsSpan(0, (int)Math.Ceiling(share * order.Length)));
        var model = contender.Train(new TrainingSet(matrix, tracks, valid.Facts), settings, null, cancel);
        return new RankingEvaluator([options.CutOff], options.Seed).Measure(model, valid, [], [], null, cancel);
    }

    private static ListeningMatrix Only(ListeningMatrix matrix, ReadOnlySpan<int> rows)
    {
        var builder = new ListeningMatrixBuilder();
        foreach (var i in rows)
        {
            var row = matrix.Row(i);
            for (var k = 0; k < row.Count; k++) builder.Add(i, row.Columns[k], row.Weights[k]);
        }

        return builder.Build(matrix.Listeners, matrix.Rows - matrix.Listeners, matrix.Columns);
    }
}
