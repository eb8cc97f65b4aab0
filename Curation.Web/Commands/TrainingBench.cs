using System.Diagnostics;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>Times iterations and recommendations over one matrix.</summary>
internal sealed class TrainingBench(ListeningMatrix matrix, TimeProvider time, TextWriter errors)
{
    private const int MostUsers = 20_000;
    private const int UsersAtOnce = 256;
    private const int ListLength = 100;

    public BenchFigures Run(int factors, int iterations, int threads, CancellationToken cancel)
    {
        if (threads == 0) threads = Environment.ProcessorCount;
        var tracks = new TrackIndex(Enumerable.Range(0, matrix.Columns).Select(row => new TrackId(row)));
        var popularity = Popularity.Of(matrix, tracks);
        var laps = new Laps(time, errors);
        var options = new FactorisationOptions { Factors = factors, Iterations = iterations, Threads = threads };
        var model = new FactorisationTrainer(options).Train(matrix, tracks, popularity, laps, cancel);
        var users = Enumerable.Range(0, matrix.Rows).Where(row => matrix.Row(row).Count > 0).ToArray();
        var step = Math.Max(1, users.Length / MostUsers);
        users = [.. users.Where((_, i) => i % step == 0)];
        var start = time.GetTimestamp();
        Parallel.ForEach(users.Chunk(UsersAtOnce), new() { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, chunk =>
            model.TopOfEach(Array.ConvertAll(chunk, user => model.Taste(matrix.Row(user).ToHistory())), ListLength));
        var seconds = time.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        return new(matrix.Rows, matrix.Columns, matrix.Entries, factors, threads, laps.Seconds, users.Length, users.Length / seconds, process.PeakWorkingSet64);
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
