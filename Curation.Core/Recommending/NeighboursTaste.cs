using System.Buffers;

namespace Curation.Core.Recommending;

/// <summary>A history's neighbours, summed once: rows ascending and the score of each.</summary>
internal sealed class NeighboursTaste : ITaste
{
    private readonly Neighbours model;
    private readonly History heard;
    private readonly int[] near;
    private readonly float[] sums;

    public NeighboursTaste(Neighbours model, History heard)
    {
        this.model = model;
        this.heard = heard;
        var reached = 0;
        foreach (var row in heard.Rows) reached += model.RowsOf(row).Length;
        near = new int[reached];
        sums = new float[reached];
        var end = 0;
        for (var i = 0; i < heard.Count; i++)
        {
            var similar = model.RowsOf(heard.Rows[i]);
            similar.CopyTo(near.AsSpan(end));
            for (var k = 0; k < similar.Length; k++) sums[end + k] = Part(i, k);
            end += similar.Length;
        }

        Array.Sort(near, sums);
        end = Merge();
        Array.Resize(ref near, end);
        Array.Resize(ref sums, end);
    }

    public void Score(ReadOnlySpan<int> rows, Span<float> scores)
    {
        if (rows.Length != scores.Length) throw new ArgumentException("There must be as many scores as rows.", nameof(scores));
        for (var i = 0; i < rows.Length; i++)
        {
            var at = Array.BinarySearch(near, rows[i]);
            scores[i] = Remainder(rows[i]) + (at < 0 ? 0 : sums[at]);
        }
    }

    public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null)
    {
        var tracks = model.Tracks.Count;
        var scores = ArrayPool<float>.Shared.Rent(tracks);
        for (var row = 0; row < tracks; row++) scores[row] = Remainder(row);
        for (var i = 0; i < near.Length; i++) scores[near[i]] += sums[i];
        var best = heard.Best(scores.AsSpan(0, tracks), count, skip);
        ArrayPool<float>.Shared.Return(scores);
        return best;
    }

    public Explanation Explain(int row)
    {
        var parts = new List<Scored>();
        for (var i = 0; i < heard.Count; i++)
        {
            var at = model.RowsOf(heard.Rows[i]).IndexOf(row);
            if (at >= 0) parts.Add(new(heard.Rows[i], Part(i, at)));
        }

        parts.Sort(Parts.LargestFirst);
        Span<float> score = stackalloc float[1];
        Score([row], score);
        return new(score[0], parts, Remainder(row));
    }

    private float Part(int heardAt, int neighbour) =>
        NeighboursOptions.Weight(heard.Weights[heardAt]) * model.SimilaritiesOf(heard.Rows[heardAt])[neighbour];

    private float Remainder(int row) => (float)model.Options.PopularityShare * model.Popularity.Score(row);

    private int Merge()
    {
        var end = 0;
        for (var i = 0; i < near.Length; i++)
        {
            if (end > 0 && near[end - 1] == near[i]) sums[end - 1] += sums[i];
            else (near[end], sums[end++]) = (near[i], sums[i]);
        }

        return end;
    }
}
