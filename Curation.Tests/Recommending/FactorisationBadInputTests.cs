using Curation.Core.Listening;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class FactorisationBadInputTests
{
    public static TheoryData<FactorisationSolver, double> Solvers => new()
    {
        { FactorisationSolver.Exact, 0 }, { FactorisationSolver.ConjugateGradients, 0 }, { FactorisationSolver.Subspaces, 0 },
        { FactorisationSolver.Exact, 0.25 }, { FactorisationSolver.ConjugateGradients, 0.25 }, { FactorisationSolver.Subspaces, 0.25 },
    };

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Empty_rows_and_columns_have_zeros(FactorisationSolver solver, double regularisation)
    {
        var model = Train(4, 5, solver, regularisation, (1, 2, 3), (1, 4, 1), (3, 2, 1));
        foreach (var row in new[] { 0, 1, 3 }) Assert.All(model.Vectors.Row(row).ToArray(), value => Assert.Equal(0, value));
        AssertNumbers(model);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void One_listener_of_one_track_gives_numbers(FactorisationSolver solver, double regularisation) =>
        AssertNumbers(Train(1, 1, solver, regularisation, (0, 0, 1)));

    [Theory]
    [MemberData(nameof(Solvers))]
    public void All_ones_give_numbers(FactorisationSolver solver, double regularisation) =>
        AssertNumbers(Train(12, 9, solver, regularisation, [.. from row in Enumerable.Range(0, 12) from column in Enumerable.Range(0, 9) select (row, column, 1f)]));

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Counts_of_a_thousand_million_give_numbers(FactorisationSolver solver, double regularisation) =>
        AssertNumbers(Train(12, 9, solver, regularisation, [.. from row in Enumerable.Range(0, 12) from column in Enumerable.Range(0, 9) where (row + column) % 3 > 0 select (row, column, 1e9f)]));

    [Theory]
    [MemberData(nameof(Solvers))]
    public void More_factors_than_tracks_give_numbers_and_with_a_pull_still_tell_tracks_apart(FactorisationSolver solver, double regularisation)
    {
        var model = Train(12, 4, solver, regularisation, [.. from row in Enumerable.Range(0, 12) from column in Enumerable.Range(0, 4) where row % 2 == column % 2 select (row, column, 1f)]);
        AssertNumbers(model);
        if (regularisation > 0) Assert.Equal(2, model.Taste([new(0, 1)]).Top(1)[0].Row);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Nothing_but_skips_give_numbers(FactorisationSolver solver, double regularisation) =>
        AssertNumbers(Train(3, 3, solver, regularisation, (0, 0, -1), (1, 1, -1e9f), (2, 2, -3)));

    private static void AssertNumbers(Factorisation model)
    {
        Assert.All(model.Vectors.All.ToArray(), value => Assert.True(float.IsFinite(value)));
        foreach (var row in Enumerable.Range(0, model.Tracks.Count))
        {
            var taste = model.Taste([new(row, 2)]);
            Assert.All(taste.Top(10), scored => Assert.True(float.IsFinite(scored.Score)));
            Assert.True(float.IsFinite(taste.Explain(row).Score));
        }
    }

    private static Factorisation Train(int listeners, int tracks, FactorisationSolver solver, double regularisation, params (int Row, int Column, float Weight)[] pairs)
    {
        var builder = new ListeningMatrixBuilder();
        foreach (var (row, column, weight) in pairs) builder.Add(row, column, weight);
        var matrix = builder.Build(listeners, 0, tracks);
        var options = new FactorisationOptions { Factors = 24, Iterations = 15, Solver = solver, Regularisation = regularisation, SubspaceSize = 16, Threads = 1 };
        return new FactorisationTrainer(options).Train(matrix, Checkerboard.IndexOf(tracks), Popularity.Of(matrix, Checkerboard.IndexOf(tracks)));
    }
}
