namespace Curation.Core.Desk.Demo;

/// <summary>What a genre of the demo world sounds like, and how large a part of the catalogue it is.</summary>
internal sealed record GenreProfile(
    string Name, string Family, double Weight, double Tempo, double TempoSpread, double Energy, double Valence, double Major, double Explicit, int Seconds, string[] Tags)
{
    public static IReadOnlyList<GenreProfile> All { get; } =
    [
        new("Deep House", "Electronic", 8, 121, 2.5, .66, .55, .35, .03, 345, ["club", "warm", "groove"]),
        new("Techno", "Electronic", 7, 132, 4, .84, .32, .20, .01, 390, ["club", "driving", "peak time"]),
        new("Ambient", "Electronic", 7, 76, 12, .16, .30, .45, 0, 330, ["beatless", "calm", "drone"]),
        new("Synthwave", "Electronic", 7, 104, 9, .68, .48, .30, .01, 250, ["night", "retro", "neon"]),
        new("Indie Rock", "Rock", 10, 128, 16, .74, .52, .66, .06, 222, ["guitars", "live band"]),
        new("Post-Punk", "Rock", 6, 144, 14, .78, .38, .38, .09, 205, ["angular", "bassline"]),
        new("Dream Pop", "Rock", 7, 98, 13, .46, .40, .60, .02, 248, ["hazy", "reverb", "night"]),
        new("Indie Pop", "Pop", 9, 116, 13, .62, .68, .74, .04, 204, ["bright", "catchy"]),
        new("Hip-Hop", "Urban", 9, 90, 9, .64, .50, .40, .58, 196, ["rap", "beats"]),
        new("Neo-Soul", "Urban", 7, 84, 10, .44, .56, .46, .14, 228, ["voices", "warm", "groove"]),
        new("Modern Jazz", "Jazz", 7, 112, 28, .42, .50, .44, 0, 372, ["saxophone", "improvised", "late night"]),
        new("Bossa Nova", "Jazz", 4, 128, 10, .30, .66, .62, 0, 188, ["guitar", "calm", "sunlit"]),
        new("Indie Folk", "Folk", 7, 102, 17, .32, .44, .72, .02, 226, ["acoustic", "voices"]),
        new("Modern Classical", "Classical", 5, 82, 20, .18, .28, .48, 0, 264, ["piano", "strings", "calm"]),
    ];

    public static int IndexOf(string name)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Name == name) return i;
        }

        throw new ArgumentException($"The demo world has no genre \"{name}\".", nameof(name));
    }
}
