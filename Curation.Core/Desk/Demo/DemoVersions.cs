namespace Curation.Core.Desk.Demo;

/// <summary>Second versions of an artist's earlier songs.</summary>
internal static class DemoVersions
{
    private static readonly string[] Halls = ["Ostmere Hall", "the Velbruck Rooms", "Quillhaven Pier", "Radio Tarnwick"];

    /// <summary>A few remasters run on for some seconds, so that only an ear can say whether they are the same recording.</summary>
    private static int Longer(int ms) => ms % 3 == 0 ? ms + 2_500 : ms;

    /// <summary>A remaster, a concert or a version with a guest line, of a song that has none yet; null where every song has one.</summary>
    public static DemoTrack? Of(List<DemoTrack> tracks, int first, int release, DateOnly on, HashSet<string> used, Dice dice)
    {
        var songs = Enumerable.Range(first, tracks.Count - first)
            .Where(i => tracks[i].VersionOf is null && tracks[i].Release != release && !tracks.Skip(first).Any(other => other.VersionOf == i)).ToList();
        if (songs.Count == 0) return null;
        var of = dice.Pick(songs);
        var song = tracks[of];
        var version = dice.Below(10) switch
        {
            < 4 => song with { Title = $"{song.Title} ({on.Year} Remaster)", DurationMs = song.DurationMs + Longer(dice.Below(2_000)) },
            < 8 => song with
            {
                Title = $"{song.Title} (Live at {dice.Pick(Halls)})",
                DurationMs = song.DurationMs + 1_000 * dice.Between(8, 70),
                Sound = DemoSound.Live(song.Sound, dice),
                Tags = [.. song.Tags.Where(tag => tag.Tag != "live"), new("live", dice.Between(3, 20))],
            },
            _ => song with { Title = $"{song.Title} (Acoustic)", Sound = song.Sound with { Energy = song.Sound.Energy is { } energy ? Math.Round(energy * .55, 3) : null } },
        };
        return used.Add(ArtistNames.Plain(version.Title)) ? version with { VersionOf = of, Artists = song.Artists, ArtistLine = song.ArtistLine } : null;
    }
}
