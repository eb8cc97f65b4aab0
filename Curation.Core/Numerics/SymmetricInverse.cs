using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Inverts a large symmetric positive definite matrix where it stands: the Cholesky elimination and both triangular inversions in one pass, by blocks.</summary>
/// <remarks>
/// Sweeping block k (Beaton 1964; Goodnight 1979) takes A_ij -= A_ik D^-1 A_kj with D = A_kk, A_ik = A_ik D^-1 and A_kk = -D^-1; after all blocks A holds its negative inverse.
/// That is n^3 operations, as many as a Cholesky factorisation and the inverse from it, and all but a few of them are products of blocks.
/// D is the Schur complement that Cholesky meets too, so it stays positive definite. Every block is written by one thread in a fixed order: same bytes on any number of threads.
/// </remarks>
internal sealed unsafe class SymmetricInverse
{
    private const int BlocksAtOnce = 4;

    private readonly SymmetricBlocks matrix;
    private readonly int side;
    private readonly DenseMatrix right;
    private readonly DenseMatrix left;
    private readonly DenseMatrix diagonal;
    private readonly DenseMatrix[] scratches;
    private readonly PivotBlock pivots;

    private SymmetricInverse(SymmetricBlocks matrix, int threads)
    {
        this.matrix = matrix;
        side = matrix.Side;
        right = new(matrix.Count, side * side);
        left = new(matrix.Count, side * side);
        diagonal = new(2, side * side);
        scratches = new DenseMatrix[threads];
        for (var i = 0; i < threads; i++) scratches[i] = new(2, side * side);
        pivots = new(matrix);
    }

    /// <summary>Replaces the matrix by its inverse. Progress gets the share done.</summary>
    /// <remarks>A pivot that rounding has eaten is held at a millionth of its diagonal element: a singular matrix gives a damped inverse and never NaN.</remarks>
    public static void Invert(SymmetricBlocks matrix, int threads, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var work = Swept(matrix, matrix.Count, threads, progress, cancel);
        work.Negate(cancel);
    }

    /// <summary>Eliminates the first blocks only: of [A B^T; B C] with A in those blocks, C - B A^-1 B^T is left in the place of C.</summary>
    public static void Eliminate(SymmetricBlocks matrix, int blocks, int threads, IProgress<double>? progress = null, CancellationToken cancel = default) =>
        Swept(matrix, blocks, threads, progress, cancel);

    private static SymmetricInverse Swept(SymmetricBlocks matrix, int blocks, int threads, IProgress<double>? progress, CancellationToken cancel)
    {
        var work = new SymmetricInverse(matrix, threads);
        for (var k = 0; k < blocks; k++)
        {
            work.Sweep(k, cancel);
            progress?.Report((k + 1.0) / blocks);
        }

        return work;
    }

    private void Sweep(int k, CancellationToken cancel)
    {
        var negated = diagonal.Start;
        var packed = negated + diagonal.Stride;
        pivots.NegativeInverse(k, negated);
        BlockProduct.PackRight(negated, side, packed);
        Chunks.Run(matrix.Count, 1, scratches, (scratch, i, _) => Column(i, k, packed, scratch.Start, scratch.Start + scratch.Stride), cancel);
        new ReadOnlySpan<float>(negated, side * side).CopyTo(new(matrix.Block(k, k), side * side));
        Chunks.Run(matrix.Count * (matrix.Count + 1) / 2, BlocksAtOnce, scratches, (_, first, end) => Rest(first, end, k), cancel);
    }

    /// <summary>Packs A_ik for the products to come, and puts A_ik D^-1 in its place.</summary>
    private void Column(int i, int k, float* negated, float* column, float* product)
    {
        if (i == k) return;
        if (i > k) new ReadOnlySpan<float>(matrix.Block(i, k), side * side).CopyTo(new(column, side * side));
        else BlockProduct.Transpose(matrix.Block(k, i), side, column);
        BlockProduct.PackRight(column, side, Packed(right, i));
        BlockProduct.PackLeft(column, side, Packed(left, i));
        new Span<float>(product, side * side).Clear();
        BlockProduct.Subtract(Packed(left, i), negated, side, product);
        BlockProduct.PackLeft(product, side, Packed(left, i));
        if (i > k) new ReadOnlySpan<float>(product, side * side).CopyTo(new(matrix.Block(i, k), side * side));
        else BlockProduct.Transpose(product, side, matrix.Block(k, i));
    }

    private void Rest(int first, int end, int k)
    {
        var i = (int)((Math.Sqrt((8.0 * first) + 1) - 1) / 2);
        var j = first - (i * (i + 1) / 2);
        for (var at = first; at < end; at++)
        {
            if (i != k && j != k) BlockProduct.Subtract(Packed(left, i), Packed(right, j), side, matrix.Block(i, j));
            if (++j > i) (i, j) = (i + 1, 0);
        }
    }

    private void Negate(CancellationToken cancel) =>
        Chunks.Run(matrix.Count * (matrix.Count + 1) / 2, BlocksAtOnce, scratches, (_, first, end) =>
        {
            var cells = matrix.Block(0, 0) + ((nint)first * side * side);
            for (nint c = 0; c < (nint)(end - first) * side * side; c += DenseMatrix.Lane) (-Vector512.Load(cells + c)).Store(cells + c);
        }, cancel);

    private static float* Packed(DenseMatrix panel, int block) => panel.Start + ((nint)block * panel.Stride);
}
