using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>What <c>bench</c> measured for one number of factors, with its settings. Operations are useful ones, not those that a kernel happens to execute.</summary>
internal sealed record BenchFigures(
    int Users, int Items, int Interactions, int Factors, int Threads, FactorisationOptions Options, IReadOnlyList<double> IterationSeconds)
{
    /// <summary>Name of the solver.</summary>
    public string Solver => Options.Solver.ToString();

    /// <summary>The machine's multiply-adds, in 10^9 operations a second.</summary>
    public double PeakGflops { get; init; }

    /// <summary>Random rows of the track vectors' size, in 10^9 bytes a second.</summary>
    public double GatherGigabytes { get; init; }

    /// <summary>Listeners whose lists were made.</summary>
    public int UsersTopped { get; init; }

    /// <summary>Listeners folded in a second.</summary>
    public double FoldedUsersPerSecond { get; init; }

    /// <summary>Lists of 100 a second, once listeners are folded in.</summary>
    public double TopUsersPerSecond { get; init; }

    /// <summary>Items that one listener's list was timed over.</summary>
    public int ManyItems { get; init; }

    /// <summary>Seconds for one list of 100 over that many; the median.</summary>
    public double ManyItemsSeconds { get; init; }

    /// <summary>The most memory until the end of training.</summary>
    public long PeakMemoryBytes { get; init; }

    /// <summary>Median time of an iteration.</summary>
    public double MedianSeconds => IterationSeconds.Count % 2 == 1
        ? IterationSeconds.Order().ElementAt(IterationSeconds.Count / 2)
        : IterationSeconds.Order().Skip((IterationSeconds.Count / 2) - 1).Take(2).Average();

    /// <summary>Fastest iteration.</summary>
    public double MinSeconds => IterationSeconds.Min();

    /// <summary>Slowest iteration.</summary>
    public double MaxSeconds => IterationSeconds.Max();

    /// <summary>Useful operations of an iteration: exact 2 nnz d(d+1) + (U+I)(d^3/3 + 2d^2 + d(d+1)); s steps of conjugate gradients nnz (8s+8) d + (U+I)(2(s+1)d^2 + d(d+1));
    /// subspaces of b factors 2 nnz (d(b+1) + 6d) + (U+I)(d b^2/3 + 2db + 2d^2 + d(d+1)).</summary>
    public double Operations
    {
        get
        {
            double d = Factors, rows = (double)Users + Items, pairs = Interactions;
            double s = Options.ConjugateGradientSteps, b = Math.Min(d, Options.SubspaceSize);
            return Options.Solver switch
            {
                FactorisationSolver.Exact => (2 * pairs * d * (d + 1)) + (rows * ((d * d * d / 3) + (2 * d * d) + (d * (d + 1)))),
                FactorisationSolver.ConjugateGradients => (pairs * ((8 * s) + 8) * d) + (rows * ((2 * (s + 1) * d * d) + (d * (d + 1)))),
                _ => (2 * pairs * ((d * (b + 1)) + (6 * d))) + (rows * ((d * b * b / 3) + (2 * d * b) + (2 * d * d) + (d * (d + 1)))),
            };
        }
    }

    /// <summary>Useful operations a second at the median, in 10^9.</summary>
    public double UsefulGflops => Operations / MedianSeconds / 1e9;

    /// <summary>Useful operations at the median as a share of the machine's peak.</summary>
    public double PeakRatio => UsefulGflops / PeakGflops;

    /// <summary>The figures as lines.</summary>
    public string ToText() => FormattableString.Invariant($"""
        data         {Users} users, {Items} items, {Interactions} interactions
        settings     {Factors} factors, {IterationSeconds.Count} iterations, {Threads} threads, {Solver} solver
        machine      {PeakGflops:F0} GFLOP/s multiply-adds, {GatherGigabytes:F1} GB/s random rows of {Factors} floats
        iteration    {MedianSeconds:F3} s median, {MinSeconds:F3} s min, {MaxSeconds:F3} s max
        useful       {UsefulGflops:F1} GFLOP/s, {PeakRatio:F2} of the peak
        folding in   {FoldedUsersPerSecond:F0} users/s
        top 100      {TopUsersPerSecond:F0} users/s, seen items left out, over {UsersTopped} users
        one user     {ManyItemsSeconds * 1000:F1} ms for the top 100 of {ManyItems} items
        peak memory  {PeakMemoryBytes / 1048576.0:F0} MiB by the end of training
        """);
}
