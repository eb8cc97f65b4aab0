using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Tests.Recommending;

/// <summary>The factorisation written down plainly in double precision, with Gaussian elimination: slow and obvious.</summary>
internal static class ReferenceFactorisation
{
    public static double[,] TrackVectors(ListeningMatrix matrix, FactorisationOptions options)
    {
        var turned = matrix.Transpose();
        var tracks = FirstVectors(matrix.Columns, options);
        for (var sweep = 0; sweep < options.Iterations; sweep++)
            tracks = HalfSweep(turned, HalfSweep(matrix, tracks, options), options);
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

    private static double[,] HalfSweep(ListeningMatrix observed, double[,] others, FactorisationOptions options)
    {
        var d = options.Factors;
        var solved = new double[observed.Rows, d];
        for (var row = 0; row < observed.Rows; row++)
        {
            var pairs = observed.Row(row).ToHistory();
            if (pairs.Length == 0) continue;
            var a = new double[d, d + 1];
            for (var other = 0; other < others.GetLength(0); other++) AddOuter(a, others, other, options.UnobservedWeight, 0);
            foreach (var pair in pairs)
            {
                var confidence = 1 + (options.ConfidenceGrowth * Math.Log(1 + (pair.Weight / options.ConfidenceScale)));
                AddOuter(a, others, pair.Row, confidence, confidence);
            }

            var pull = options.Regularisation * Math.Pow(pairs.Length + (options.UnobservedWeight * others.GetLength(0)), options.RegularisationExponent);
            for (var f = 0; f < d; f++) a[f, f] += pull;
            Eliminate(a, d);
            for (var f = 0; f < d; f++) solved[row, f] = a[f, d];
        }

        return solved;
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
