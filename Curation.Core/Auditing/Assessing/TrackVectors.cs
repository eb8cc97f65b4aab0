using Curation.Core.Auditing.Dimensions;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Directions of a catalogue's tracks in a model's space, all of length 1, so that every track counts alike however popular it is. Immutable.</summary>
public sealed class TrackVectors
{
    private readonly DenseMatrix directions;
    private readonly bool[] known;

    /// <summary>The directions of a model's vectors; a track that the model does not know, or of which it knows nothing but zeros, has none.</summary>
    /// <param name="rows">The catalogue's tracks.</param>
    /// <param name="index">The tracks of the matrix's rows.</param>
    /// <param name="vectors">The model's vectors.</param>
    public TrackVectors(CatalogueRows rows, TrackIndex index, DenseMatrix vectors)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(vectors);
        if (index.Count != vectors.Rows) throw new ArgumentException("Every track of the index has a row.", nameof(vectors));
        directions = new DenseMatrix(rows.Count, vectors.Columns);
        known = new bool[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            if (index.RowOf(rows.Index[row]) is not (>= 0 and var at)) continue;
            var vector = vectors.Row(at);
            var length = Math.Sqrt(Kernels.Dot(vector, vector));
            if (!(length > 0) || !double.IsFinite(length)) continue;
            known[row] = true;
            var direction = directions.PaddedRow(row);
            for (var axis = 0; axis < vector.Length; axis++) direction[axis] = (float)(vector[axis] / length);
        }
    }

    /// <summary>Whether a row has a direction.</summary>
    public bool Knows(int row) => row >= 0 && known[row];

    /// <summary>Floats of a direction with its padding.</summary>
    internal int Stride => directions.Stride;

    /// <summary>The direction of a row with its padding.</summary>
    internal ReadOnlySpan<float> Of(int row) => directions.PaddedRow(row);
}
