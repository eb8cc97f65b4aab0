namespace Curation.Core.Numerics;

/// <summary>Hands a range of work to threads in chunks; which thread takes which chunk must not matter to the result.</summary>
internal static class Chunks
{
    /// <summary>Runs the body over [0, count) in chunks. Each thread works with one of the <paramref name="scratches"/>; their number is the number of threads.</summary>
    public static void Run<T>(int count, int size, T[] scratches, Action<T, int, int> body, CancellationToken cancel)
    {
        var next = -1;
        void Work(int worker)
        {
            while (!cancel.IsCancellationRequested)
            {
                var start = (long)Interlocked.Increment(ref next) * size;
                if (start >= count) return;
                body(scratches[worker], (int)start, (int)Math.Min(count, start + size));
            }
        }

        if (scratches.Length == 1) Work(0);
        else Parallel.For(0, scratches.Length, new ParallelOptions { MaxDegreeOfParallelism = scratches.Length }, Work);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>The number of threads that an option means: 0 is one for each processor.</summary>
    public static int ThreadsFor(int option) => option > 0 ? option : Environment.ProcessorCount;
}
