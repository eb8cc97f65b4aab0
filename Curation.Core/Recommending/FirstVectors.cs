using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The track vectors that training starts from: small random ones, a tenth of unit length on average, or those of an earlier model.</summary>
internal sealed class FirstVectors(FactorisationOptions options)
{
    /// <summary>Vectors of these tracks; every track draws its random numbers, so that it starts the same whatever the earlier model knows of others.</summary>
    /// <exception cref="ArgumentException">The earlier model has another number of factors.</exception>
    public DenseMatrix Of(TrackIndex tracks, Factorisation? from)
    {
        if (from is not null && from.Options.Factors != options.Factors)
            throw new ArgumentException($"The earlier model has {from.Options.Factors} factors, this one is to have {options.Factors}; start from a model of the same number, or from none.", nameof(from));
        var random = new SeededRandom(options.Seed);
        var scale = 0.1 / Math.Sqrt(options.Factors);
        var vectors = new DenseMatrix(tracks.Count, options.Factors);
        for (var row = 0; row < tracks.Count; row++)
        {
            var vector = vectors.PaddedRow(row);
            foreach (ref var value in vector[..options.Factors]) value = (float)(scale * random.NextGaussian());
            if (from?.Tracks.RowOf(tracks[row]) is { } known and >= 0 && from.Vectors.Row(known).ContainsAnyExcept(0f)) from.Vectors.PaddedRow(known).CopyTo(vector);
        }

        return vectors;
    }
}
