using System.Diagnostics;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>Times iterations and recommendations over one matrix.</summary>
internal sealed class TrainingBench(ListeningMatrix matrix, int many, TimeProvider time, TextWriter errors)
{
    private const int MostUsers = 20_000;
    private const int UsersAtOnce = 256;
    private const int ListLength = 100;

    public BenchFigures Run(FactorisationOptions options, CancellationToken cancel)
    {
        var threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        var machine = new MachineSpeed(time, threads);
        var (peak, gather) = (machine.PeakGflops(), machine.GatherGigabytes(matrix.Columns, options.Factors));
        var tracks = new TrackIndex(Enumerable.Range(0, matrix.Columns).Select(row => new TrackId(row)));
        var laps = new Laps(time, errors);
        var model = new FactorisationTrainer(options).Train(matrix, tracks, Popularity.Of(matrix, tracks), laps, cancel);
        using var process = Process.GetCurrentProcess();
        var memory = process.PeakWorkingSet64;
        var users = Enumerable.Range(0, matrix.Rows).Where(row => matrix.Row(row).Count > 0).ToArray();
        var step = Math.Max(1, users.Length / MostUsers);
        var chunks = users.Where((_, i) => i % step == 0).Chunk(UsersAtOnce).ToArray();
        var tastes = new ITaste[chunks.Length][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        model.TopOfEach(model.TastesOf(matrix, chunks[0]), ListLength);
        var folding = Seconds(() => Parallel.For(0, chunks.Length, parallel, chunk => tastes[chunk] = model.TastesOf(matrix, chunks[chunk])));
        var topping = Seconds(() => Parallel.For(0, chunks.Length, parallel, chunk => model.TopOfEach(tastes[chunk], ListLength)));
        var count = chunks.Sum(chunk => chunk.Length);
        return new(matrix.Rows, matrix.Columns, matrix.Entries, options.Factors, threads, options, laps.Seconds)
        {
            PeakGflops = peak,
            GatherGigabytes = gather,
            UsersTopped = count,
            FoldedUsersPerSecond = count / folding,
            TopUsersPerSecond = count / topping,
            PeakMemoryBytes = memory,
        };
    }

    /// <summary>Adds the median time of one list over many tracks, of a model of invented plays; last of all, since it needs memory of its own.</summary>
    public BenchFigures WithManyItems(BenchFigures figures, CancellationToken cancel)
    {
        var builder = new ListeningMatrixBuilder();
        var random = new SeededRandom(1);
        for (var play = 0; play < many; play++) builder.Add(play / 50, random.NextInt(many), 1);
        var heard = builder.Build(many / 50, 0, many);
        var tracks = new TrackIndex(Enumerable.Range(0, many).Select(row => new TrackId(row)));
        var quick = figures.Options with { Iterations = 1, Solver = FactorisationSolver.ConjugateGradients };
        var taste = new FactorisationTrainer(quick).Train(heard, tracks, Popularity.Of(heard, tracks), null, cancel).Taste(heard.Row(0).ToHistory());
        var seconds = Enumerable.Range(0, 15).Select(_ => Seconds(() => taste.Top(ListLength))).Order().ToArray();
        return figures with { ManyItems = many, ManyItemsSeconds = seconds[seconds.Length / 2] };
    }

    private double Seconds(Action work)
    {
        var start = time.GetTimestamp();
        work();
        return time.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Takes the time between reports of whole iterations; the first report, of 0, starts the clock.</summary>
    private sealed class Laps(TimeProvider time, TextWriter errors) : IProgress<double>
    {
        private long start;
        private int reports;

        public List<double> Seconds { get; } = [];

        public void Report(double value)
        {
            if (reports++ % 2 != 0) return;
            if (reports > 1)
            {
                Seconds.Add(time.GetElapsedTime(start).TotalSeconds);
                errors.WriteLine(FormattableString.Invariant($"iteration {Seconds.Count}: {Seconds[^1]:F3} s"));
            }

            start = time.GetTimestamp();
        }
    }
}
