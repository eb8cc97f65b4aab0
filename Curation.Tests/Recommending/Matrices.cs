using Curation.Core.Listening;

namespace Curation.Tests.Recommending;

internal static class Matrices
{
    /// <summary>The same pairs among more columns.</summary>
    public static ListeningMatrix With(this ListeningMatrix matrix, int columns)
    {
        var builder = new ListeningMatrixBuilder();
        for (var i = 0; i < matrix.Rows; i++)
            foreach (var pair in matrix.Row(i).ToHistory()) builder.Add(i, pair.Row, pair.Weight);
        return builder.Build(matrix.Rows, 0, columns);
    }
}
