namespace Curation.Core.Desk.Demo;

/// <summary>Releases and tracks of the invented artists: albums, EPs and singles through a career, with some songs in a second version.</summary>
internal sealed class DemoCatalogue
{
    private readonly Dice dice;
    private readonly Dice voices;
    private readonly TrackTitles titles;
    private readonly DateOnly end;
    private readonly IReadOnlyList<DemoArtist> artists;
    private int codes;

    private DemoCatalogue(IReadOnlyList<DemoArtist> artists, DateOnly end, long seed)
    {
        dice = new Dice(seed, "catalogue");
        voices = new Dice(seed, "voices");
        titles = new TrackTitles(dice);
        this.artists = artists;
        this.end = end;
    }

    private List<DemoRelease> Releases { get; } = [];

    private List<DemoTrack> Tracks { get; } = [];

    public static (List<DemoRelease> Releases, List<DemoTrack> Tracks) Make(IReadOnlyList<DemoArtist> artists, int tracks, DateOnly end, long seed)
    {
        var catalogue = new DemoCatalogue(artists, end, seed);
        var output = catalogue.Outputs(tracks);
        for (var artist = 0; artist < artists.Count; artist++) catalogue.Career(artist, output[artist]);
        return (catalogue.Releases, catalogue.Tracks);
    }

    /// <summary>How many tracks each artist has: a few have many, everybody has at least two, and together they are exactly as many as asked for.</summary>
    private int[] Outputs(int tracks)
    {
        var wishes = artists.Select(_ => dice.Uneven(.7)).ToArray();
        var scale = (tracks - (2.0 * artists.Count)) / wishes.Sum();
        var output = wishes.Select(wish => 2 + (int)(wish * scale)).ToArray();
        for (var i = 0; output.Sum() < tracks; i = (i + 1) % output.Length) output[i]++;
        return output;
    }

    private void Career(int artist, int tracks)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var first = Tracks.Count;
        var latest = end.AddDays(-(int)(dice.Share() * dice.Share() * 2_400) - 1);
        var sizes = Sizes(tracks);
        var years = sizes.Count * 1.3 * (.5 + dice.Share());
        for (var i = 0; i < sizes.Count; i++)
        {
            var back = sizes.Count == 1 ? 0 : years * 365 * (sizes.Count - 1 - i) / (sizes.Count - 1);
            var on = latest.AddDays(-(int)back - (i == sizes.Count - 1 ? 0 : dice.Below(60)));
            Release(artist, sizes[i], on, first, used, names);
        }
    }

    private List<int> Sizes(int tracks)
    {
        var sizes = new List<int>();
        while (tracks > 0)
        {
            var size = dice.Below(10) switch { < 3 => dice.Between(8, 12), < 6 => dice.Between(4, 6), _ => dice.Between(1, 2) };
            sizes.Add(Math.Min(size, tracks));
            tracks -= sizes[^1];
        }

        return sizes;
    }

    private void Release(int artist, int size, DateOnly on, int first, HashSet<string> used, HashSet<string> names)
    {
        var start = Tracks.Count;
        var release = Releases.Count;
        for (var i = 0; i < size; i++) Tracks.Add(Track(artist, release, on, first, used));
        var title = size <= 2 ? Tracks[start].Title : Tracks[start + dice.Below(size)].Title;
        if (size is > 2 and < 8) title += " EP";
        while (!names.Add(ArtistNames.Plain(title))) title += " II";
        Releases.Add(new(title, artist));
    }

    private DemoTrack Track(int artist, int release, DateOnly on, int first, HashSet<string> used)
    {
        var second = Tracks.Count > first && dice.Chance(.07) ? DemoVersions.Of(Tracks, first, release, on, used, dice) : null;
        if (second is not null) return second with { Release = release, ReleasedOn = on, Isrc = Code(on) };
        var genres = dice.Chance(.3) ? new[] { artists[artist].Genre, artists[artist].SecondGenre } : [artists[artist].Genre];
        var profile = GenreProfile.All[genres[0]];
        var sound = DemoSound.Of(profile, dice);
        var title = titles.Next(artists[artist].Flavour, profile.Family, used);
        var guest = dice.Chance(profile.Family == "Urban" ? .22 : .05) ? Guest(artist) : artist;
        return new DemoTrack
        {
            Title = title,
            ArtistLine = guest == artist ? artists[artist].Name : $"{artists[artist].Name} feat. {artists[guest].Name}",
            Artists = guest == artist ? [artist] : [artist, guest],
            Release = release,
            ReleasedOn = on,
            DurationMs = 1_000 * (int)dice.Around(profile.Seconds, profile.Seconds * .2, 62, 900) + dice.Below(1_000),
            Explicit = dice.Chance(profile.Explicit),
            Isrc = Code(on),
            Language = Language(artist),
            Sound = sound,
            Genres = genres,
            Tags = DemoSound.Tags(profile, sound, dice),
        };
    }

    /// <summary>The language of a song, from a stream of its own: mostly that of the artist's country, often English, sometimes not known.</summary>
    private string? Language(int artist)
    {
        var own = Flavour.Languages.GetValueOrDefault(artists[artist].Country ?? "", ["en"]);
        var language = voices.Chance(.3) ? "en" : voices.Pick(own);
        return voices.Chance(.12) ? null : language;
    }

    private int Guest(int artist)
    {
        var near = Enumerable.Range(0, artists.Count).Where(other => other != artist && artists[other].Genre == artists[artist].Genre).ToList();
        return near.Count == 0 ? artist : dice.Pick(near);
    }

    /// <summary>A code whose country part, ZZ, is reserved and given to nobody; a few tracks have none.</summary>
    private string? Code(DateOnly on) => dice.Chance(.05) ? null : $"ZZDEM{on.Year % 100:00}{++codes:00000}";
}
