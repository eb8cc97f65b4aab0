using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>The engine's parts under BenchmarkDotNet. Run with <c>-class "*EngineBenchmarks" -explicit only</c> from a Release build; prints, asserts no time.</summary>
public sealed class EngineBenchmarks(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Kernels_sweeps_and_lists()
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "curation-benchmarks"));
        foreach (var type in new[] { typeof(KernelBenchmarks), typeof(SweepBenchmarks), typeof(ListBenchmarks) })
        {
            var summary = BenchmarkRunner.Run(type, config);
            Assert.False(summary.HasCriticalValidationErrors);
            Assert.All(summary.Reports, report => Assert.True(report.Success));
            output.WriteLine($"{type.Name}: tables are in {summary.ResultsDirectoryPath}");
        }
    }

    /// <summary>A matrix with Zipf popularity and latent tastes.</summary>
    internal static ListeningMatrix Invented(int listeners, int tracks, int interactions)
    {
        using var stream = new MemoryStream();
        new LatentTastes(listeners, tracks, interactions, seed: 1).WriteBin(stream);
        stream.Position = 0;
        var builder = new ListeningMatrixBuilder(interactions);
        InteractionRecords.Read(stream, "invented", builder, bad => throw new InvalidDataException(bad.ToString()));
        return builder.Build(listeners, 0, tracks);
    }
}

/// <summary>What one row of a half-sweep is made of.</summary>
public unsafe class KernelBenchmarks
{
    private const int Rows = 64;

    private Panel panel = null!;
    private DenseMatrix table = null!;
    private DenseMatrix sum = null!;
    private DenseMatrix factor = null!;
    private DenseMatrix vectors = null!;
    private int[] rows = [];
    private float[] ones = [];

    [Params(64, 128)]
    public int Factors { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new SeededRandom(1);
        table = new(50_000, Factors);
        foreach (ref var value in table.All) value = (float)random.NextGaussian();
        rows = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt(table.Rows))];
        ones = [.. Enumerable.Repeat(1f, Rows)];
        panel = new(Rows, table.Stride);
        panel.Gather(table, rows, ones);
        sum = UpperTiles.Room(table.Stride);
        for (var i = 0; i < 4; i++) panel.AddSquareTo(sum.Start);
        UpperTiles.AddToDiagonal(sum.Start, table.Stride, 1);
        factor = UpperTiles.Room(table.Stride);
        vectors = new(2, Factors);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Gather_a_row() => panel.Gather(table, rows, ones);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Add_a_row_to_the_equations() => panel.AddSquareTo(factor.Start);

    [Benchmark]
    public void Factor_and_solve()
    {
        sum.All.CopyTo(factor.All);
        vectors.PaddedRow(0).Fill(1);
        Cholesky.Factor(factor.Start, table.Stride, vectors.Start + table.Stride);
        Cholesky.Solve(factor.Start, table.Stride, vectors.Start + table.Stride, vectors.Start);
    }
}

/// <summary>Training on 10,000 listeners, 5,000 tracks and half a million interactions: two iterations.</summary>
public class SweepBenchmarks
{
    private ListeningMatrix matrix = null!;
    private TrackIndex tracks = null!;
    private Popularity popularity = null!;

    [Params(64, 128)]
    public int Factors { get; set; }

    [Params(FactorisationSolver.Exact, FactorisationSolver.ConjugateGradients, FactorisationSolver.Subspaces)]
    public FactorisationSolver Solver { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        matrix = EngineBenchmarks.Invented(10_000, 5_000, 500_000);
        tracks = new(Enumerable.Range(0, matrix.Columns).Select(row => new Core.Catalog.TrackId(row)));
        popularity = Popularity.Of(matrix, tracks);
    }

    [Benchmark(OperationsPerInvoke = 2)]
    public Factorisation An_iteration() => new FactorisationTrainer(new() { Factors = Factors, Solver = Solver, Iterations = 2 }).Train(matrix, tracks, popularity);
}

/// <summary>Folding in and listing 256 listeners over 50,000 tracks, on one thread.</summary>
public class ListBenchmarks
{
    private const int Listeners = 256;

    private ListeningMatrix matrix = null!;
    private Factorisation model = null!;
    private ITaste[] tastes = [];
    private int[] rows = [];

    [Params(64, 128)]
    public int Factors { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        matrix = EngineBenchmarks.Invented(20_000, 50_000, 2_000_000);
        var tracks = new TrackIndex(Enumerable.Range(0, matrix.Columns).Select(row => new Core.Catalog.TrackId(row)));
        model = new FactorisationTrainer(new() { Factors = Factors, Iterations = 3 }).Train(matrix, tracks, Popularity.Of(matrix, tracks));
        rows = [.. Enumerable.Range(0, Listeners)];
        tastes = model.TastesOf(matrix, rows);
        model.TopOfEach(tastes, 100);
    }

    [Benchmark(OperationsPerInvoke = Listeners)]
    public ITaste[] Fold_in() => model.TastesOf(matrix, rows);

    [Benchmark(OperationsPerInvoke = Listeners)]
    public IReadOnlyList<Scored>[] Top_100() => model.TopOfEach(tastes, 100);

    [Benchmark]
    public IReadOnlyList<Scored> Top_100_of_one() => tastes[0].Top(100);
}
