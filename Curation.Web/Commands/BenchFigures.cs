namespace Curation.Web.Commands;

/// <summary>What <c>bench</c> measured, with its settings. Operations are useful ones, counted as for an exact solution.</summary>
internal sealed record BenchFigures(
    int Users, int Items, int Interactions, int Factors, int Threads, IReadOnlyList<double> IterationSeconds, double UsersTopped, double TopUsersPerSecond, long PeakMemoryBytes)
{
    /// <summary>Median time of an iteration.</summary>
    public double MedianSeconds => IterationSeconds.Count % 2 == 1
        ? IterationSeconds.Order().ElementAt(IterationSeconds.Count / 2)
        : IterationSeconds.Order().Skip((IterationSeconds.Count / 2) - 1).Take(2).Average();

    /// <summary>Fastest iteration.</summary>
    public double MinSeconds => IterationSeconds.Min();

    /// <summary>Slowest iteration.</summary>
    public double MaxSeconds => IterationSeconds.Max();

    /// <summary>Useful operations of an exact iteration: 2 nnz d(d+1) + (U+I)(d^3/3 + 2d^2 + d(d+1)).</summary>
    public double Operations
    {
        get
        {
            double d = Factors;
            return (2.0 * Interactions * d * (d + 1)) + (((double)Users + Items) * ((d * d * d / 3) + (2 * d * d) + (d * (d + 1))));
        }
    }

    /// <summary>Useful operations a second, in 10^9.</summary>
    public double UsefulGflops => Operations / MedianSeconds / 1e9;

    /// <summary>The figures as lines.</summary>
    public string ToText() => FormattableString.Invariant($"""
        data         {Users} users, {Items} items, {Interactions} interactions
        settings     {Factors} factors, {IterationSeconds.Count} iterations, {Threads} threads, exact solver
        iteration    {MedianSeconds:F3} s median, {MinSeconds:F3} s min, {MaxSeconds:F3} s max
        useful       {UsefulGflops:F1} GFLOP/s
        top 100      {TopUsersPerSecond:F0} users/s, seen items left out, over {UsersTopped} users
        peak memory  {PeakMemoryBytes / 1048576.0:F0} MiB
        """);
}
