using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>What the equations of all rows of a half-sweep share: the fixed vectors Y of the other side, and the part of unobserved pairs, a0 Y^T Y.</summary>
/// <remarks>
/// A row's equations are (a0 Y^T Y + sum_i c_i y_i y_i^T + lambda I) x = sum_i c_i p_i y_i, with weight a0 on every pair and c_i more on those observed
/// (Hu, Koren, Volinsky 2008, eq. 4, in the form of Rendle, Krichene, Zhang, Koren 2021, eq. 3).
/// </remarks>
internal sealed unsafe class NormalEquations
{
    private readonly float leastPull;
    private readonly DenseMatrix columns;
    private readonly int possible;

    /// <summary>The equations of rows out of so many <paramref name="possible"/> pairs each, by default one for each vector.</summary>
    public NormalEquations(DenseMatrix others, DenseMatrix gramian, FactorisationOptions options, int? possible = null)
    {
        this.possible = possible ?? others.Rows;
        Others = others;
        Options = options;
        var prior = new DenseMatrix(gramian.Rows, gramian.Columns);
        for (var i = 0; i < gramian.All.Length; i++) prior.All[i] = (float)options.UnobservedWeight * gramian.All[i];
        for (var i = 0; i < options.Factors; i++) leastPull += 1e-6f / options.Factors * prior.Row(i)[i];
        for (var i = options.Factors; i < gramian.Rows; i++) prior.PaddedRow(i)[i] = 1;
        Upper = UpperTiles.Of(prior);
        columns = new(gramian.Rows * (gramian.Rows / Tile.Size), Tile.Size);
        for (var row = 0; row < gramian.Rows; row++)
            for (var tile = 0; tile < gramian.Rows / Tile.Size; tile++)
                prior.PaddedRow(row).Slice(tile * Tile.Size, Tile.Size).CopyTo(columns.PaddedRow((tile * gramian.Rows) + row));
    }

    /// <summary>The fixed vectors.</summary>
    public DenseMatrix Others { get; }

    /// <summary>How to solve.</summary>
    public FactorisationOptions Options { get; }

    /// <summary>The upper triangle of a0 Y^T Y. Padding has a unit diagonal, which keeps it solvable and out of the way.</summary>
    public DenseMatrix Upper { get; }

    /// <summary>lambda of a row with so many observed pairs.</summary>
    public float Pull(int observed) => Math.Max(leastPull, Options.Pull(observed, possible));

    /// <summary>For the columns of some tiles: target += a0 Y^T Y v.</summary>
    public void AddPrior(float* v, int firstTile, int tiles, float* target)
    {
        var width = Others.Stride;
        for (var tile = 0; tile < tiles; tile++)
            Lanes.Combine(columns.Start + ((nint)(firstTile + tile) * width * Tile.Size), v, width, target + (tile * Tile.Size), 1);
    }
}
