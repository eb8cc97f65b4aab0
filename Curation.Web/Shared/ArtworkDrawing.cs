using System.Globalization;

namespace Curation.Web.Shared;

/// <summary>Draws a cover from an id: two neighbouring hues, and a disc, a ring or a horizon over them.</summary>
internal static class ArtworkDrawing
{
    private static readonly int[] Steps = [30, 55, 80, 150, 200];

    public static string Of(string kind, int id)
    {
        var bits = Mixed(kind, id);
        var hue = Take(ref bits, 360);
        var second = (hue + Steps[Take(ref bits, Steps.Length)]) % 360;
        var angle = Take(ref bits, 180);
        var x = Take(ref bits, 100);
        var y = Take(ref bits, 100);
        var radius = 22 + Take(ref bits, 32);
        var over = $"hsl({second} 70% 72% / .3)";
        var shape = Take(ref bits, 4) switch
        {
            0 => $"radial-gradient(circle at {x}% {y}%, transparent 0 {radius - 10}%, {over} {radius - 9}% {radius}%, transparent {radius + 1}%)",
            1 => $"linear-gradient({(angle + 75) % 180}deg, {over} 0 {radius}%, transparent {radius + 1}%)",
            _ => $"radial-gradient(circle at {x}% {y}%, {over} 0 {radius}%, transparent {radius + 1}%)",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{shape}, linear-gradient({angle}deg, hsl({hue} 46% 47%), hsl({second} 50% 22%))");
    }

    private static int Take(ref ulong bits, int of)
    {
        var taken = (int)(bits % (ulong)of);
        bits = (bits / (ulong)of * 0x9E3779B97F4A7C15UL) ^ (bits >> 29);
        return taken;
    }

    // FNV-1a, then a finaliser: string.GetHashCode differs from one run to the next.
    private static ulong Mixed(string kind, int id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in kind) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (uint)id) * 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 31;
        return hash * 0x94D049BB133111EBUL;
    }
}
