using Curation.Core.Evaluating;
using Curation.Core.Numerics;

namespace Curation.Tests.Benchmarks;

/// <summary>Invented listening for measuring: popularity follows Zipf, each track belongs to a genre, and each listener mostly hears a few genres.</summary>
public sealed class LatentTastes(int listeners, int tracks, int interactions, int seed)
{
    private const int Genres = 50;
    private const double WithinTaste = 0.8;

    private readonly SeededRandom random = new(seed);

    /// <summary>Writes records {int32 user, int32 item, float32 count}, each pair at most once for a listener.</summary>
    public void WriteBin(Stream stream)
    {
        var trackOfRank = Enumerable.Range(0, tracks).ToArray();
        random.Shuffle<int>(trackOfRank);
        var heard = new HashSet<int>();
        foreach (var (listener, count) in Lengths())
        {
            heard.Clear();
            var tastes = (random.NextInt(Genres), random.NextInt(Genres), random.NextInt(Genres));
            for (var tries = 0; heard.Count < count && tries < 4 * count; tries++)
            {
                var rank = Rank();
                if (random.NextDouble() < WithinTaste) rank = Moved(rank, tastes);
                if (heard.Add(rank)) InteractionRecords.Write(stream, listener, trackOfRank[rank], 1 + (int)(3 * -Math.Log(1 - random.NextDouble())));
            }
        }
    }

    /// <summary>Log-normal lengths that add up to about the number of interactions.</summary>
    private IEnumerable<(int Listener, int Count)> Lengths()
    {
        var weights = Enumerable.Range(0, listeners).Select(_ => Math.Exp(0.8 * random.NextGaussian())).ToArray();
        var scale = interactions / weights.Sum();
        return weights.Select((weight, listener) => (listener, Math.Clamp((int)Math.Round(weight * scale), 1, tracks)));
    }

    /// <summary>A popularity rank with probability falling about as 1 / (rank + 20).</summary>
    private int Rank() => Math.Min(tracks - 1, (int)(20 * (Math.Pow((tracks + 20) / 20.0, random.NextDouble()) - 1)));

    /// <summary>The nearest rank that belongs to one of the genres.</summary>
    private int Moved(int rank, (int A, int B, int C) tastes)
    {
        var genre = random.NextInt(3) switch { 0 => tastes.A, 1 => tastes.B, _ => tastes.C };
        return Math.Min(tracks - 1, (rank / Genres * Genres) + genre);
    }
}
