using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating.Attacks;

/// <summary>Where tracks stand for genuine rows that do not have them.</summary>
internal sealed class TargetRanks(ListeningMatrix genuine, int[] tested)
{
    private const int RowsAtOnce = 16;

    /// <summary>The rank of each target for each tested row, among all tracks that the row does not have; 0 where it has the target.</summary>
    public int[][] Of(IRecommender model, IReadOnlyList<int> targets, IReadOnlyList<RowFacts?>? facts, CancellationToken cancel)
    {
        var ranks = targets.Select(_ => new int[tested.Length]).ToArray();
        var all = Enumerable.Range(0, genuine.Columns).ToArray();
        var scratches = new float[Chunks.ThreadsFor(0)][];
        for (var i = 0; i < scratches.Length; i++) scratches[i] = new float[all.Length];
        Chunks.Run(tested.Length, RowsAtOnce, scratches, (scores, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var history = genuine.Row(tested[i]);
                model.Taste(history.ToHistory(), facts?[tested[i]]).Score(all, scores);
                foreach (var track in history.Columns) scores[track] = float.NegativeInfinity;
                for (var target = 0; target < ranks.Length; target++) ranks[target][i] = history.Columns.BinarySearch(targets[target]) >= 0 ? 0 : Rank(scores, targets[target]);
            }
        }, cancel);
        return ranks;
    }

    private static int Rank(float[] scores, int target)
    {
        var rank = 1;
        for (var track = 0; track < scores.Length; track++)
            if (scores[track] > scores[target] || (scores[track] == scores[target] && track < target)) rank++;
        return rank;
    }
}
