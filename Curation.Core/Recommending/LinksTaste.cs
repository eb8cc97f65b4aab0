using System.Buffers;
using System.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The links of a history's tracks, summed once: rows ascending and the score of each. Popularity orders what no link reaches.</summary>
/// <remarks>Tracks of the history with a weight of 0 or less lead nowhere, but are not suggested back either.</remarks>
internal sealed class LinksTaste : ITaste
{
    private readonly TrackLinks links;
    private readonly Popularity popularity;
    private readonly float popularityShare;
    private readonly History heard;
    private readonly float[] weights;
    private readonly int[] reached;
    private readonly float[] sums;

    public LinksTaste(TrackLinks links, Popularity popularity, double popularityShare, History heard, Func<float, float> weight, float scale = 1)
    {
        (this.links, this.popularity, this.popularityShare, this.heard) = (links, popularity, (float)popularityShare, heard);
        weights = new float[heard.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = heard.Weights[i] > 0 ? scale * weight(heard.Weights[i]) : 0;
        (reached, sums) = Summed();
    }

    public void Score(ReadOnlySpan<int> rows, Span<float> scores)
    {
        if (rows.Length != scores.Length) throw new ArgumentException("There must be as many scores as rows.", nameof(scores));
        for (var i = 0; i < rows.Length; i++)
        {
            var at = Array.BinarySearch(reached, rows[i]);
            scores[i] = Remainder(rows[i]) + (at < 0 ? 0 : sums[at]);
        }
    }

    public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null)
    {
        var tracks = popularity.Tracks.Count;
        var scores = ArrayPool<float>.Shared.Rent(tracks);
        for (var row = 0; row < tracks; row++) scores[row] = Remainder(row);
        for (var i = 0; i < reached.Length; i++) scores[reached[i]] += sums[i];
        var best = heard.Best(scores.AsSpan(0, tracks), count, skip);
        ArrayPool<float>.Shared.Return(scores);
        return best;
    }

    public Explanation Explain(int row)
    {
        var parts = new List<Scored>();
        for (var i = 0; i < heard.Count; i++)
        {
            var at = weights[i] > 0 ? links.RowsOf(heard.Rows[i]).IndexOf(row) : -1;
            if (at >= 0) parts.Add(new(heard.Rows[i], weights[i] * links.StrengthsOf(heard.Rows[i])[at]));
        }

        parts.Sort(Parts.LargestFirst);
        Span<float> score = stackalloc float[1];
        Score([row], score);
        return new(score[0], parts, Remainder(row));
    }

    private float Remainder(int row) => popularityShare * popularity.Score(row);

    /// <summary>Adds the links up in the order of the history's rows.</summary>
    private (int[] Reached, float[] Sums) Summed()
    {
        var tracks = popularity.Tracks.Count;
        var totals = ArrayPool<float>.Shared.Rent(tracks);
        totals.AsSpan(0, tracks).Clear();
        var marks = new ulong[(tracks + 63) / 64];
        for (var i = 0; i < heard.Count; i++)
        {
            if (weights[i] <= 0) continue;
            var rows = links.RowsOf(heard.Rows[i]);
            var strengths = links.StrengthsOf(heard.Rows[i]);
            for (var k = 0; k < rows.Length; k++)
            {
                totals[rows[k]] += weights[i] * strengths[k];
                marks[rows[k] >> 6] |= 1UL << rows[k];
            }
        }

        var found = new int[marks.Sum(BitOperations.PopCount)];
        var next = 0;
        for (var word = 0; word < marks.Length; word++)
            for (var bits = marks[word]; bits != 0; bits &= bits - 1) found[next++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
        var added = Array.ConvertAll(found, row => totals[row]);
        ArrayPool<float>.Shared.Return(totals);
        return (found, added);
    }
}
