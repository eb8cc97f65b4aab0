using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Scores of eight rows for 32 tastes at once: each number that is fetched serves eight or 32 of them.</summary>
internal static unsafe class ScoreTile
{
    public const int Rows = 8;
    public const int Tastes = 32;

    /// <summary>Whether any of 8 x 32 dot products reaches the limit of its taste; only then are they sure to be in <paramref name="scores"/>, 32 for each row.</summary>
    /// <remarks>Both are packed factor by factor: eight floats of rows, 32 of tastes.</remarks>
    public static bool Score(float* rows, float* tastes, int width, float* limits, float* scores) =>
        Vector512.IsHardwareAccelerated
            ? ScoreTile512.Score(rows, tastes, width, limits, scores)
            : ScoreTile256.Score(rows, tastes, width, limits, scores);

    /// <summary>Which of 32 scores reach their limits, a bit for each.</summary>
    public static uint Reaching(float* scores, float* limits)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var low = Vector512.GreaterThanOrEqual(Vector512.Load(scores), Vector512.Load(limits)).ExtractMostSignificantBits();
            return (uint)low | ((uint)Vector512.GreaterThanOrEqual(Vector512.Load(scores + 16), Vector512.Load(limits + 16)).ExtractMostSignificantBits() << 16);
        }

        var bits = 0u;
        for (var i = 0; i < Tastes; i += 8)
            bits |= Vector256.GreaterThanOrEqual(Vector256.Load(scores + i), Vector256.Load(limits + i)).ExtractMostSignificantBits() << i;
        return bits;
    }
}
