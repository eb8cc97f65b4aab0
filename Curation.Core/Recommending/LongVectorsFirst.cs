using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The track vectors once more, the longest first and packed by eight: no track can score above the product of two lengths, so a search may stop early.</summary>
/// <remarks>The order of Teflioudi, Gemulla, Mykytiuk 2015, "LEMP: Fast retrieval of large entries in a matrix product".</remarks>
internal sealed class LongVectorsFirst
{
    private readonly int[] rows;
    private readonly float[] lengths;

    public LongVectorsFirst(DenseMatrix vectors)
    {
        Width = vectors.Stride;
        rows = new int[vectors.Rows];
        lengths = new float[vectors.Rows];
        for (var row = 0; row < rows.Length; row++) (rows[row], lengths[row]) = (row, -MathF.Sqrt(Kernels.Dot(vectors.PaddedRow(row), vectors.PaddedRow(row))));
        Array.Sort(lengths, rows);
        Blocks = (rows.Length + ScoreTile.Rows - 1) / ScoreTile.Rows;
        Packed = new(Math.Max(1, Blocks * Width / 2), DenseMatrix.Lane);
        for (var at = 0; at < rows.Length; at++)
        {
            var source = vectors.PaddedRow(rows[at]);
            var target = Packed.All[((at / ScoreTile.Rows * Width * ScoreTile.Rows) + (at % ScoreTile.Rows))..];
            for (var f = 0; f < Width; f++) target[f * ScoreTile.Rows] = source[f];
        }
    }

    /// <summary>Floats of a vector, with its padding.</summary>
    public int Width { get; }

    /// <summary>Number of blocks of eight; the last may be filled up with zeros.</summary>
    public int Blocks { get; }

    /// <summary>The blocks, factor by factor.</summary>
    public DenseMatrix Packed { get; }

    /// <summary>The length of the longest vector.</summary>
    public float Longest => rows.Length == 0 ? 0 : LengthOf(0);

    /// <summary>Tracks of a block, the longest first.</summary>
    public ReadOnlySpan<int> RowsOf(int block) => rows.AsSpan(block * ScoreTile.Rows, Math.Min(ScoreTile.Rows, rows.Length - (block * ScoreTile.Rows)));

    /// <summary>The length that no vector from this block on exceeds.</summary>
    public float LengthOf(int block) => -lengths[block * ScoreTile.Rows];
}
