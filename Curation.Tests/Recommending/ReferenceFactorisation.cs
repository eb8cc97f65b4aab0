using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Tests.Recommending;

/// <summary>The factorisation written down plainly in double precision, with Gaussian elimination: slow and obvious.</summary>
internal static class ReferenceFactorisation
{
    /// <summary>Track vectors after all iterations. Blocks of <paramref name="block"/> factors are solved in turn, each with the others as they stand; all factors at once is the exact solution.</summary>
    public static double[,] TrackVectors(ListeningMatrix matrix, FactorisationOptions options, int? block = null)
    {
        var byListener = Pairs(matrix, options);
        var byTrack = Turned(byListener, matrix.Columns);
        var tracks = FirstVectors(matrix.Columns, options);
        var listeners = new double[matrix.Rows, options.Factors];
        for (var sweep = 0; sweep < options.Iterations; sweep++)
        {
            listeners = HalfSweep(byListener, tracks, listeners, options, block ?? options.Factors);
            tracks = HalfSweep(byTrack, listeners, tracks, options, block ?? options.Factors);
        }

        return tracks;
    }

    public static double[,] FirstVectors(int tracks, FactorisationOptions options)
    {
        var random = new SeededRandom(options.Seed);
        var vectors = new double[tracks, options.Factors];
        for (var track = 0; track < tracks; track++)
            for (var f = 0; f < options.Factors; f++) vectors[track, f] = 0.1 / Math.Sqrt(options.Factors) * random.NextGaussian();
        return vectors;
    }

    /// <summary>For each listener the tracks, how much each counts and the score it is drawn to; after the cap.</summary>
    private static List<(int Other, double Confidence, double Wanted)>[] Pairs(ListeningMatrix matrix, FactorisationOptions options)
    {
        var rows = new List<(int Other, double Confidence, double Wanted)>[matrix.Rows];
        for (var row = 0; row < rows.Length; row++)
        {
            var pairs = matrix.Row(row).ToHistory().Select(pair => pair.Weight > 0
                ? (pair.Row, Confidence: Confidence(pair.Weight, 1, options.ConfidenceGrowth), Wanted: 1.0)
                : (pair.Row, Confidence: Confidence(-pair.Weight, options.SkipConfidence, options.SkipConfidenceGrowth), Wanted: options.SkipPreference)).ToList();
            var share = Math.Min(1, options.ListenerCap / pairs.Sum(pair => pair.Confidence));
            rows[row] = [.. pairs.Select(pair => (pair.Row, pair.Confidence * share, pair.Wanted))];
        }

        return rows;

        double Confidence(double weight, double start, double growth) => Math.Min(1, weight) * (start + (growth * Math.Log(1 + (Math.Max(1, weight) / options.ConfidenceScale))));
    }

    private static List<(int Other, double Confidence, double Wanted)>[] Turned(List<(int Other, double Confidence, double Wanted)>[] rows, int columns)
    {
        var turned = Enumerable.Range(0, columns).Select(_ => new List<(int, double, double)>()).ToArray();
        for (var row = 0; row < rows.Length; row++)
            foreach (var (other, confidence, wanted) in rows[row]) turned[other].Add((row, confidence, wanted));
        return turned;
    }

    private static double[,] HalfSweep(List<(int Other, double Confidence, double Wanted)>[] observed, double[,] others, double[,] last, FactorisationOptions options, int block)
    {
        var d = options.Factors;
        var solved = new double[observed.Length, d];
        for (var row = 0; row < observed.Length; row++)
        {
            if (observed[row].Count == 0) continue;
            var a = new double[d, d + 1];
            for (var other = 0; other < others.GetLength(0); other++) AddOuter(a, others, other, options.UnobservedWeight, 0);
            foreach (var pair in observed[row]) AddOuter(a, others, pair.Other, pair.Confidence, pair.Confidence * pair.Wanted);
            var pull = options.Regularisation * Math.Pow(observed[row].Count + (options.UnobservedWeight * others.GetLength(0)), options.RegularisationExponent);
            for (var f = 0; f < d; f++) (a[f, f], solved[row, f]) = (a[f, f] + pull, last[row, f]);
            for (var first = 0; first < d; first += block) SolveBlock(a, solved, row, first, Math.Min(block, d - first));
        }

        return solved;
    }

    /// <summary>Solves for some factors of a row, the others staying as they are.</summary>
    private static void SolveBlock(double[,] a, double[,] solved, int row, int first, int size)
    {
        var d = a.GetLength(0);
        var part = new double[size, size + 1];
        for (var i = 0; i < size; i++)
        {
            part[i, size] = a[first + i, d];
            for (var j = 0; j < d; j++)
            {
                if (j >= first && j < first + size) part[i, j - first] = a[first + i, j];
                else part[i, size] -= a[first + i, j] * solved[row, j];
            }
        }

        Eliminate(part, size);
        for (var i = 0; i < size; i++) solved[row, first + i] = part[i, size];
    }

    private static void AddOuter(double[,] a, double[,] vectors, int row, double weight, double wanted)
    {
        var d = vectors.GetLength(1);
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j < d; j++) a[i, j] += weight * vectors[row, i] * vectors[row, j];
            a[i, d] += wanted * vectors[row, i];
        }
    }

    private static void Eliminate(double[,] a, int d)
    {
        for (var pivot = 0; pivot < d; pivot++)
        {
            for (var j = d; j >= pivot; j--) a[pivot, j] /= a[pivot, pivot];
            for (var i = 0; i < d; i++)
            {
                if (i == pivot) continue;
                for (var j = d; j >= pivot; j--) a[i, j] -= a[i, pivot] * a[pivot, j];
            }
        }
    }
}
