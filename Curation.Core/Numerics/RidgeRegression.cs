namespace Curation.Core.Numerics;

/// <summary>Maps sparse rows to dense ones by weighted least squares with a pull towards zero: (A^T P A + mu I) W = A^T P Y.</summary>
/// <remarks>
/// Conjugate gradients on all columns of W at once, each with steps of its own, preconditioned by the diagonal (Hestenes, Stiefel 1952; Saad 2003, section 9.2): only A is ever multiplied with,
/// so that tens of thousands of columns are no trouble. Sums run in a fixed order, so the number of threads does not show.
/// </remarks>
internal sealed class RidgeRegression
{
    private const int RowsAtOnce = 256;

    private readonly SparseRows rows;
    private readonly SparseRows columns;
    private readonly float[] weights;
    private readonly float pull;
    private readonly object[] threads;
    private readonly CancellationToken cancel;
    private readonly DenseMatrix image;

    private RidgeRegression(SparseRows rows, float[] weights, double pull, int width, int threads, CancellationToken cancel)
    {
        this.rows = rows;
        columns = rows.Turned();
        this.weights = weights;
        this.pull = (float)pull;
        this.threads = new object[threads];
        this.cancel = cancel;
        image = new(rows.Count, width);
    }

    /// <summary>Solves for W, columns of A by columns of Y. Stops when no residual is more than a ten-thousandth of what it was, or after so many steps.</summary>
    /// <param name="rows">A.</param>
    /// <param name="targets">Y, as many rows.</param>
    /// <param name="weights">The diagonal of P: how much each row counts, 0 or more.</param>
    /// <param name="pull">mu, more than 0.</param>
    /// <param name="steps">Steps at most.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancel">Stops between steps.</param>
    public static DenseMatrix Solve(SparseRows rows, DenseMatrix targets, float[] weights, double pull, int steps, int threads, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pull);
        var solution = new DenseMatrix(rows.Width, targets.Columns);
        if (rows.Width > 0) new RidgeRegression(rows, weights, pull, targets.Columns, threads, cancel).Descend(targets, solution, steps);
        return solution;
    }

    private void Descend(DenseMatrix targets, DenseMatrix solution, int steps)
    {
        var (residual, direction, applied) = (Like(solution), Like(solution), Like(solution));
        var scale = Diagonal();
        Weigh(targets);
        Each(rows.Width, column => columns.Multiply(column, image, residual.PaddedRow(column)));
        Each(rows.Width, column => Scaled(residual.PaddedRow(column), scale[column], direction.PaddedRow(column)));
        var squares = Products(residual, residual, scale);
        var first = squares;
        for (var step = 0; step < steps && squares.Zip(first).Any(pair => pair.First > 1e-8 * pair.Second); step++)
        {
            Apply(direction, applied);
            var length = Quotients(squares, Products(direction, applied, null));
            AddEach(length, direction, solution, 1);
            AddEach(length, applied, residual, -1);
            var left = Products(residual, residual, scale);
            var turn = Quotients(left, squares);
            Each(rows.Width, column =>
            {
                var from = residual.PaddedRow(column);
                var to = direction.PaddedRow(column);
                for (var f = 0; f < to.Length; f++) to[f] = (from[f] / scale[column]) + ((float)turn[f] * to[f]);
            });
            squares = left;
        }
    }

    /// <summary>(A^T P A + mu I) times the direction.</summary>
    private void Apply(DenseMatrix direction, DenseMatrix applied)
    {
        Each(rows.Count, row =>
        {
            var product = image.PaddedRow(row);
            rows.Multiply(row, direction, product);
            foreach (ref var value in product) value *= weights[row];
        });
        Each(rows.Width, column =>
        {
            var product = applied.PaddedRow(column);
            columns.Multiply(column, image, product);
            Kernels.AddScaled(pull, direction.PaddedRow(column), product);
        });
    }

    private void Weigh(DenseMatrix targets) => Each(rows.Count, row =>
    {
        var weighed = image.PaddedRow(row);
        targets.PaddedRow(row).CopyTo(weighed);
        foreach (ref var value in weighed) value *= weights[row];
    });

    private float[] Diagonal()
    {
        var diagonal = new float[rows.Width];
        Each(rows.Width, column =>
        {
            double sum = pull;
            var at = columns.ColumnsOf(column);
            var values = columns.ValuesOf(column);
            for (var i = 0; i < at.Length; i++) sum += (double)weights[at[i]] * values[i] * values[i];
            diagonal[column] = (float)sum;
        });
        return diagonal;
    }

    private void Each(int count, Action<int> body) => Chunks.Run(count, RowsAtOnce, threads, (_, first, end) =>
    {
        for (var i = first; i < end; i++) body(i);
    }, cancel);

    private void AddEach(double[] scales, DenseMatrix source, DenseMatrix target, int sign) => Each(rows.Width, column =>
    {
        var from = source.PaddedRow(column);
        var to = target.PaddedRow(column);
        for (var f = 0; f < to.Length; f++) to[f] += (float)(sign * scales[f]) * from[f];
    });

    /// <summary>Products of equal columns, summed in a fixed order; each row divided by its scale where there is one.</summary>
    private static double[] Products(DenseMatrix one, DenseMatrix other, float[]? scale)
    {
        var sums = new double[one.Stride];
        for (var row = 0; row < one.Rows; row++)
        {
            var a = one.PaddedRow(row);
            var b = other.PaddedRow(row);
            var by = scale is null ? 1 : 1.0 / scale[row];
            for (var f = 0; f < sums.Length; f++) sums[f] += by * a[f] * b[f];
        }

        return sums;
    }

    private static double[] Quotients(double[] above, double[] below) => above.Zip(below, (a, b) => b > 0 ? a / b : 0).ToArray();

    private static void Scaled(ReadOnlySpan<float> source, float scale, Span<float> target)
    {
        for (var f = 0; f < target.Length; f++) target[f] = source[f] / scale;
    }

    private static DenseMatrix Like(DenseMatrix matrix) => new(matrix.Rows, matrix.Columns);
}
