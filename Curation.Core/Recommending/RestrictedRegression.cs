using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Regresses one track after the other on its strongest pairs; holds the memory for it. One thread at a time.</summary>
internal sealed unsafe class RestrictedRegression
{
    private readonly TrackLinks pairs;
    private readonly double[] squares;
    private readonly int[] places;
    private readonly DenseMatrix system;
    private readonly DenseMatrix sides;

    /// <summary>A regression over the products of columns and their squares.</summary>
    public RestrictedRegression(TrackLinks pairs, double[] squares, int most)
    {
        this.pairs = pairs;
        this.squares = squares;
        places = new int[squares.Length];
        Array.Fill(places, -1);
        system = UpperTiles.Room(DenseMatrix.Padded(most));
        sides = new(2, DenseMatrix.Padded(most));
    }

    /// <summary>Writes the weight of each of the target's pairs: (G + I) x = g over them alone.</summary>
    public void Solve(int target, Span<float> weights)
    {
        var support = pairs.RowsOf(target);
        if (support.IsEmpty) return;
        var size = DenseMatrix.Padded(support.Length);
        for (var i = 0; i < support.Length; i++) places[support[i]] = i;
        Fill(support, size);
        var right = sides.PaddedRow(0);
        right.Clear();
        pairs.StrengthsOf(target).CopyTo(right);
        var inverse = sides.Start + sides.Stride;
        Cholesky.Factor(system.Start, size, inverse);
        Cholesky.Solve(system.Start, size, inverse, sides.Start);
        right[..weights.Length].CopyTo(weights);
        foreach (var track in support) places[track] = -1;
    }

    /// <summary>The upper triangle; padding gets a unit diagonal.</summary>
    private void Fill(ReadOnlySpan<int> support, int size)
    {
        var cells = system.Start;
        new Span<float>(cells, UpperTiles.Length(size)).Clear();
        for (var i = 0; i < size; i++) *UpperTiles.At(cells, i, i) = i < support.Length ? (float)(1 + squares[support[i]]) : 1;
        for (var i = 0; i < support.Length; i++)
        {
            for (var k = pairs.Starts[support[i]]; k < pairs.Starts[support[i] + 1]; k++)
            {
                var j = places[pairs.Rows[k]];
                if (j >= 0) *UpperTiles.At(cells, Math.Min(i, j), Math.Max(i, j)) = pairs.Strengths[k];
            }
        }
    }
}
